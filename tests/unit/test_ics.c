// SPDX-License-Identifier: MIT

#include "render/data/ics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "arena_fixture.h"

static const char *written(const struct calendar *calendar) {
    struct writer writer;
    writer_to_memory(&writer, &arena);
    ics_write(&writer, calendar);
    writer_byte(&writer, '\0');
    return writer_text(&writer).data;
}

static const char *entry_text(const struct calendar_entry *entry) {
    const struct calendar calendar = {.entries = entry, .entry_count = 1};
    return written(&calendar);
}

// With what was folded on one line again.
static const char *unfolded(const char *text) {
    char *line = arena_copy(&arena, text, strlen(text));
    for (char *fold = strstr(line, "\r\n "); fold != NULL; fold = strstr(fold, "\r\n "))
        memmove(fold, fold + 3, strlen(fold + 3) + 1);
    return line;
}

static void a_task(void **state) {
    (void)state;
    const struct calendar_entry task = {
        .kind = CALENDAR_TASK,
        .uid = TEXT("a@b"),
        .stamp = 1700000000,
        .due = {{2025, 6, 30}, CALENDAR_WHOLE_DAY},
        .status = CALENDAR_NEEDS_ACTION,
        .summary = TEXT("Rapportere"),
        .related_to = TEXT("c@b"),
    };
    const struct calendar calendar = {
        .name = TEXT("Vedtak"), .entries = &task, .entry_count = 1, .method = CALENDAR_PUBLISH};
    assert_string_equal(written(&calendar), "BEGIN:VCALENDAR\r\n"
                                            "VERSION:2.0\r\n"
                                            "PRODID:-//fellesskap//fellesskap//EN\r\n"
                                            "CALSCALE:GREGORIAN\r\n"
                                            "METHOD:PUBLISH\r\n"
                                            "X-WR-CALNAME:Vedtak\r\n"
                                            "BEGIN:VTODO\r\n"
                                            "UID:a@b\r\n"
                                            "DTSTAMP:20231114T221320Z\r\n"
                                            "SEQUENCE:0\r\n"
                                            "DUE;VALUE=DATE:20250630\r\n"
                                            "STATUS:NEEDS-ACTION\r\n"
                                            "LAST-MODIFIED:20231114T221320Z\r\n"
                                            "SUMMARY:Rapportere\r\n"
                                            "RELATED-TO:c@b\r\n"
                                            "END:VTODO\r\n"
                                            "END:VCALENDAR\r\n");
}

static void clock_times_bring_their_zone(void **state) {
    (void)state;
    const struct calendar_entry event = {
        .start = {{2024, 12, 31}, 23 * 60 + 5},
        .end = {{2024, 12, 31}, 24 * 60},
    };
    const char *text = entry_text(&event);
    assert_non_null(strstr(text, "\r\nDTSTART;TZID=Europe/Oslo:20241231T230500\r\n"
                                 "DTEND;TZID=Europe/Oslo:20250101T000000\r\n"));
    assert_non_null(strstr(text, "\r\nTZID:Europe/Oslo\r\n"));
}

static void texts_are_escaped(void **state) {
    (void)state;
    const struct calendar_entry event = {
        .summary = TEXT("a\\b;c,d:e\"f\ng\rh\x01i\x7Fj\tk"),
        .organiser = {.name = TEXT("Kari \"K\" Ås;, \n:x"), .email = TEXT("a%b?c+d@x.no")},
    };
    const char *text = entry_text(&event);
    assert_non_null(strstr(text, "\r\nSUMMARY:a\\\\b\\;c\\,d:e\"f\\nghij k\r\n"));
    assert_non_null(
        strstr(text, "\r\nORGANIZER;CN=\"Kari 'K' Ås;, :x\":mailto:a%25b%3Fc+d@x.no\r\n"));
}

static void attendees(void **state) {
    (void)state;
    const struct calendar_party parties[] = {
        {TEXT("ASU"), TEXT("asu@x.no"), true},
        {TEXT(""), TEXT("b@x.no"), false},
        {TEXT("Uten adresse"), TEXT(""), false},
    };
    const struct calendar_entry event = {.attendees = parties, .attendee_count = 3};
    const char *text = unfolded(entry_text(&event));
    assert_non_null(strstr(text,
                           "\nATTENDEE;CN=\"ASU\";CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;"
                           "PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:asu@x.no\r\n"
                           "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"
                           "PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:b@x.no\r\nEND:VEVENT\r\n"));
}

// No line is longer than 75 bytes, whatever character stands at its end, and joined again they are
// what was written.
static void lines_are_folded_between_characters(void **state) {
    (void)state;
    static const char *const characters[] = {"a", "ø", "€", "😀", "\\", "\n"};
    for (size_t shift = 0; shift < 4; shift++)
        for (size_t kind = 0; kind < sizeof characters / sizeof *characters; kind++) {
            struct writer writer;
            writer_to_memory(&writer, &arena);
            writer_repeat(&writer, 'x', shift);
            for (size_t i = 0; i < 100; i++)
                writer_put(&writer, text_from(characters[kind]));
            const struct calendar_entry event = {.summary = writer_text(&writer)};
            struct text rest = text_from(entry_text(&event));
            while (rest.size > 0) {
                struct text line = text_cut(&rest, '\n');
                assert_in_range(line.size, 1, 76); // with its CR
                assert_int_equal(line.data[line.size - 1], '\r');
                assert_int_equal(text_first_invalid(line), line.size);
                assert_false(line.data[0] == ' ' && line.data[1] == 'n'); // "\n" is not parted
            }
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_task),
        cmocka_unit_test(clock_times_bring_their_zone),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(attendees),
        cmocka_unit_test(lines_are_folded_between_characters),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
