// SPDX-License-Identifier: MIT
// Row heights, what a workbook can hold, and the failures that the library does not see.

#include "base/archive.h"
#include "render/xlsx/check.h"
#include "render/xlsx/heights.h"
#include "render/xlsx/language.h"
#include "render/xlsx/xlsx.h"
#include "render/xlsx/verify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stddef.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FEW_ROWS = 3, MANY_ROWS = 6000, LONG_TEXT = WORKBOOK_TEXT };

static struct arena arena;

__attribute__((noreturn)) static void no_memory(void) {
    abort();
}

static int set_up(void **state) {
    (void)state;
    arena_init(&arena, no_memory);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct text repeated(const char *word, size_t count) {
    size_t size = strlen(word);
    char *text = arena_alloc(&arena, size * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, word, size);
    return (struct text){text, size * count};
}

// Counted in LibreOffice's picture of such cells, with Carlito.
static void lines_are_counted(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double width;
        size_t least, most;
    } cases[] = {
        {"", 10, 1, 1},
        {"Lage et årshjul.", 60, 1, 1},
        {"a\nb", 60, 2, 2},
        {"a\n\nb", 60, 3, 3},
        {"a\n", 60, 2, 2},
        {"Lage et årshjul.", 8, 2, 3},
        {"mmmmmmmmmm", 10, 2, 2},
        {"iiiiiiiiii", 10, 1, 1},
        {"WWWWWWWWWW WWWWWWWWWW", 10, 4, 5},
        {"Se til at brukerne får oppnevnt sine representanter og blir trukket inn fra begynnelsen, "
         "både i utvalgene på de tre nivåene (PSU, ASU og fagrådene) og i grupper som utreder "
         "eller "
         "utvikler noe.",
         60, 3, 3},
        {"Holde sidene ved like og oppdatere dem så snart noe skjer i helsefellesskapet: papirer "
         "til "
         "møtene, referater og presentasjoner, andre dokumenter av interesse, hvem som "
         "representerer "
         "hvem, hvordan de nås, og lignende. Sekretariatet på sykehuset får rett til å redigere "
         "sidene på egen hånd.",
         60, 5, 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t lines = workbook_lines(text_from(cases[i].text), cases[i].width, 11, false);
        if (lines < cases[i].least || lines > cases[i].most)
            fail_msg("%zu lines, not %zu to %zu: %s", lines, cases[i].least, cases[i].most,
                     cases[i].text);
    }
}

static void larger_and_bolder_needs_more(void **state) {
    (void)state;
    struct text text = repeated("utskrivningsklare pasienter ", 40);
    size_t lines = workbook_lines(text, 30, 11, false);
    assert_true(workbook_lines(text, 30, 11, true) >= lines);
    assert_true(workbook_lines(text, 30, 18, false) > lines);
    assert_true(workbook_lines(text, 15, 11, false) >= 2 * lines - 1);
}

static double height_of(struct cell cell, const double *widths, size_t count) {
    struct column columns[4] = {{0}};
    for (size_t i = 0; i < count; i++)
        columns[i].width = widths[i];
    return xlsx_row_height(&(struct row){&cell, 1}, columns, count);
}

static void heights_fit(void **state) {
    (void)state;
    const double widths[] = {10, 20, 30, 40};
    struct cell cell =
        cell_text(STYLE_BODY, TEXT("ett to tre fire fem seks sju åtte ni ti elleve"));
    double narrow = height_of(cell, widths, 4);
    cell.span = 4;
    double joined = height_of(cell, widths, 4);
    assert_true(joined >= 15 && joined < 22);
    assert_true(narrow >= 4 * 15 && narrow < 9 * 15);
    cell.text = repeated("linje\n", 1000);
    assert_float_equal(height_of(cell, widths, 4), WORKBOOK_HIGHEST, 1e-9);
    cell = cell_number(STYLE_BODY, 123456789012345);
    assert_float_equal(height_of(cell, widths, 4), joined, 1e-9);
    cell = cell_formula(TEXT("A1"), cell_text(STYLE_BODY, TEXT("a\nb\nc")));
    assert_true(height_of(cell, widths, 4) >= 3 * 15);
    cell = cell_text(STYLE_PLAIN, TEXT("a\nb\nc")); // not wrapped
    assert_true(height_of(cell, widths, 4) < 2 * 15);
}

static void names_are_checked(void **state) {
    (void)state;
    static const struct {
        const char *name;
        bool allowed;
    } cases[] = {
        {"Tiltak", true},
        {"Plan 2024", true},
        {"Årsmatrise", true},
        {"d'Artagnan", true},
        {"Radene", true},
        {"Plan1234", true},
        {"Sum1234", false},
        {"", false},
        {"  ", false},
        {"a/b", false},
        {"a\\b", false},
        {"[a]", false},
        {"a:b", false},
        {"a*", false},
        {"a?", false},
        {"a\nb", false},
        {"'a", false},
        {"a'", false},
        {"A1", false},
        {"abc123", false},
        {"2024", false},
        {"2024 plan", false},
        {"R", false},
        {"c", false},
        {"R1C1", false},
        {"ååååååååååååååååååååååååååååååå", true},
        {"åååååååååååååååååååååååååååååååå", false},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa😀", false}, // 32 code units
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (xlsx_name_is_allowed(text_from(cases[i].name)) != cases[i].allowed)
            fail_msg("'%s'", cases[i].name);
    assert_true(xlsx_names_collide(TEXT("ÅRET"), TEXT("året"), &arena));
    assert_false(xlsx_names_collide(TEXT("år"), TEXT("året"), &arena));
}

static void texts_are_checked(void **state) {
    (void)state;
    assert_int_equal(text_utf16_units(TEXT("aå–😀")), 5);
    assert_true(xlsx_text_is_allowed(TEXT("a\tb\nc å – 😀 \uFFFD")));
    assert_false(xlsx_text_is_allowed(TEXT("a\001b")));
    assert_false(xlsx_text_is_allowed(TEXT("a\0b")));
    assert_false(xlsx_text_is_allowed(TEXT("a\rb")));
    assert_false(xlsx_text_is_allowed(TEXT("a\xEF\xBF\xBE")));
    assert_string_equal(xlsx_cell_text(TEXT("=a_b"), &arena), "=a_b");
    assert_string_equal(xlsx_cell_text(TEXT("_x0041_x0042_"), &arena), "_x005F_x0041_x005F_x0042_");
    assert_string_equal(xlsx_cell_text(TEXT("_x004"), &arena), "_x004");
}

static void footers_and_links_are_escaped(void **state) {
    (void)state;
    struct text footer = xlsx_footer_text(TEXT("R&D og &Gull &[Picture]"), &arena);
    assert_true(text_is(footer, "R&&D og &&\u2060Gull &&\u2060[Picture]"));
    assert_string_equal(xlsx_link(TEXT("#'A b'!C3"), &arena), "internal:'A b'!C3");
    assert_string_equal(xlsx_link(TEXT("https://a.no/?internal:b#c"), &arena),
                        "https://a.no/?internal%3Ab#c");
    assert_non_null(xlsx_link(repeated("a", 2079), &arena));
    assert_null(xlsx_link(repeated("a", 2080), &arena));
    assert_null(xlsx_link(repeated(" ", 700), &arena));
}

// A workbook of one sheet whose rows all have the same cell.
static struct row same_row(const void *context, size_t index, struct arena *row_arena) {
    (void)index;
    struct cell *cell = arena_alloc(row_arena, sizeof *cell);
    *cell = *(const struct cell *)context;
    return (struct row){cell, 1};
}

static struct xlsx_problem problem;
static struct text made; // what was written last
static const struct sheet_chart *drawn;

static struct workbook same_book(struct sheet *sheet, const struct cell *cell, size_t rows) {
    *sheet = (struct sheet){
        .name = TEXT("Ark"), .row_count = rows, .row = same_row, .context = cell, .chart = drawn};
    return (struct workbook){
        .title = TEXT("Tittel"),
        .author = TEXT("Sekretariatet"),
        .page_word = TEXT("Side"),
        .of_word = TEXT("av"),
        .created = 1730160000,
        .sheets = sheet,
        .sheet_count = 1,
    };
}

static enum xlsx_fault write_same(struct cell cell, size_t rows) {
    struct sheet sheet;
    struct workbook workbook = same_book(&sheet, &cell, rows);
    struct writer writer;
    writer_to_memory(&writer, &arena);
    enum xlsx_fault fault = xlsx_write(&workbook, &writer, &arena, &problem);
    made = writer_text(&writer);
    return fault;
}

static void what_no_sheet_can_hold_is_refused(void **state) {
    (void)state;
    struct cell body = cell_text(STYLE_BODY, TEXT("tekst"));
    assert_int_equal(write_same(body, FEW_ROWS), XLSX_OK);
    body.text = repeated("å", LONG_TEXT);
    assert_int_equal(write_same(body, FEW_ROWS), XLSX_OK);
    body.text = repeated("å", LONG_TEXT + 1);
    assert_int_equal(write_same(body, FEW_ROWS), XLSX_TEXT_TOO_LONG);
    assert_int_equal(problem.row, 0);
    assert_true(text_is(problem.sheet, "Ark"));
    body.text = TEXT("a\0b");
    assert_int_equal(write_same(body, FEW_ROWS), XLSX_CELL);
    assert_int_equal(write_same(cell_share(STYLE_BODY, (double)NAN), FEW_ROWS), XLSX_CELL);
    assert_int_equal(write_same(cell_number(STYLE_BODY, INT64_MAX), FEW_ROWS), XLSX_CELL);
    body = cell_empty(STYLE_GOAL_LINE);
    body.span = WORKBOOK_COLUMNS + 1;
    assert_int_equal(write_same(body, FEW_ROWS), XLSX_CELL);
    assert_int_equal(write_same(cell_empty(STYLE_BODY), WORKBOOK_ROWS + 1), XLSX_TOO_LARGE);
}

static void same_workbook_same_bytes(void **state) {
    (void)state;
    struct cell cell = cell_share(STYLE_BODY_RIGHT, 0.125);
    cell.comment = TEXT("merknad");
    cell.link = TEXT("https://example.org/#å");
    assert_int_equal(write_same(cell, FEW_ROWS), XLSX_OK);
    struct text first = made;
    setenv("TZ", "Asia/Tokyo", 1);
    assert_int_equal(write_same(cell, FEW_ROWS), XLSX_OK);
    assert_true(text_equal(first, made));
    unsetenv("TZ");
}

static bool is_archive(struct text bytes) {
    struct archive archive;
    return archive_read(bytes, &archive, &arena);
}

static void damage_is_found(void **state) {
    (void)state;
    assert_int_equal(write_same(cell_text(STYLE_BODY, TEXT("x")), FEW_ROWS), XLSX_OK);
    struct text good = made;
    assert_true(is_archive(good));
    for (size_t size = 0; size < good.size; size += 1 + good.size / 64)
        assert_false(is_archive(text_slice(good, 0, size)));
    assert_false(is_archive(TEXT("PK")));
    // A hole in the middle shifts what follows; a changed header contradicts the directory.
    char *bytes = arena_copy(&arena, good.data, good.size);
    memmove(bytes + good.size / 2, bytes + good.size / 2 + 1, good.size / 2);
    assert_false(is_archive((struct text){bytes, good.size - 1}));
    for (size_t i = 14; i < 40; i++) { // checksum, sizes and name of the first part
        bytes = arena_copy(&arena, good.data, good.size);
        bytes[i] ^= 1;
        assert_false(is_archive((struct text){bytes, good.size}));
    }
}

// A workbook of one cell, with everything that a cell can have, one row after the other.
static const struct cell full = {
    .kind = CELL_FORMULA,
    .style = STYLE_BODY,
    .result = CELL_TEXT,
    .formula = TEXT_OF("\"a\"&\"b\""),
    .text = TEXT_OF("a & <b> _x0041_\nc"),
    .link = TEXT_OF("https://example.org/"),
    .comment = TEXT_OF("  merknad\n& mer"),
    .span = 3,
};

// Whether what was written last is whole, measured by the same sheet of this cell and rows, after
// `from` in part `name` has become `to`.
static bool is_whole_with(struct cell cell, size_t rows, const char *name, const char *from,
                          const char *to) {
    struct sheet sheet;
    struct workbook workbook = same_book(&sheet, &cell, rows);
    struct archive archive;
    assert_true(archive_read(made, &archive, &arena));
    struct archive_part *part = (struct archive_part *)archive_find(&archive, text_from(name));
    assert_non_null(part);
    struct text content = archive_content(part, &arena);
    char *found = memmem(content.data, content.size, from, strlen(from));
    assert_non_null(found);
    size_t before = (size_t)(found - content.data), after = before + strlen(from);
    struct text changed = text_format(&arena, "%.*s%s%.*s", (int)before, content.data, to,
                                      (int)(content.size - after), content.data + after);
    assert_true(archive_replace(part, changed, &arena));
    return xlsx_is_whole(&archive, &workbook, &arena);
}

#define SHEET "xl/worksheets/sheet1.xml"

// The library does so when its table of formats gets no memory.
#define SAME_FORMATS                                                                               \
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0\"/><numFmt numFmtId=\"165\" "    \
    "formatCode=\"0\"/></numFmts>"

static bool full_is_whole_with(const char *name, const char *from, const char *to) {
    return is_whole_with(full, FEW_ROWS, name, from, to);
}

static void what_is_missing_is_found(void **state) {
    (void)state;
    assert_int_equal(write_same(full, FEW_ROWS), XLSX_OK);
    assert_true(full_is_whole_with(SHEET, "<c ", "<c "));
    assert_true(full_is_whole_with(SHEET, "&amp;", "&#38;")); // the same to every reader
    static const struct {
        const char *part, *from, *to;
    } cases[] = {
        {SHEET, "</worksheet>", ""},
        {SHEET, "</sheetData>", ""},
        {SHEET, "r=\"B2\"", "r=\"D2\""},
        {SHEET, "r=\"A2\"", "r=\"A9\""},
        {SHEET, "_x005F_x0041_", "_x005F_x0042_"},
        {SHEET, "&lt;b&gt;", "&lt;b"},
        {SHEET, "\"a\"&amp;\"b\"", "\"a\"&amp;\"c\""},
        {SHEET, "<mergeCell ref=\"A2:C2\"/>", ""},
        {SHEET, "<legacyDrawing r:id=\"rId4\"/>", ""},
        {"xl/comments1.xml", "merknad", "merkna"},
        {"xl/comments1.xml", "ref=\"A1\"", "ref=\"B1\""},
        {"xl/workbook.xml", "<sheet ", "<chart "},
        {SHEET, "r=\"A2\" s=\"1\"", "r=\"A2\" s=\"2\""},
        {SHEET, "r=\"A2\" s=\"1\"", "r=\"A2\""},
        {"xl/styles.xml", "</styleSheet>", "</styleSheet"},
        {"xl/styles.xml", "<u/>", ""},
        {"xl/styles.xml", "FFCFD8D5", "FFCFD8D6"},
        {"xl/styles.xml", "fontId=\"1\"", "fontId=\"0\""},
        {"xl/styles.xml", "horizontal=\"left\"", ""},
        {"xl/styles.xml", "color theme=\"1\"", "color rgb=\"FF000000\""},
        {"xl/styles.xml", "<fonts ", SAME_FORMATS "<fonts "},
        {"xl/styles.xml", "<fills count=\"", "<fills count=\"9"},
        {"xl/workbook.xml", "name=\"Ark\"", "name=\"(null)\""},
        {"[Content_Types].xml", "<Override ", "<Overrid "},
        {"xl/worksheets/_rels/sheet1.xml.rels", "<Relationship ", "<Relation "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (full_is_whole_with(cases[i].part, cases[i].from, cases[i].to))
            fail_msg("%s without '%s' is taken for whole", cases[i].part, cases[i].from);
    struct cell other = full;
    assert_false(is_whole_with(full, FEW_ROWS + 1, SHEET, "<c ", "<c "));
    assert_false(is_whole_with(full, FEW_ROWS - 1, SHEET, "<c ", "<c "));
    other.span = 2;
    assert_false(is_whole_with(other, FEW_ROWS, SHEET, "<c ", "<c "));
    other = full;
    other.kind = CELL_TEXT;
    assert_false(is_whole_with(other, FEW_ROWS, SHEET, "<c ", "<c "));
}

#define CHART "xl/charts/chart1.xml"

static void charts_are_compared(void **state) {
    static const struct chart_series series = {TEXT_OF("Utbetalt"), 0, BAR_HATCHED};
    static const struct sheet_chart chart = {
        .last_row = FEW_ROWS - 1,
        .series = &series,
        .series_count = 1,
        .title = TEXT_OF("Bilde"),
        .description = TEXT_OF("Et bilde"),
        .width = 480,
        .height = 288,
    };
    static const struct {
        const char *part, *from, *to;
    } cases[] = {
        {CHART, "<c:v>Navn &amp; navn<", "<c:v>0<"},
        {CHART, "<c:v>0<", "<c:v>1<"},
        {CHART, "<c:v>Utbetalt</c:v>", "<c:v></c:v>"},
        {CHART, "<c:v>Utbetalt</c:v>", ""},
        {CHART, "Bilde", "(null)"},
        {CHART, "<a:lstStyle/>", "<a:t>mer</a:t>"},
        {CHART, "<a:ln ", "<a:line "},
        {"xl/drawings/drawing1.xml", "Et bilde", ""},
        {"xl/drawings/_rels/drawing1.xml.rels", "<Relationship ", "<Relation "},
    };
    struct cell cell = cell_text(STYLE_BODY, TEXT("Navn & navn"));
    (void)state;
    drawn = &chart;
    assert_int_equal(write_same(cell, FEW_ROWS), XLSX_OK);
    assert_true(is_whole_with(cell, FEW_ROWS, CHART, "<c:v>", "<c:v>"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (is_whole_with(cell, FEW_ROWS, cases[i].part, cases[i].from, cases[i].to))
            fail_msg("a chart with '%s' for '%s' is taken for whole", cases[i].to, cases[i].from);
    drawn = NULL;
}

static void numbers_are_compared(void **state) {
    (void)state;
    static const double shares[] = {0,    1,         0.1, 1.0 / 3, 2.0 / 3, 0.123456789012345678,
                                    1e-9, 12345.6789};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        struct cell cell = cell_share(STYLE_BODY_RIGHT, shares[i]);
        assert_int_equal(write_same(cell, FEW_ROWS), XLSX_OK);
        cell.share += 1e-12 + cell.share * 1e-12;
        assert_false(is_whole_with(cell, FEW_ROWS, SHEET, "<c ", "<c "));
    }
    struct cell amount = cell_exact(STYLE_BODY_RIGHT, 123456789012345);
    assert_int_equal(write_same(amount, FEW_ROWS), XLSX_OK);
    assert_true(is_whole_with(amount, FEW_ROWS, SHEET, "<c ", "<c "));
    assert_false(is_whole_with(amount, FEW_ROWS, SHEET, "<v>1234567890123.45</v>", "<v></v>"));
    assert_false(is_whole_with(amount, FEW_ROWS, SHEET, "<v>1234567890123.45</v>", ""));
    assert_false(is_whole_with(amount, FEW_ROWS, SHEET, "3.45<", "3.46<"));
    assert_false(is_whole_with(amount, FEW_ROWS, SHEET, "><v>", " t=\"str\"><v>"));
    amount.number++;
    assert_false(is_whole_with(amount, FEW_ROWS, SHEET, "<c ", "<c "));
}

static void limit_files(rlim_t size) {
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

// The library alone reports success here, on a file without most of its rows.
static void full_disk_is_found(void **state) {
    (void)state;
    struct cell cell = cell_text(STYLE_BODY, TEXT("noe å skrive, mange ganger, som pakkes godt"));
    signal(SIGXFSZ, SIG_IGN);
    limit_files(400 * 1024);
    enum xlsx_fault rows = write_same(cell, MANY_ROWS);
    limit_files(2 * 1024);
    enum xlsx_fault archive = write_same(cell, FEW_ROWS);
    limit_files(RLIM_INFINITY);
    assert_int_equal(rows, XLSX_NOT_WHOLE);
    assert_int_equal(archive, XLSX_NOT_WHOLE);
    setenv("TMPDIR", "/nonexistent", 1);
    assert_int_equal(write_same(cell, FEW_ROWS), XLSX_TEMPORARY);
    assert_int_equal(problem.error, ENOENT);
    unsetenv("TMPDIR");
    assert_int_equal(write_same(cell, MANY_ROWS), XLSX_OK);
}

static struct row crashing_row(const void *context, size_t index, struct arena *row_arena) {
    (void)index;
    (void)row_arena;
    if (*(const pid_t *)context != getpid())
        raise(SIGKILL); // cmocka catches what a fault would send
    return (struct row){NULL, 0};
}

static void crash_is_survived(void **state) {
    (void)state;
    pid_t ours = getpid();
    struct sheet sheet;
    struct workbook workbook = same_book(&sheet, NULL, 1);
    sheet.row = crashing_row;
    sheet.context = &ours;
    struct writer writer;
    writer_to_memory(&writer, &arena);
    assert_int_equal(xlsx_write(&workbook, &writer, &arena, &problem), XLSX_NOT_WHOLE);
    assert_int_equal(writer.used, 0);
    signal(SIGCHLD, SIG_IGN); // then the system forgets how a child has ended
    assert_int_equal(xlsx_write(&workbook, &writer, &arena, &problem), XLSX_NOT_WHOLE);
    assert_int_equal(write_same(full, FEW_ROWS), XLSX_OK);
    signal(SIGCHLD, SIG_DFL);
}

static void language_is_told(void **state) {
    (void)state;
    static const struct {
        const char *before, *after;
    } cases[] = {
        {"<c:chartSpace><c:lang val=\"en-US\"/><a:rPr lang=\"en-US\"/>en-US",
         "<c:chartSpace><c:lang val=\"nn-NO\"/><a:rPr lang=\"nn-NO\"/>en-US"},
        {"<cp:coreProperties x></cp:coreProperties>",
         "<cp:coreProperties x><dc:language>nn-NO</dc:language></cp:coreProperties>"},
        {"<cp:coreProperties><dc:language>nn-NO</dc:language></cp:coreProperties>",
         "<cp:coreProperties><dc:language>nn-NO</dc:language></cp:coreProperties>"},
        {"<cp:coreProperties ", "<cp:coreProperties "},
        {"<worksheet><c:lang val=\"en-US\"/>", "<worksheet><c:lang val=\"en-US\"/>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char part[256];
        strcpy(part, cases[i].before);
        size_t size = xlsx_set_language(part, strlen(part), TEXT("nn-NO"));
        assert_true(text_is((struct text){part, size}, cases[i].after));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_counted),
        cmocka_unit_test(larger_and_bolder_needs_more),
        cmocka_unit_test(heights_fit),
        cmocka_unit_test(names_are_checked),
        cmocka_unit_test(texts_are_checked),
        cmocka_unit_test(footers_and_links_are_escaped),
        cmocka_unit_test(what_no_sheet_can_hold_is_refused),
        cmocka_unit_test(same_workbook_same_bytes),
        cmocka_unit_test(damage_is_found),
        cmocka_unit_test(what_is_missing_is_found),
        cmocka_unit_test(charts_are_compared),
        cmocka_unit_test(numbers_are_compared),
        cmocka_unit_test(full_disk_is_found),
        cmocka_unit_test(crash_is_survived),
        cmocka_unit_test(language_is_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
