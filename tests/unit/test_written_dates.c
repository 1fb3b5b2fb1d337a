// SPDX-License-Identifier: MIT

#include "base/writer.h"
#include "check/writing/written_dates.h"
#include "input/markdown/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#include "arena_fixture.h"

static void write_date(void *context, const struct written_date *found) {
    struct writer *writer = context;
    writer_number(writer, found->at.line);
    writer_byte(writer, ':');
    writer_number(writer, found->at.column);
    writer_put(writer, text_format(&arena, " %d-%d-%d", found->date.year, found->date.month,
                                   found->date.day));
    if (found->weekday > 0)
        writer_put(writer, text_format(&arena, " day %d", found->weekday));
    if (found->is_deadline)
        writer_put(writer, TEXT(" deadline"));
    writer_put(writer, TEXT("; "));
}

static const char *dates_in(const char *markdown) {
    struct diagnostics diagnostics;
    struct prose prose = {.source = text_from(markdown), .at = {1, 1}};
    struct writer writer;
    diagnostics_init(&diagnostics, &arena);
    assert_true(markdown_parse(&prose, TEXT("test.md"), 0, &(size_t){0}, &diagnostics, &arena));
    writer_to_memory(&writer, &arena);
    written_dates_find(&prose, &arena, write_date, &writer);
    return text_copy(&arena, text_trim(writer_text(&writer))).data;
}

static void dates(void **state) {
    static const struct {
        const char *text;
        const char *found;
    } cases[] = {
        {"", ""},
        {"Ingen dato her.", ""},
        {"Den 29. oktober 2024", "1:5 2024-10-29;"},
        {"29 oktober 2024", "1:1 2024-10-29;"},
        {"Den 31. mai 2024", "1:5 2024-5-31;"},
        {"Møtet 29. oktober.", "1:7 0-10-29;"},
        {"Møtet 29. oktober. 2024 blir bra.", "1:7 0-10-29;"},
        {"Møtet er tirsdag 29. oktober 2024.", "1:10 2024-10-29 day 2;"},
        {"Tysdag den 29. oktober", "1:1 0-10-29 day 2;"},
        {"(onsdag, 30. oktober 2024)", "1:1 2024-10-30 day 3;"},
        {"«(29. oktober 2024", "1:1 2024-10-29;"},
        {"29. oktober 2024)»", "1:1 2024-10-29;"},
        {"29.10.2024 og 1.2.24", "1:1 2024-10-29; 1:15 2024-2-1;"},
        {"1.2.01, 1.2.99, men ikke 1.2.100 og 1.2.1899", "1:1 2001-2-1; 1:9 2099-2-1;"},
        {"2024-10-29", "1:1 2024-10-29;"},
        // A day and a month in digits alone can be a time: only with a word before it.
        {"kl. 13.10, punkt 3.1", ""},
        {"innen 15.12, senest den 1.3.", "1:7 0-12-15 deadline; 1:25 0-3-1 deadline;"},
        {"Innen utgangen av 2024, 1. mai", "1:7 2024-12-31 deadline; 1:25 0-5-1;"},
        {"før utløpet av februar 2024 og senest utgangen av juni.",
         "1:5 2024-2-29 deadline; 1:39 0-6-30 deadline;"},
        {"slutten av alt, utgangen av", ""},
        // Without any digit.
        {"innen utgangen av juni", "1:7 0-6-30 deadline;"},
        {"senest utløpet av mai", "1:8 0-5-31 deadline;"},
        {"før slutten av april", "1:5 0-4-30 deadline;"},
        {"før enden av februar", "1:5 0-2-29 deadline;"},
        {"Tirsdagen 29.\u00a0oktober\u00a02024", "1:1 2024-10-29 day 2;"},
        {"før fredag 1. november 2024", "1:5 2024-11-1 day 5 deadline;"},
        // Signs around signs.
        {"Møtet «(29. oktober", "1:7 0-10-29;"},
        {"Møtet 29. oktober)», 2024", "1:7 2024-10-29;"},
        // What is none.
        {"Ikke 31. februar 2024, 0. mai, 32. mai, 1.13.2024", ""},
        {"Ikke 29. februar 2023 og 29. februar", "1:26 0-2-29;"},
        {"Den 1. mars 1899", "1:5 0-3-1;"},
        {"1.2.3.4 og 1..2 og .1.2024", ""},
        {"Den 99999999999999999999. mai 2024", ""},
        // Over lines and marks, not over blocks.
        {"tirsdag\n29. oktober\n2024", "1:1 2024-10-29 day 2;"},
        {"**tirsdag** 29. *oktober* 2024", "1:3 2024-10-29 day 2;"},
        {"- tirsdag\n- den 29. oktober 2024", "2:7 2024-10-29;"},
        {"Den 29.\n\noktober 2024", ""},
        {"| a | b |\n| - | - |\n| tirsdag | 1. mai |", "3:13 0-5-1;"},
        {"`1. mai 2024` og [2. mai](sak:1/24)", "1:19 0-5-2;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(dates_in(cases[i].text), cases[i].found);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
