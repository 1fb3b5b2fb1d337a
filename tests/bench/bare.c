// SPDX-License-Identifier: MIT
// The unavoidable, to compare the commands with: a program that does what no program can leave out
// that makes these documents with these libraries, and nothing else.
//
// usage: bare ACTION...
//   -r FILE         reads it
//   -y FILE         reads it, and has libyaml make events of it
//   -Y FILE         the same, and has cmark parse each text of it that is Markdown and render it as
//                   HTML, once
//   -P FILE         reads a case paper; events of its front matter
//   -p FILE         the same, and its body through cmark, once
//   -o FILE=SIZE    writes so many bytes to a temporary file beside FILE and renames it
//   -x FILE=CELLS   writes a workbook with the cells of the file CELLS (see tests/bench/bench),
//                   in the same way as the commands do: constant memory but where it has tables,
//                   the same number of formats, columns' widths and rows' heights (only where built
//                   with -DWITH_WORKBOOK)
//
// What it leaves out: all knowledge of what the files say (keys, types, numbers, dates,
// references), every check, positions, memory of anything beyond one text, templates, labels,
// escaping, other formats of a text than HTML, diagnostics, options, translation; of a workbook its
// links, filter, tables, comments, lists, chart, print settings, coloured checks, and the reading
// back. What it writes are bytes of no meaning. What it does not leave out: the start of a process
// with these libraries as they come, in shared objects (the commands have theirs linked in: that is
// part of what is compared); each byte read and written; each event; each text that is Markdown
// parsed and rendered once, however many formats are written.

#include <cmark.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#ifdef WITH_WORKBOOK
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>
#endif

enum { DEPTH = 70, BUFFER = 64 * 1024 };

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        fail(path);
    *size = (size_t)ftell(file);
    rewind(file);
    char *data = malloc(*size + 1);
    if (data == NULL || fread(data, 1, *size, file) != *size)
        fail(path);
    fclose(file);
    return data;
}

static void render(const char *text, size_t size) {
    cmark_node *document = cmark_parse_document(text, size, CMARK_OPT_DEFAULT);
    free(cmark_render_html(document, CMARK_OPT_DEFAULT));
    cmark_node_free(document);
}

