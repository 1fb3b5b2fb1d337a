// SPDX-License-Identifier: MIT

#include "render/data/ics.h"

#include <string.h>
#include <time.h>

enum { MOST_LINE_BYTES = 75 };

// A content line that is being written.
struct line {
    struct writer *writer;
    size_t used;
};

// The bytes stay together: a character, or a character with what escapes it.
static void put_together(struct line *line, struct text bytes) {
    if (line->used + bytes.size > MOST_LINE_BYTES) {
        writer_put(line->writer, TEXT("\r\n "));
        line->used = 1;
    }
    writer_put(line->writer, bytes);
    line->used += bytes.size;
}

static void put_characters(struct line *line, struct text text) {
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        text_next_code_point(text, &at);
        put_together(line, text_slice(text, start, at));
    }
}

static bool is_control(struct text character) {
    unsigned char byte = (unsigned char)character.data[0];
    return byte < 0x20 || byte == 0x7F;
}

// The value of a property of the type TEXT.
static void put_escaped(struct line *line, struct text text) {
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        text_next_code_point(text, &at);
        struct text character = text_slice(text, start, at);
        char escaped[] = {'\\', character.data[0]};
        if (character.data[0] == '\n')
            put_together(line, TEXT("\\n"));
        else if (memchr("\\;,", character.data[0], 3) != NULL)
            put_together(line, (struct text){escaped, sizeof escaped});
        else if (character.data[0] == '\t')
            put_together(line, TEXT(" "));
        else if (!is_control(character))
            put_together(line, character);
    }
}

// No escape for a quotation mark within a quoted parameter is known to every reader.
static void put_quoted(struct line *line, struct text text) {
    put_together(line, TEXT("\""));
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        text_next_code_point(text, &at);
        struct text character = text_slice(text, start, at);
        if (character.data[0] == '"')
            put_together(line, TEXT("'"));
        else if (!is_control(character))
            put_together(line, character);
    }
    put_together(line, TEXT("\""));
}

static void put_address(struct line *line, struct text email) {
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@+!$'*";
    static const char digits[] = "0123456789ABCDEF";
    put_characters(line, TEXT("mailto:"));
    for (size_t i = 0; i < email.size; i++) {
        unsigned char byte = (unsigned char)email.data[i];
        char encoded[] = {'%', digits[byte >> 4], digits[byte & 15]};
        if (memchr(plain, byte, sizeof plain - 1) != NULL)
            put_together(line, text_slice(email, i, i + 1));
        else
            put_together(line, (struct text){encoded, sizeof encoded});
    }
}

static struct line begin_line(struct writer *writer, struct text name) {
    struct line line = {writer, 0};
    put_characters(&line, name);
    return line;
}

static void end_line(struct line *line) {
    writer_put(line->writer, TEXT("\r\n"));
}

// A property whose value is a word or number of ours.
static void write_plain(struct writer *writer, struct text name, struct text value) {
    struct line line = begin_line(writer, name);
    put_characters(&line, TEXT(":"));
    put_characters(&line, value);
    end_line(&line);
}

static void write_text(struct writer *writer, struct text name, struct text value) {
    if (value.size == 0)
        return;
    struct line line = begin_line(writer, name);
    put_characters(&line, TEXT(":"));
    put_escaped(&line, value);
    end_line(&line);
}

static void write_number(struct writer *writer, struct text name, int64_t number) {
    writer_put(writer, name);
    writer_byte(writer, ':');
    writer_number(writer, number);
    writer_put(writer, TEXT("\r\n"));
}

static void write_utc(struct writer *writer, struct text name, const struct tm *time) {
    char value[32];
    size_t size = strftime(value, sizeof value, "%Y%m%dT%H%M%SZ", time);
    write_plain(writer, name, (struct text){value, size});
}

// By the calendar's rules only: the machine's time zone does not matter.
static struct tm broken_down(int64_t seconds) {
    struct tm parts;
    time_t time = (time_t)seconds;
    if (gmtime_r(&time, &parts) == NULL)
        memset(&parts, 0, sizeof parts);
    return parts;
}

static void write_time(struct writer *writer, struct text name, struct calendar_time time) {
    if (time.date.year == 0)
        return;
    bool whole_day = time.minutes == CALENDAR_WHOLE_DAY;
    int64_t seconds = date_to_seconds(time.date) + (whole_day ? 0 : time.minutes) * INT64_C(60);
    struct tm parts = broken_down(seconds);
    struct line line = begin_line(writer, name);
    put_characters(&line, whole_day ? TEXT(";VALUE=DATE:") : TEXT(";TZID=Europe/Oslo:"));
    char value[32];
    size_t size = strftime(value, sizeof value, whole_day ? "%Y%m%d" : "%Y%m%dT%H%M%S", &parts);
    put_characters(&line, (struct text){value, size});
    end_line(&line);
}

static void write_recurrence(struct writer *writer, const struct calendar_entry *entry) {
    if (entry->rule.size > 0)
        write_plain(writer, TEXT("RRULE"), entry->rule);
    for (size_t i = 0; i < entry->except_count; i++)
        write_time(writer, TEXT("EXDATE"),
                   (struct calendar_time){entry->except[i], CALENDAR_WHOLE_DAY});
}

static void write_party(struct writer *writer, struct text name, const struct calendar_party *party,
                        bool attends) {
    if (party->email.size == 0)
        return;
    struct line line = begin_line(writer, name);
    if (party->name.size > 0) {
        put_characters(&line, TEXT(";CN="));
        put_quoted(&line, party->name);
    }
    if (attends) {
        put_characters(&line, party->group ? TEXT(";CUTYPE=GROUP") : TEXT(";CUTYPE=INDIVIDUAL"));
        put_characters(&line, TEXT(";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"));
    }
    put_characters(&line, TEXT(":"));
    put_address(&line, party->email);
    end_line(&line);
}

