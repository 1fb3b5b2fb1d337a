// SPDX-License-Identifier: MIT

#include "input/xlsx/days.h"

#include <stdlib.h>
#include <string.h>

bool xlsx_day(double serial, bool from_1904, struct date *date) {
    enum { DAYS_TO_1904 = 1462, FIRST = 61, LAST = 109938, DAYS = 366 };
    serial += from_1904 ? DAYS_TO_1904 : 0;
    int day = serial >= 0 && serial < 1e9 ? (int)serial : 0;
    if (day < FIRST || day > LAST)
        return false;
    *date = (struct date){1900, 3, 1};
    int rest = day - FIRST;
    while (rest >= DAYS) { // a year from March to March
        struct date next = {date->year + 1, 3, 1};
        rest -= date_days_between(*date, next);
        *date = next;
    }
    while (rest-- > 0)
        *date = date_next(*date);
    return true;
}

enum { MOST_FORMATS = 4096, MOST_NUMBER = 100000 };

struct reading {
    bool *shows_days;
    size_t most, count;
    int formats[MOST_FORMATS]; // numbers of those that show days
    size_t format_count;
    bool is_in_cells;
};

// A letter of a day, month or year that is not in quotes, brackets or after a backslash.
static bool is_of_days(const char *format) {
    char closing = 0;
    for (; *format != '\0'; format++) {
        if (closing != 0)
            closing = *format == closing ? '\0' : closing;
        else if (*format == '"' || *format == '[')
            closing = *format == '"' ? '"' : ']';
        else if (*format == '\\' && format[1] != '\0')
            format++;
        else if (strchr("dDyY", *format) != NULL)
            return true;
    }
    return false;
}

// The formats that need no words: 14 to 17 and 22, and those of East Asia.
static bool is_known(const struct reading *reading, int number) {
    bool found = (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
                 number == 36 || (number >= 50 && number <= 58);
    for (size_t i = 0; i < reading->format_count; i++)
        found = found || reading->formats[i] == number;
    return found;
}

static int number_of(const char **attributes) {
    const char *number = xml_attribute(attributes, "numFmtId");
    long value = number == NULL ? 0 : strtol(number, NULL, 10);
    return value < 0 || value > MOST_NUMBER ? 0 : (int)value;
}

static void start(void *context, const char *name, const char **attributes) {
    struct reading *reading = context;
    const char *local = xml_local_name(name);
    const char *code = xml_attribute(attributes, "formatCode");
    if (strcmp(local, "cellXfs") == 0)
        reading->is_in_cells = true;
    else if (strcmp(local, "numFmt") == 0 && code != NULL && is_of_days(code) &&
             reading->format_count < MOST_FORMATS)
        reading->formats[reading->format_count++] = number_of(attributes);
    else if (strcmp(local, "xf") == 0 && reading->is_in_cells && reading->count < reading->most)
        reading->shows_days[reading->count++] = is_known(reading, number_of(attributes));
}

static void end(void *context, const char *name) {
    struct reading *reading = context;
    if (strcmp(xml_local_name(name), "cellXfs") == 0)
        reading->is_in_cells = false;
}

bool xlsx_read_styles(const struct archive_part *part, bool *shows_days, size_t most, size_t *count,
                      struct arena *arena) {
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    *reading = (struct reading){.shows_days = shows_days, .most = most};
    const struct xml_events events = {.start = start, .end = end, .context = reading};
    bool read = xml_read(part, &events);
    *count = reading->count;
    return read;
}