// Keys of texts that are Markdown, and of the one list of such texts. A list of actions has a key
// of the former too; its maps decide anew.
static bool is_prose(const char *key) {
    static const char *const keys[] = {"mål", "tiltak", "merknad", "kommentar"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

// Where in the tree the events stand, as far as is needed to know keys from values.
struct level {
    bool map, value, prose, prose_list;
};

static void take_scalar(struct level *level, const yaml_event_t *event, bool prose) {
    const char *text = (const char *)event->data.scalar.value;
    if (level->map && !level->value) {
        level->prose = prose && is_prose(text);
        level->prose_list = prose && strcmp(text, "punkter") == 0;
    } else if (level->prose)
        render(text, event->data.scalar.length);
    level->value = !level->value;
}

static void make_events(const char *text, size_t size, bool prose) {
    struct level levels[DEPTH] = {{false, false, false, false}};
    size_t depth = 0;
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event) || depth + 1 == DEPTH)
            fail("yaml");
        switch (event.type) {
        case YAML_MAPPING_START_EVENT:
        case YAML_SEQUENCE_START_EVENT: {
            bool map = event.type == YAML_MAPPING_START_EVENT;
            bool texts = !map && levels[depth].prose_list;
            levels[depth].value = false;
            levels[++depth] = (struct level){map, false, texts, false};
            break;
        }
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            depth--;
            break;
        case YAML_SCALAR_EVENT:
            take_scalar(&levels[depth], &event, prose);
            break;
        case YAML_STREAM_END_EVENT:
            more = false;
            break;
        default:
            break;
        }
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void take_yaml(const char *path, bool prose) {
    size_t size;
    char *text = read_file(path, &size);
    make_events(text, size, prose);
    free(text);
}

static void take_paper(const char *path, bool body) {
    size_t size;
    char *text = read_file(path, &size);
    text[size] = '\0';
    char *end = strstr(text + 4, "\n---\n");
    if (end == NULL)
        fail(path);
    make_events(text + 4, (size_t)(end + 1 - (text + 4)), false);
    if (body)
        render(end + 5, size - (size_t)(end + 5 - text));
    free(text);
}

static char *split(char *argument) {
    char *equals = strrchr(argument, '=');
    if (equals == NULL)
        exit(2);
    *equals = '\0';
    return equals + 1;
}

static void temporary_name(const char *path, char *name, size_t size) {
    snprintf(name, size, "%s.new", path);
}

static void write_bytes(char *argument) {
    static char buffer[BUFFER];
    char name[4096];
    size_t left = strtoull(split(argument), NULL, 10);
    temporary_name(argument, name, sizeof name);
    FILE *file = fopen(name, "wb");
    if (file == NULL)
        fail(name);
    while (left > 0) {
        size_t part = left < sizeof buffer ? left : sizeof buffer;
        if (fwrite(buffer, 1, part, file) != part)
            fail(name);
        left -= part;
    }
    if (fclose(file) != 0 || rename(name, argument) != 0)
        fail(argument);
}

#ifdef WITH_WORKBOOK
struct cells {
    const char *at, *end;
};

static uint32_t take_number(struct cells *cells) {
    uint32_t number;
    memcpy(&number, cells->at, sizeof number);
    cells->at += sizeof number;
    return number;
}

static double take_double(struct cells *cells) {
    double number;
    memcpy(&number, cells->at, sizeof number);
    cells->at += sizeof number;
    return number;
}

static const char *take_text(struct cells *cells) {
    const char *text = cells->at;
    cells->at += strlen(text) + 1;
    return text;
}

static void write_cells(lxw_workbook *book, lxw_format **formats, struct cells *cells) {
    lxw_worksheet *sheet = NULL;
    uint32_t row = 0;
    while (cells->at < cells->end) {
        char kind = *cells->at++;
        if (kind == 'S') {
            sheet = workbook_add_worksheet(book, take_text(cells));
            continue;
        }
        if (kind == 'W') {
            uint32_t column = take_number(cells);
            worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column, take_double(cells),
                                 NULL);
            continue;
        }
        if (kind == 'R') {
            row = take_number(cells);
            worksheet_set_row(sheet, row, take_double(cells), NULL);
            continue;
        }
        lxw_col_t column = (lxw_col_t)take_number(cells);
        lxw_format *format = formats[take_number(cells)];
        if (kind == 'B')
            worksheet_write_blank(sheet, row, column, format);
        else if (kind == 'T')
            worksheet_write_string(sheet, row, column, take_text(cells), format);
        else if (kind == 'N')
            worksheet_write_number(sheet, row, column, take_double(cells), format);
        else if (kind == 'F') {
            const char *formula = take_text(cells);
            worksheet_write_formula_num(sheet, row, column, formula, format, take_double(cells));
        } else if (kind == 'G') {
            const char *formula = take_text(cells);
            worksheet_write_formula_str(sheet, row, column, formula, format, take_text(cells));
        } else
            fail("cells");
    }
}

static void write_workbook(char *argument) {
    const char *path = split(argument);
    char name[4096];
    temporary_name(argument, name, sizeof name);
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0)
        fail(path);
    char *data = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (data == MAP_FAILED)
        fail(path);
    struct cells cells = {data, data + status.st_size};
    uint32_t count = take_number(&cells);
    lxw_workbook_options options = {.constant_memory = (uint8_t)take_number(&cells)};
    lxw_workbook *book = workbook_new_opt(name, &options);
    lxw_format **formats = calloc(count, sizeof *formats);
    for (uint32_t i = 0; i < count; i++) {
        formats[i] = workbook_add_format(book);
        format_set_text_wrap(formats[i]);
        format_set_font_size(formats[i], 8 + i);
        format_set_bg_color(formats[i], 0x100000 + i);
        format_set_bottom(formats[i], LXW_BORDER_THIN);
    }
    write_cells(book, formats, &cells);
    if (workbook_close(book) != LXW_NO_ERROR || rename(name, argument) != 0)
        fail(argument);
    free(formats);
    munmap(data, (size_t)status.st_size);
    close(file);
}
#endif

static void act(char action, char *argument) {
    size_t size;
    switch (action) {
    case 'r':
        free(read_file(argument, &size));
        break;
    case 'y':
    case 'Y':
        take_yaml(argument, action == 'Y');
        break;
    case 'p':
    case 'P':
        take_paper(argument, action == 'p');
        break;
    case 'o':
        write_bytes(argument);
        break;
#ifdef WITH_WORKBOOK
    case 'x':
        write_workbook(argument);
        break;
#endif
    default:
        exit(2);
    }
}

int main(int argc, char **argv) {
    for (int i = 1; i + 1 < argc; i += 2)
        act(argv[i][1], argv[i + 1]);
    return argc % 2 == 1 ? 0 : 2;
}
