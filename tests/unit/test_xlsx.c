// SPDX-License-Identifier: MIT
// Row heights, what a workbook can hold, and the failures that the library does not see.

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
static char folder[] = "/tmp/test-xlsx-XXXXXX";
static char file[64];

static void no_memory(void) {
    abort();
}

static int set_up(void **state) {
    (void)state;
    arena_init(&arena, no_memory);
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(file, sizeof file, "%s/book.xlsx", folder);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    unlink(file);
    rmdir(folder);
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
        size_t lines = xlsx_lines(text_from(cases[i].text), cases[i].width, 11, false);
        if (lines < cases[i].least || lines > cases[i].most)
            fail_msg("%zu lines, not %zu to %zu: %s", lines, cases[i].least, cases[i].most,
                     cases[i].text);
    }
}

static void larger_and_bolder_needs_more(void **state) {
    (void)state;
    struct text text = repeated("utskrivningsklare pasienter ", 40);
    size_t lines = xlsx_lines(text, 30, 11, false);
    assert_true(xlsx_lines(text, 30, 11, true) >= lines);
    assert_true(xlsx_lines(text, 30, 18, false) > lines);
    assert_true(xlsx_lines(text, 15, 11, false) >= 2 * lines - 1);
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
    assert_true(joined >= 15 && joined < 20);
    assert_true(narrow >= 4 * 15 && narrow < 9 * 15);
    cell.text = repeated("linje\n", 1000);
    assert_float_equal(height_of(cell, widths, 4), XLSX_HIGHEST, 1e-9);
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
    assert_int_equal(xlsx_units(TEXT("aå–😀")), 5);
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

static enum xlsx_fault write_same(struct cell cell, size_t rows, const char *name) {
    struct sheet sheet = {
        .name = TEXT("Ark"), .row_count = rows, .row = same_row, .context = &cell};
    struct workbook workbook = {
        .title = TEXT("Tittel"),
        .author = TEXT("Sekretariatet"),
        .page_word = TEXT("Side"),
        .of_word = TEXT("av"),
        .created = 1730160000,
        .sheets = &sheet,
        .sheet_count = 1,
    };
    return xlsx_write(name, &workbook, &arena, &problem);
}

static void what_no_sheet_can_hold_is_refused(void **state) {
    (void)state;
    struct cell body = cell_text(STYLE_BODY, TEXT("tekst"));
    assert_int_equal(write_same(body, FEW_ROWS, file), XLSX_OK);
    body.text = repeated("å", LONG_TEXT);
    assert_int_equal(write_same(body, FEW_ROWS, file), XLSX_OK);
    body.text = repeated("å", LONG_TEXT + 1);
    assert_int_equal(write_same(body, FEW_ROWS, file), XLSX_TEXT_TOO_LONG);
    assert_int_equal(problem.row, 0);
    assert_true(text_is(problem.sheet, "Ark"));
    body.text = TEXT("a\0b");
    assert_int_equal(write_same(body, FEW_ROWS, file), XLSX_CELL);
    assert_int_equal(write_same(cell_share(STYLE_BODY, (double)NAN), FEW_ROWS, file), XLSX_CELL);
    assert_int_equal(write_same(cell_number(STYLE_BODY, INT64_MAX), FEW_ROWS, file), XLSX_CELL);
    body = cell_empty(STYLE_GOAL);
    body.span = WORKBOOK_COLUMNS + 1;
    assert_int_equal(write_same(body, FEW_ROWS, file), XLSX_CELL);
    assert_int_equal(write_same(cell_empty(STYLE_BODY), WORKBOOK_ROWS + 1, file), XLSX_TOO_LARGE);
}

static struct text whole_file(void) {
    FILE *stream = fopen(file, "rb");
    assert_non_null(stream);
    struct stat status;
    assert_int_equal(fstat(fileno(stream), &status), 0);
    struct text bytes = {arena_alloc(&arena, (size_t)status.st_size), (size_t)status.st_size};
    assert_int_equal(fread((char *)bytes.data, 1, bytes.size, stream), bytes.size);
    fclose(stream);
    return bytes;
}

static void same_workbook_same_bytes(void **state) {
    (void)state;
    struct cell cell = cell_share(STYLE_BODY_RIGHT, 0.125);
    cell.comment = TEXT("merknad");
    cell.link = TEXT("https://example.org/#å");
    assert_int_equal(write_same(cell, FEW_ROWS, file), XLSX_OK);
    struct text first = whole_file();
    setenv("TZ", "Asia/Tokyo", 1);
    assert_int_equal(write_same(cell, FEW_ROWS, file), XLSX_OK);
    assert_true(text_equal(first, whole_file()));
    unsetenv("TZ");
}

static void put_bytes(struct text bytes) {
    FILE *stream = fopen(file, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes.data, 1, bytes.size, stream), bytes.size);
    assert_int_equal(fclose(stream), 0);
}

static void damage_is_found(void **state) {
    (void)state;
    int error = 0;
    assert_int_equal(write_same(cell_text(STYLE_BODY, TEXT("x")), FEW_ROWS, file), XLSX_OK);
    struct text good = whole_file();
    assert_true(xlsx_verify(file, 1, &arena, &error));
    assert_false(xlsx_verify(file, 2, &arena, &error));
    for (size_t size = 0; size < good.size; size += 1 + good.size / 64) {
        put_bytes(text_slice(good, 0, size));
        assert_false(xlsx_verify(file, 1, &arena, &error));
    }
    put_bytes(text_format(&arena, "%s", "PK"));
    assert_false(xlsx_verify(file, 1, &arena, &error));
    // A hole in the middle shifts what follows; a changed header contradicts the directory.
    char *bytes = arena_copy(&arena, good.data, good.size);
    memmove(bytes + good.size / 2, bytes + good.size / 2 + 1, good.size / 2);
    put_bytes((struct text){bytes, good.size - 1});
    assert_false(xlsx_verify(file, 1, &arena, &error));
    for (size_t i = 14; i < 40; i++) { // checksum, sizes and name of the first member
        bytes = arena_copy(&arena, good.data, good.size);
        bytes[i] ^= 1;
        put_bytes((struct text){bytes, good.size});
        assert_false(xlsx_verify(file, 1, &arena, &error));
    }
    assert_false(xlsx_verify("/nonexistent", 1, &arena, &error));
    assert_int_equal(error, ENOENT);
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
    enum xlsx_fault temporary = write_same(cell, MANY_ROWS, file);
    int temporary_error = problem.error;
    limit_files(2 * 1024);
    enum xlsx_fault output = write_same(cell, FEW_ROWS, file);
    int output_error = problem.error;
    limit_files(RLIM_INFINITY);
    assert_int_equal(temporary, XLSX_TEMPORARY);
    assert_int_equal(temporary_error, EFBIG);
    assert_int_equal(output, XLSX_WRITE);
    assert_int_equal(output_error, EFBIG);
    setenv("TMPDIR", "/nonexistent", 1);
    assert_int_equal(write_same(cell, MANY_ROWS, file), XLSX_TEMPORARY);
    assert_int_equal(problem.error, ENOENT);
    assert_int_equal(write_same(cell, FEW_ROWS, file), XLSX_OK); // small ones stay in memory
    unsetenv("TMPDIR");
    assert_int_equal(write_same(cell, MANY_ROWS, file), XLSX_OK);
    assert_int_equal(write_same(cell, FEW_ROWS, "/nonexistent/book.xlsx"), XLSX_WRITE);
    assert_int_equal(problem.error, ENOENT);
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
        cmocka_unit_test(full_disk_is_found),
        cmocka_unit_test(language_is_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
