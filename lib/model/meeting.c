// SPDX-License-Identifier: MIT

#include "model/meeting.h"

#include "base/message.h"
#include "input/limits.h"

#include <stddef.h>

static const char *const kind[] = {"møte", NULL};

static void read_clock(struct binding *binding, struct scalar scalar, void *into) {
    struct clock_time *clock = into;
    if (clock_parse(scalar.text, &clock->minutes))
        clock->at = scalar.at;
    else
        bind_report(binding, RULE_WRONG_TIME, scalar.at,
                    _("'%.*s' is not a clock time; write it like 13.00"), TEXT_ARGS(scalar.text));
}

static void read_clock_span(struct binding *binding, struct scalar scalar, void *into) {
    struct clock_span *span = into;
    int from, to;
    if (clock_span_parse(scalar.text, &from, &to))
        *span = (struct clock_span){from, to, scalar.at};
    else
        bind_report(binding, RULE_WRONG_TIME, scalar.at,
                    _("'%.*s' is not a time from–to; write it like 13.00–17.00"),
                    TEXT_ARGS(scalar.text));
}

static void read_meeting_number(struct binding *binding, struct scalar scalar, void *into) {
    struct case_number number;
    *(struct scalar *)into = scalar;
    if (!case_number_parse(scalar.text, &number) || number.committee.size > 0)
        bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                    _("'%.*s' is not the number of a meeting; write number/year, like 5/24"),
                    TEXT_ARGS(scalar.text));
}

#define AT(member) .offset = offsetof(struct agenda_item, member)
static const struct field agenda_item_fields[] = {
    FIELD("sak", SPECIAL, OPTIONAL, AT(case_number), .read = case_number_read),
    FIELD("pause", NUMBER, OPTIONAL, AT(pause)),
    FIELD("tekst", TEXT, OPTIONAL, AT(text)),
    FIELD("minutter", NUMBER, OPTIONAL, AT(minutes)),
    FIELD("kl", SPECIAL, OPTIONAL, AT(fixed_start), .read = read_clock),
    FIELD("ansvarlig", IDS, OPTIONAL, AT(responsible)),
    FIELD("tittel", TEXT, OPTIONAL, AT(title)),
    FIELD("punkter", PROSES, OPTIONAL, AT(points)),
};
#undef AT
static const struct shape agenda_item_shape =
    SHAPE_WITH_PLACE(struct agenda_item, agenda_item_fields);

#define AT(member) .offset = offsetof(struct meeting, member)
static const struct field meeting_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind),
    FIELD("utvalg", ID, REQUIRED, AT(committee)),
    FIELD("nr", SPECIAL, OPTIONAL, AT(number), .read = read_meeting_number),
    FIELD("språk", CHOICE, OPTIONAL, AT(language), .choices = language_names),
    FIELD("dato", DATE, REQUIRED, AT(date)),
    FIELD("tid", SPECIAL, REQUIRED, AT(time), .read = read_clock_span),
    FIELD("sted", TEXT, REQUIRED, AT(place)),
    FIELD("arkivsak", TEXT, OPTIONAL, AT(archive)),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark)),
    FIELD("saksliste", RECORDS, REQUIRED, AT(agenda), .shape = &agenda_item_shape),
};
#undef AT
static const struct shape meeting_shape = SHAPE(struct meeting, meeting_fields);

struct text case_paper_path(struct arena *arena, struct text folder, struct text case_number) {
    struct text year = case_number;
    struct text number = text_cut(&year, '/');
    return text_format(arena, "%.*s/%.*s-%.*s.md", TEXT_ARGS(folder), TEXT_ARGS(number),
                       TEXT_ARGS(year));
}

int agenda_item_minutes(const struct agenda_item *item) {
    return item->pause.at.line > 0 ? item->pause.value : item->minutes.value;
}

static void set_times(struct meeting *meeting) {
    int64_t now = meeting->time.from;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        struct agenda_item *item = &meeting->agenda.items[i];
        item->from = (int)now;
        now += agenda_item_minutes(item);
        if (now > INT32_MAX)
            now = INT32_MAX; // the check of the meeting's length says what is wrong
        item->to = (int)now;
    }
}

static void read_papers(struct meeting *meeting, struct sources *sources, bool bodies) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        struct agenda_item *item = &meeting->agenda.items[i];
        struct case_number number;
        if (!case_number_parse(item->case_number.text, &number))
            continue;
        struct text path = case_paper_path(sources->arena, meeting->folder, item->case_number.text);
        bool may_be_missing = item->title.text.size > 0 && !bodies;
        if (may_be_missing && !source_is_present(sources, path))
            continue;
        item->paper =
            case_paper_read(sources, path, bodies, meeting->source->path, item->case_number.at);
    }
}

struct meeting *meeting_read(struct sources *sources, struct text folder, bool bodies) {
    struct text file = TEXT("/meeting.yaml");
    if (text_ends_with(folder, file))
        folder = text_slice(folder, 0, folder.size - file.size);
    while (folder.size > 1 && text_ends_with(folder, TEXT("/")))
        folder = text_slice(folder, 0, folder.size - 1);
    struct text path = text_format(sources->arena, "%.*s/meeting.yaml", TEXT_ARGS(folder));
    struct source *source =
        source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct meeting *meeting = arena_alloc(sources->arena, sizeof *meeting);
    meeting->source = source;
    meeting->folder = folder;
    bind_yaml(sources, source, source->text, 1, &meeting_shape, meeting);
    set_times(meeting);
    read_papers(meeting, sources, bodies);
    return meeting;
}
