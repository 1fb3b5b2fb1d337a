// SPDX-License-Identifier: MIT

#include "model/meeting/casenumber.h"

#include "base/message.h"
#include "input/file/source.h"
#include "input/yaml/wrong_value.h"

enum { CENTURY = 2000 };

// --- whose case it is ---

const struct numbering *case_numbering(const struct sources *sources, struct text committee) {
    return sources == NULL || sources->numberings == NULL || committee.size == 0
               ? NULL
               : index_find(sources->numberings, committee);
}

static bool read_as_own(struct text text, bool in_file, const struct numbering *numbering,
                        struct case_number *number) {
    struct case_form form;
    for (size_t i = 0; numbering != NULL && i < numbering->count; i++)
        if (case_form_read(&numbering->items[i], text, in_file, number))
            return true;
    return case_form_find(text, in_file, &form, number);
}

// Where the committee ends in "fagråd-1-5/24": at the last hyphen before the slash.
static size_t committee_before_slash(struct text text) {
    size_t slash = text_find(text, '/'), start = slash;
    while (start > 0 && text.data[start - 1] != '-')
        start--;
    return slash == text.size || start < 2 ? 0 : start - 1;
}

// "2024-10-29-asu/1"
static bool cut_meeting(struct text *text, struct text *meeting) {
    const size_t date = sizeof "2024-10-29" - 1;
    struct date day;
    size_t slash = text_find(*text, '/');
    if (slash <= date + 1 || slash == text->size || text->data[date] != '-' ||
        !date_parse(text_slice(*text, 0, date), &day))
        return false;
    *meeting = text_slice(*text, 0, slash);
    *text = text_slice(*text, slash + 1, text->size);
    return true;
}

static bool read_of(struct text text, const struct sources *sources, struct text committee,
                    struct case_number *number) {
    if (!read_as_own(text, false, case_numbering(sources, committee), number))
        return false;
    number->committee = committee;
    return true;
}

// The body in the name of a folder, which has it in lower case: the forms of both are the same.
static bool read_of_meeting(struct text text, struct text meeting, const struct sources *sources,
                            struct case_number *number) {
    struct text body = text_slice(meeting, sizeof "2024-10-29-" - 1, meeting.size);
    if (!read_as_own(text, false, case_numbering(sources, body), number))
        return false;
    number->meeting = meeting;
    return true;
}

bool case_number_parse(struct text text, const struct sources *sources, struct text committee,
                       struct case_number *number) {
    struct text meeting, rest = text;
    size_t colon = text_find(text, ':');
    if (colon > 0 && colon < text.size)
        return read_of(text_slice(text, colon + 1, text.size), sources, text_slice(text, 0, colon),
                       number);
    if (cut_meeting(&rest, &meeting))
        return read_of_meeting(rest, meeting, sources, number);
    const struct numbering *own = case_numbering(sources, committee);
    for (size_t i = 0; own != NULL && i < own->count; i++)
        if (case_form_read(&own->items[i], text, false, number))
            return true;
    size_t end = committee_before_slash(text);
    if (end > 0)
        return read_of(text_slice(text, end + 1, text.size), sources, text_slice(text, 0, end),
                       number);
    return read_as_own(text, false, own, number);
}

bool case_number_of_file(struct text stem, const struct sources *sources, struct text committee,
                         struct case_number *number) {
    return read_as_own(stem, true, case_numbering(sources, committee), number);
}

struct text case_number_from_file(struct text stem, const struct sources *sources,
                                  struct text committee, struct arena *arena) {
    const struct numbering *numbering = case_numbering(sources, committee);
    struct case_number number;
    struct case_form form;
    for (size_t i = 0; numbering != NULL && i < numbering->count; i++)
        if (case_form_read(&numbering->items[i], stem, true, &number))
            return case_form_write(&numbering->items[i], &number, arena);
    if (!case_form_find(stem, true, &form, &number))
        return stem;
    form.between = TEXT("/");
    return case_form_write(&form, &number, arena);
}

enum { DIGITS = 12 };

// Of a number that is not negative; its end is that of the room.
static struct text in_digits(int number, size_t least, char room[DIGITS]) {
    size_t at = DIGITS;
    do
        room[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0 || DIGITS - at < least);
    return (struct text){room + at, DIGITS - at};
}

static char in_file_name(char byte) {
    return byte == '/' || byte == ' ' ? '-' : byte;
}

struct text case_number_file(struct text number, struct arena *arena) {
    char *name = arena_copy(arena, number.data, number.size);
    for (size_t i = 0; i < number.size; i++)
        name[i] = in_file_name(name[i]);
    return (struct text){name, number.size};
}

// A series reads the same with a space and a hyphen.
static struct text key_of_number(const struct case_number *number, struct text owner,
                                 struct text between, struct arena *arena) {
    char room[2][DIGITS];
    bool short_year = number->year >= CENTURY && number->year < CENTURY + 100;
    int year = short_year ? number->year % 100 : number->year;
    const struct text parts[] = {
        owner,
        between,
        case_number_file(number->series, arena),
        in_digits(number->number, 1, room[0]),
        number->year == 0 ? TEXT("") : TEXT("/"),
        number->year == 0 ? TEXT("") : in_digits(year, 2, room[1]),
        number->letter,
    };
    return text_join(arena, parts, sizeof parts / sizeof *parts, TEXT(""));
}