// What shows a task as done in every calendar: some look at the status, others at the rest.
static void write_progress(struct writer *writer, const struct calendar_entry *entry) {
    struct tm stamp = broken_down(entry->stamp), completed = broken_down(entry->completed);
    if (entry->kind != CALENDAR_TASK)
        return;
    write_utc(writer, TEXT("LAST-MODIFIED"), &stamp);
    if (entry->status != CALENDAR_COMPLETED)
        return;
    if (entry->completed != 0)
        write_utc(writer, TEXT("COMPLETED"), &completed);
    write_number(writer, TEXT("PERCENT-COMPLETE"), 100);
}

static void write_entry(struct writer *writer, const struct calendar_entry *entry) {
    static const struct text kinds[] = {TEXT_OF("VEVENT"), TEXT_OF("VTODO")};
    static const struct text statuses[CALENDAR_STATUS_COUNT] = {
        [CALENDAR_TENTATIVE] = TEXT_OF("TENTATIVE"),
        [CALENDAR_CONFIRMED] = TEXT_OF("CONFIRMED"),
        [CALENDAR_CANCELLED] = TEXT_OF("CANCELLED"),
        [CALENDAR_NEEDS_ACTION] = TEXT_OF("NEEDS-ACTION"),
        [CALENDAR_IN_PROCESS] = TEXT_OF("IN-PROCESS"),
        [CALENDAR_COMPLETED] = TEXT_OF("COMPLETED"),
    };
    struct tm stamp = broken_down(entry->stamp);
    write_plain(writer, TEXT("BEGIN"), kinds[entry->kind]);
    write_text(writer, TEXT("UID"), entry->uid);
    write_utc(writer, TEXT("DTSTAMP"), &stamp);
    write_number(writer, TEXT("SEQUENCE"), entry->sequence);
    write_time(writer, TEXT("DTSTART"), entry->start);
    write_time(writer, TEXT("DTEND"), entry->end);
    write_time(writer, TEXT("DUE"), entry->due);
    write_recurrence(writer, entry);
    write_text(writer, TEXT("STATUS"), statuses[entry->status]);
    write_progress(writer, entry);
    write_text(writer, TEXT("SUMMARY"), entry->summary);
    write_text(writer, TEXT("LOCATION"), entry->location);
    write_text(writer, TEXT("DESCRIPTION"), entry->description);
    if (entry->url.size > 0)
        write_plain(writer, TEXT("URL"), entry->url);
    write_text(writer, TEXT("RELATED-TO"), entry->related_to);
    write_party(writer, TEXT("ORGANIZER"), &entry->organiser, false);
    for (size_t i = 0; i < entry->attendee_count; i++)
        write_party(writer, TEXT("ATTENDEE"), &entry->attendees[i], true);
    write_plain(writer, TEXT("END"), kinds[entry->kind]);
}

// The rules of the European Union, in Norway since 1996: they hold for every year from then on.
static const struct text time_zone = TEXT_OF("BEGIN:VTIMEZONE\r\n"
                                             "TZID:Europe/Oslo\r\n"
                                             "BEGIN:STANDARD\r\n"
                                             "DTSTART:19961027T030000\r\n"
                                             "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                             "TZOFFSETFROM:+0200\r\n"
                                             "TZOFFSETTO:+0100\r\n"
                                             "TZNAME:CET\r\n"
                                             "END:STANDARD\r\n"
                                             "BEGIN:DAYLIGHT\r\n"
                                             "DTSTART:19960331T020000\r\n"
                                             "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                             "TZOFFSETFROM:+0100\r\n"
                                             "TZOFFSETTO:+0200\r\n"
                                             "TZNAME:CEST\r\n"
                                             "END:DAYLIGHT\r\n"
                                             "END:VTIMEZONE\r\n");

static bool has_clock(struct calendar_time time) {
    return time.date.year != 0 && time.minutes != CALENDAR_WHOLE_DAY;
}

static bool needs_time_zone(const struct calendar *calendar) {
    for (size_t i = 0; i < calendar->entry_count; i++) {
        const struct calendar_entry *entry = &calendar->entries[i];
        if (has_clock(entry->start) || has_clock(entry->end) || has_clock(entry->due))
            return true;
    }
    return false;
}

void ics_write(struct writer *writer, const struct calendar *calendar) {
    static const struct text methods[] = {
        [CALENDAR_NO_METHOD] = TEXT_OF(""),
        [CALENDAR_PUBLISH] = TEXT_OF("PUBLISH"),
        [CALENDAR_REQUEST] = TEXT_OF("REQUEST"),
        [CALENDAR_CANCEL] = TEXT_OF("CANCEL"),
    };
    writer_put(writer, TEXT("BEGIN:VCALENDAR\r\n"
                            "VERSION:2.0\r\n"
                            "PRODID:-//fellesskap//fellesskap//EN\r\n"
                            "CALSCALE:GREGORIAN\r\n"));
    write_text(writer, TEXT("METHOD"), methods[calendar->method]);
    write_text(writer, TEXT("X-WR-CALNAME"), calendar->name);
    if (needs_time_zone(calendar))
        writer_put(writer, time_zone);
    for (size_t i = 0; i < calendar->entry_count; i++)
        write_entry(writer, &calendar->entries[i]);
    writer_put(writer, TEXT("END:VCALENDAR\r\n"));
}
