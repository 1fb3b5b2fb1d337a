// SPDX-License-Identifier: MIT
// Days, clock times, periods, deadlines, percentages, case numbers: what is taken is what was
// written, and the calendar of the C library knows the day.

#include "fuzz.h"

#include "base/date.h"
#include "input/yaml/binding.h"
#include "model/meeting/deadline.h"
#include "model/plan/plan.h"

#include <time.h>

static void require_day(struct arena *arena, struct date date) {
    time_t seconds = (time_t)date_to_seconds(date);
    struct tm day;
    REQUIRE(gmtime_r(&seconds, &day) != NULL);
    REQUIRE(day.tm_year + 1900 == date.year && day.tm_mon + 1 == date.month);
    REQUIRE(day.tm_mday == date.day && day.tm_hour + day.tm_min + day.tm_sec == 0);
    REQUIRE((day.tm_wday + 6) % 7 + 1 == date_weekday(date));
    struct date again;
    REQUIRE(date_parse(date_iso(arena, date), &again) && date_compare(date, again) == 0);
}

static void check_days(struct fuzz *fuzz) {
    struct date date;
    if (!date_parse(fuzz->input, &date))
        return;
    REQUIRE(text_equal(date_iso(&fuzz->arena, date), fuzz->input));
    require_day(&fuzz->arena, date);
}

static void require_clock(struct arena *arena, int minutes) {
    int again;
    REQUIRE(minutes >= 0 && minutes <= 24 * 60);
    REQUIRE(clock_parse(clock_text(arena, minutes), &again) && again == minutes);
}

static void check_times(struct fuzz *fuzz) {
    int from, to;
    if (clock_parse(fuzz->input, &from))
        require_clock(&fuzz->arena, from);
    if (clock_span_parse(fuzz->input, &from, &to)) {
        require_clock(&fuzz->arena, from);
        require_clock(&fuzz->arena, to);
        REQUIRE(from < to);
    }
    if (period_parse(fuzz->input, &from, &to))
        REQUIRE(1900 <= from && from <= to && to <= 2200);
}

static void check_numbers(struct fuzz *fuzz) {
    const struct text own = TEXT("ASU");
    struct case_number number;
    int value;
    if (case_number_parse(fuzz->input, NULL, own, &number)) {
        struct text full = case_number_in_full(fuzz->input, NULL, own, &fuzz->arena);
        struct text key = case_number_key(fuzz->input, NULL, own, TEXT(""), &fuzz->arena);
        REQUIRE_OF(full, text_equal(key, case_number_key(full, NULL, own, TEXT(""), &fuzz->arena)));
    }
    if (progress_parse(fuzz->input, &value))
        REQUIRE(value >= 0 && value <= 100);
    if (text_to_number(fuzz->input, &value))
        REQUIRE(value >= 0 && value <= 999999999);
}

static const struct field deadline_fields[] = {
    FIELD("frist", SPECIAL, REQUIRED, .offset = 0, "a deadline", .form = &deadline_form),
};
static const struct shape deadline_shape = SHAPE(struct deadline, deadline_fields);

// The input as a value of YAML, which is where deadlines are read.
static void check_deadlines(struct fuzz *fuzz) {
    for (size_t i = 0; i < fuzz->input.size; i++)
        if ((unsigned char)fuzz->input.data[i] < ' ' || fuzz->input.data[i] == '\'')
            return;
    struct text yaml = text_format(&fuzz->arena, "frist: '%.*s'\n", TEXT_ARGS(fuzz->input));
    struct source *source = source_add(fuzz->sources, TEXT("frist.yaml"), yaml);
    if (source == NULL)
        return;
    struct deadline deadline = {.year = 0};
    bind_yaml(fuzz->sources, source, source->text, 1, &deadline_shape, &deadline);
    bool a_day = deadline.day.date.year != 0, a_meeting = deadline.committee.text.size > 0;
    // "snarest" and "neste møte" are neither.
    REQUIRE(fuzz->diagnostics.errors == 0 ? a_day + a_meeting <= 1 : !a_day && !a_meeting);
    if (a_day)
        require_day(&fuzz->arena, deadline.day.date);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    fuzz_begin(&fuzz, data, size);
    bool is_text = source_add(fuzz.sources, TEXT("f"), fuzz.input) != NULL;
    if (is_text) {
        check_days(&fuzz);
        check_times(&fuzz);
        check_numbers(&fuzz);
        check_deadlines(&fuzz);
    }
    fuzz_end(&fuzz);
    return 0;
}