struct text case_number_key(struct text number, const struct sources *sources,
                            struct text committee, struct text folder, struct arena *arena) {
    struct case_number parts;
    if (!case_number_parse(number, sources, committee, &parts))
        return text_format(arena, "%.*s-%.*s", TEXT_ARGS(committee), TEXT_ARGS(number));
    struct text owner = parts.committee.size > 0 ? parts.committee : committee;
    struct text meeting = parts.meeting.size > 0 ? parts.meeting : folder;
    return parts.starts == RESTARTS_EACH_MEETING ? key_of_number(&parts, meeting, TEXT("/"), arena)
                                                 : key_of_number(&parts, owner, TEXT("-"), arena);
}

struct text case_number_in_full(struct text number, const struct sources *sources,
                                struct text committee, struct arena *arena) {
    struct case_number parts;
    bool known = case_number_parse(number, sources, committee, &parts);
    if (known && (parts.committee.size > 0 || parts.meeting.size > 0))
        return number;
    bool has_slash = text_find(number, '/') < number.size;
    bool hyphen = !known || (has_slash && parts.series.size == 0);
    return text_format(arena, "%.*s%s%.*s", TEXT_ARGS(committee), hyphen ? "-" : ":",
                       TEXT_ARGS(number));
}

struct text case_number_shown(struct text number, const struct sources *sources,
                              struct text committee, struct arena *arena) {
    struct case_number parts;
    if (!case_number_parse(number, sources, committee, &parts) || parts.committee.size == 0)
        return number;
    struct text own = text_slice(number, parts.committee.size + 1, number.size);
    return text_equal(parts.committee, committee)
               ? own
               : case_number_in_full(own, sources, parts.committee, arena);
}

bool case_number_may_be(struct text text) {
    struct case_number number;
    int alone;
    size_t start = text.size;
    while (start > 0 && text_digit_at(text, start - 1))
        start--;
    return case_number_parse(text, NULL, TEXT(""), &number) ||
           text_to_number(text_slice(text, start, text.size), &alone);
}

// "PS " and "PS-" are one series.
static int compare_series(struct text a, struct text b) {
    size_t same = 0;
    while (same < a.size && same < b.size &&
           in_file_name(a.data[same]) == in_file_name(b.data[same]))
        same++;
    return text_compare(text_slice(a, same, a.size), text_slice(b, same, b.size));
}

int case_number_compare(const struct case_number *a, const struct case_number *b) {
    int order = compare_series(a->series, b->series);
    if (order == 0)
        order = a->year - b->year;
    if (order == 0)
        order = a->number - b->number;
    return order != 0 ? order : text_compare(a->letter, b->letter);
}

// --- values of keys ---

// "2/26" for "sak 2/26"; empty where nobody can be sure.
static struct text case_number_meant(struct arena *arena, struct text text) {
    struct text rest = text_trim(text);
    struct case_form form;
    struct case_number number;
    if (text_starts_with(text_lower(arena, rest), TEXT("sak ")))
        rest = text_trim(text_slice(rest, sizeof "sak", rest.size));
    return case_form_find(rest, false, &form, &number) ? rest : TEXT("");
}

// Whose number it is is not known yet; whether it is in a form of its body is checked later.
static bool is_of_any_form(struct text text, const struct sources *sources) {
    struct case_form form;
    struct case_number number;
    if (case_form_find(text, false, &form, &number))
        return true;
    const struct index *numberings = sources->numberings;
    for (size_t i = 0; numberings != NULL && i < numberings->capacity; i++) {
        const struct numbering *numbering = numberings->entries[i].thing;
        if (numbering != NULL && read_as_own(text, false, numbering, &number))
            return true;
    }
    return false;
}

static void read_case_number(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    if (is_of_any_form(scalar.text, binding->sources))
        return;
    struct text example = example_case(&binding->sources->examples, binding->arena);
    bind_wrong_value(binding, RULE_WRONG_CASE_NUMBER, scalar,
                     case_number_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a case number; write number/year, like %.*s"),
                     TEXT_ARGS(scalar.text), TEXT_ARGS(example));
}

const struct form case_number_form = {
    .read = read_case_number,
    .how = N_("write number/year, like 41/24, or as 'saksnummer' of the body has it"),
    .pattern = CASE_NUMBER_PATTERN,
    .example = "41/24",
    .number = WHOLE_NUMBER,
    .most_number = 999999,
};

const struct form case_reference_form = {
    .scheme = "sak",
    .how = N_("write number/year, like 41/24; of another committee PSU-5/24"),
    .pattern = "(?:[^:/\\n]+:|[^/\\n]+-|[^/\\n]+/)?" CASE_NUMBER_PATTERN,
    .example = "42/24",
    .number = WHOLE_NUMBER,
    .most_number = 999999,
};
