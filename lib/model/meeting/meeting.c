// SPDX-License-Identifier: MIT

#include "model/meeting/meeting.h"

#include "base/ascii.h"
#include "base/meant.h"
#include "base/message.h"
#include "base/path.h"
#include "input/yaml/wrong_value.h"
#include "input/file/folder.h"
#include "input/file/limits.h"
#include "model/organisation/named_person.h"

#include <stddef.h>

static const char *const kind[] = {"møte", NULL};

static void read_clock(struct binding *binding, struct scalar scalar, void *into) {
    struct clock_time *clock = into;
    if (clock_parse(scalar.text, &clock->minutes))
        clock->at = scalar.at;
    else
        bind_wrong_value(binding, RULE_WRONG_TIME, scalar, clock_meant(binding->arena, scalar.text),
                         _("'%.*s' is not a clock time; write it like %.*s"),
                         TEXT_ARGS(scalar.text), TEXT_ARGS(TEXT("13.00")));
}

static void read_clock_span(struct binding *binding, struct scalar scalar, void *into) {
    struct clock_span *span = into;
    int from, to = 0;
    if (clock_span_parse(scalar.text, &from, &to) || clock_parse(scalar.text, &from))
        *span = (struct clock_span){from, to, scalar.at};
    else
        bind_wrong_value(binding, RULE_WRONG_TIME, scalar,
                         clock_span_meant(binding->arena, scalar.text),
                         _("'%.*s' is not a time from–to; write it like %.*s"),
                         TEXT_ARGS(scalar.text), TEXT_ARGS(TEXT("13.00–17.00")));
}

static void read_meeting_number(struct binding *binding, struct scalar scalar, void *into) {
    struct case_form form;
    struct case_number number;
    int alone;
    *(struct scalar *)into = scalar;
    if (!case_form_find(scalar.text, false, &form, &number) && !text_to_number(scalar.text, &alone))
        bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                    _("'%.*s' is not the number of a meeting; write number/year, like 5/%02d"),
                    TEXT_ARGS(scalar.text), binding->sources->examples.year % 100);
}

static const struct form clock_form = {
    .read = read_clock,
    .how = N_("write the time like 13.00"),
    .pattern = CLOCK_PATTERN,
    .example = "13.00",
    .number = ANY_NUMBER,
    .most_number = 24,
};

const struct form clock_span_form = {
    .read = read_clock_span,
    .how = N_("write the times like 13.00–17.00, or the start alone: 13.00"),
    .pattern = CLOCK_PATTERN "(?:" RANGE_PATTERN CLOCK_PATTERN ")?",
    .example = "13.00–17.00",
    .number = ANY_NUMBER,
    .most_number = 24,
};

static const struct form meeting_number_form = {
    .read = read_meeting_number,
    .how = N_("write number/year, like 5/24"),
    .pattern = CASE_NUMBER_PATTERN,
    .example = "5/24",
    .number = WHOLE_NUMBER,
    .most_number = 999999,
};

#define AT(member) .offset = offsetof(struct agenda_item, member)
static const struct field agenda_item_fields[] = {
    FIELD("sak", SPECIAL, OPTIONAL, AT(case_number),
          N_("the number of a case; its title is in its paper"), .form = &case_number_form),
    FIELD("pause", NUMBER, OPTIONAL, AT(pause), N_("a break of so many minutes"), .example = "15"),
    FIELD("tekst", TEXT, OPTIONAL, AT(text), N_("an item without a number"),
          .example = "Hvordan har møtet vært?"),
    FIELD("minutter", NUMBER, OPTIONAL, AT(minutes),
          N_("how many minutes the item takes; all cases of the agenda have it, or none"),
          .example = "20"),
    FIELD("kl", SPECIAL, OPTIONAL, AT(fixed_start),
          N_("when the item must begin; checked against the minutes before it"),
          .form = &clock_form),
    FIELD("ansvarlig", PEOPLE, OPTIONAL, AT(responsible),
          N_("who presents the item: ids of bodies or people"), .example = "leder-asu",
          .shape = &named_person_shape),
    FIELD("gruppe", TEXT, OPTIONAL, AT(group),
          N_("the heading of the group that the item is in, on the agenda"),
          .example = "Orienteringssaker"),
    FIELD("tittel", TEXT, OPTIONAL, AT(title), N_("the title of a case that has no paper yet")),
    EXEMPTION_FIELDS(struct agenda_item, exemption),
    FIELD("punkter", PROSES, OPTIONAL, AT(points),
          N_("what the item is about, point by point, in Markdown")),
    FIELD("referat", PROSE, OPTIONAL, AT(record),
          N_("what was said, for the minutes, in Markdown; of an item without a number")),
    FIELD("oppfølging", RECORDS, OPTIONAL, AT(follow_ups),
          N_("who does what by when after an item without a number"), .shape = &follow_up_shape),
};
#undef AT
static const struct shape agenda_item_shape =
    SHAPE_WITH_PLACE(struct agenda_item, agenda_item_fields);

#define AT(member) .offset = offsetof(struct meeting_change, member)
static const struct field change_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day of the change")),
    FIELD("endring", TEXT, REQUIRED, AT(change), N_("what is different from before"),
          .example = "Nytt møtested"),
};
static const struct field cancellation_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day on which the meeting was cancelled")),
    FIELD("grunn", TEXT, REQUIRED, AT(change), N_("why the meeting is not held")),
};
#undef AT
static const struct shape change_shape = SHAPE(struct meeting_change, change_fields);
static const struct shape cancellation_shape = SHAPE(struct meeting_change, cancellation_fields);

#define AT(member) .offset = offsetof(struct substitution, member)
static const struct field absence_fields[] = {
    FIELD("hvem", PERSON, REQUIRED, AT(who), N_("who was absent: the id of a body or person"),
          .example = "nestleder-asu", .shape = &named_person_shape),
    FIELD("vara", PERSON, OPTIONAL, AT(deputy), N_("who came instead: the id of a body or person"),
          .example = "rådgiver-1", .shape = &named_person_shape),
};
#undef AT
static const struct shape absence_shape = SHAPE_WITH_PLACE(struct substitution, absence_fields);

#define AT(member) .offset = offsetof(struct raised_case, member)
static const struct field raised_case_fields[] = {
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("what was raised")),
    FIELD("meldt-av", PEOPLE, OPTIONAL, AT(raised_by), N_("who raised it: ids of bodies or people"),
          .example = "trondheim", .shape = &named_person_shape),
    FIELD("tekst", PROSE, OPTIONAL, AT(text), N_("what was said of it, in Markdown")),
};
#undef AT
static const struct shape raised_case_shape = SHAPE(struct raised_case, raised_case_fields);

#define AT(member) .offset = offsetof(struct attendee, member)
static const struct field attendee_fields[] = {
    FIELD("hvem", ID, OPTIONAL, AT(who), N_("who was there: the id of a body or person"),
          .example = "rådgiver-1"),
    FIELD("navn", TEXT, OPTIONAL, AT(guest),
          N_("the name of a guest, who is not in plan/organisation.yaml"), .example = "Kari Nes"),
    FIELD("stilling", TEXT, OPTIONAL, AT(position), N_("what somebody is"),
          .example = "klinikksjef"),
    FIELD("tilhører", TEXT, OPTIONAL, AT(belongs), N_("where a guest comes from"),
          .example = "Statsforvalteren"),
    FIELD("representerer", ID, OPTIONAL, AT(represents),
          N_("the body that somebody was there for, if not that of the membership"),
          .example = "trondheim"),
    FIELD("merknad", TEXT, OPTIONAL, AT(remark), N_("a remark, shown after the name"),
          .example = "på Teams"),
    FIELD("fra-sak", TEXT, OPTIONAL, AT(from_case), N_("the case from which on somebody was there"),
          .example = "42/24"),
    FIELD("til-sak", TEXT, OPTIONAL, AT(to_case), N_("the last case for which somebody was there"),
          .example = "44/24"),
};
#undef AT
static const struct shape attendee_shape = SHORT_SHAPE(struct attendee, attendee_fields, "hvem");

#define AT(member) .offset = offsetof(struct minutes_approval, member)
static const struct field approval_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day on which the minutes were approved")),
    FIELD("hvordan", TEXT, OPTIONAL, AT(how), N_("how they were approved"), .example = "på e-post"),
};
#undef AT
static const struct shape approval_shape =
    SHORT_SHAPE(struct minutes_approval, approval_fields, "dato");

#define AT(member) .offset = offsetof(struct minutes, member)
static const struct field minutes_fields[] = {
    FIELD("tid", SPECIAL, OPTIONAL, AT(time),
          N_("when the meeting began and ended, if it was not as called"),
          .form = &clock_span_form),
    FIELD("møteleder", PERSON, REQUIRED, AT(chair),
          N_("who chaired the meeting: the id of a body or person"), .example = "leder-asu",
          .shape = &named_person_shape),
    FIELD("referent", PERSON, OPTIONAL, AT(secretary),
          N_("who wrote the minutes: the id of a body or person"), .example = "rådgiver-1",
          .shape = &named_person_shape),
    FIELD("til-stede", RECORDS, REQUIRED, AT(present),
          N_("the members who were present: ids of bodies or people, or guests with remarks"),
          .shape = &attendee_shape),
    FIELD("forfall", RECORDS, OPTIONAL, AT(absent),
          N_("the members who were absent, and their deputies"), .shape = &absence_shape),
    FIELD("andre", RECORDS, OPTIONAL, AT(others),
          N_("who else was present, without a vote: ids of bodies or people, or guests with "
             "remarks"),
          .shape = &attendee_shape),
    FIELD("oppmøte", CHOICE, OPTIONAL, AT(attendance),
          N_("how the minutes show who was there, if not as those of the committee mostly do"),
          .choices = attendance_form_names),
    FIELD("eventuelt", RECORDS, OPTIONAL, AT(raised), N_("what was raised under «Eventuelt»"),
          .shape = &raised_case_shape),
    FIELD("godkjent", RECORD, OPTIONAL, AT(approved),
          N_("the day on which the minutes were approved without a case: by mail, or in the "
             "meeting itself"),
          .shape = &approval_shape),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark),
          N_("a remark in the head of the minutes, in Markdown")),
};
#undef AT
static const struct shape minutes_shape = SHAPE_WITH_PLACE(struct minutes, minutes_fields);

static const char *const groupings[] = {"type", NULL};

#define AT(member) .offset = offsetof(struct meeting, member)
static const struct field meeting_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("utvalg", ID, REQUIRED, AT(committee), N_("the committee that meets: the id of a body"),
          .example = "ASU"),
    FIELD("nr", SPECIAL, OPTIONAL, AT(number), N_("the number of the meeting in its year"),
          .form = &meeting_number_form),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of labels and dates: bokmål or nynorsk"), .choices = language_names),
    FIELD("dato", DATE, REQUIRED, AT(date),
          N_("the day of the meeting, as in the name of the folder")),
    FIELD("flyttet-fra", IDS, OPTIONAL, AT(moved_from),
          N_("names that the folder had before: the addresses still lead to its documents"),
          .example = "2024-10-29-asu"),
    FIELD("tid", SPECIAL, REQUIRED, AT(time),
          N_("when the meeting begins and ends, or the start alone; minutes of the agenda fill it"),
          .form = &clock_span_form),
    FIELD("sted", TEXT, OPTIONAL, AT(place), N_("where the meeting is held")),
    FIELD("arkivsak", TEXT, OPTIONAL, AT(archive), N_("the number in the case archive"),
          .example = "24/00123"),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark),
          N_("a remark in the head of the notice, in Markdown")),
    FIELD("utsendt", DATE, OPTIONAL, AT(sent), N_("the day on which the notice was sent")),
    FIELD("innkaller", ID, OPTIONAL, AT(caller),
          N_("who calls the meeting: the id of a body or person"), .example = "sekretariat"),
    FIELD("innkalt", PEOPLE, OPTIONAL, AT(invited),
          N_("who is called to the meeting: ids of bodies or people"), .example = "ASU",
          .shape = &named_person_shape),
    FIELD("endringer", RECORDS, OPTIONAL, AT(changes),
          N_("what has been changed since the notice was sent"), .shape = &change_shape),
    FIELD("avlyst", RECORD, OPTIONAL, AT(cancelled),
          N_("the meeting is not held: when that was "
             "decided, and why"),
          .shape = &cancellation_shape),
    FIELD("grupper", CHOICE, OPTIONAL, AT(grouping),
          N_("the agenda has a heading before the cases of each type"), .choices = groupings),
    FIELD("saksliste", RECORDS, REQUIRED, AT(agenda),
          N_("the agenda, item by item: each has sak, pause or tekst"),
          .shape = &agenda_item_shape),
    FIELD("protokoll", RECORD, OPTIONAL, AT(minutes),
          N_("what is written down when the meeting has been held"), .shape = &minutes_shape),
};
#undef AT
const struct shape meeting_shape = SHAPE(struct meeting, meeting_fields);

struct text case_paper_path(struct arena *arena, struct text folder, struct text case_number) {
    struct text name = case_number_file(case_number, arena);
    const struct text parts[] = {folder, TEXT("/"), name, TEXT(".md")};
    return text_join(arena, parts, 4, TEXT(""));
}

bool case_paper_may_be(struct text path, struct arena *arena) {
    struct text name = path_name(path), lower = text_lower(arena, name);
    const struct text end = TEXT(".md");
    struct case_form form;
    struct case_number number;
    bool is_series = name.size > 0 && name.data[0] >= 'A' && name.data[0] <= 'Z';
    if (is_series && text_ends_with(lower, end) &&
        case_form_find(text_slice(name, 0, name.size - end.size), true, &form, &number))
        return true;
    size_t at = text_starts_with(lower, TEXT("sak")) ? 3 : 0;
    while (at > 0 && at < lower.size && text_find(TEXT(" -_."), lower.data[at]) < 4)
        at++;
    return at < lower.size && ascii_is_digit(lower.data[at]) && text_ends_with(lower, end);
}

const struct exemption *agenda_item_exemption(const struct agenda_item *item) {
    return item->paper != NULL ? &item->paper->exemption : &item->exemption;
}

const struct case_paper *agenda_item_paper(const struct agenda_item *item, struct arena *arena) {
    if (item->paper != NULL || item->text.text.size == 0)
        return item->paper;
    struct case_paper *paper = arena_alloc(arena, sizeof *paper);
    *paper = (struct case_paper){
        .title = item->text,
        .type = {.index = -1},
        .follow_ups = {item->follow_ups.items, item->follow_ups.count},
    };
    return paper;
}

bool meeting_is_cancelled(const struct meeting *meeting) {
    return meeting->cancelled.date.at.line > 0 || meeting->cancelled.change.at.line > 0;
}

struct date meeting_last_change(const struct meeting *meeting) {
    const struct dated *last = &meeting->sent;
    if (meeting->changes.count > 0)
        last = &meeting->changes.items[meeting->changes.count - 1].date;
    if (meeting->cancelled.date.at.line > 0)
        last = &meeting->cancelled.date;
    return last->date.year > 0 ? last->date : meeting->date.date;
}

bool meeting_has_minutes(const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (meeting->agenda.items[i].minutes.at.line > 0)
            return true;
    return false;
}

int agenda_item_minutes(const struct agenda_item *item) {
    return item->pause.at.line > 0 ? item->pause.value : item->minutes.value;
}

const struct case_paper *meeting_paper_of_type(const struct meeting *meeting, enum case_type type) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper != NULL && paper->type.at.line > 0 && paper->type.index == (int)type)
            return paper;
    }
    return NULL;
}

static bool is_any_other(struct text words, struct arena *arena) {
    struct text lower = text_lower(arena, text_trim(words));
    return text_is(lower, "eventuelt") || text_is(lower, "ymse");
}

const struct agenda_item *meeting_any_other_item(const struct meeting *meeting,
                                                 struct arena *arena) {
    const struct case_paper *paper = meeting_paper_of_type(meeting, CASE_ANY_OTHER);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        if (paper != NULL ? item->paper == paper : is_any_other(item->text.text, arena))
            return item;
    }
    return NULL;
}

const struct agenda_item *meeting_item_of(const struct meeting *meeting, struct text number) {
    for (size_t i = 0; i < meeting->agenda.count && number.size > 0; i++)
        if (text_equal(meeting->agenda.items[i].case_number.text, number))
            return &meeting->agenda.items[i];
    return NULL;
}

bool attendee_is_at(const struct attendee *attendee, const struct meeting *meeting,
                    const struct agenda_item *item) {
    const struct agenda_item *from = meeting_item_of(meeting, attendee->from_case.text);
    const struct agenda_item *to = meeting_item_of(meeting, attendee->to_case.text);
    return (from == NULL || item >= from) && (to == NULL || item <= to);
}

size_t meeting_voters(const struct meeting *meeting, const struct agenda_item *item) {
    size_t voters = 0;
    for (size_t i = 0; i < meeting->minutes.present.count; i++)
        voters += attendee_is_at(&meeting->minutes.present.items[i], meeting, item);
    for (size_t i = 0; i < meeting->minutes.absent.count; i++)
        voters += meeting->minutes.absent.items[i].deputy.text.size > 0;
    return voters;
}

static void set_times(struct meeting *meeting) {
    int64_t now = meeting->time.from;
    if (!meeting_has_minutes(meeting)) {
        for (size_t i = 0; i < meeting->agenda.count; i++)
            meeting->agenda.items[i].from = meeting->agenda.items[i].fixed_start.minutes;
        return;
    }
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        struct agenda_item *item = &meeting->agenda.items[i];
        item->from = (int)now;
        now += agenda_item_minutes(item);
        if (now > INT32_MAX)
            now = INT32_MAX; // the check of the meeting's length says what is wrong
        item->to = (int)now;
    }
}

// The file of a case, also where the name of it has the number in another spelling: "1-24.md" of
// "01/24".
static struct text paper_of_number(const struct meeting *meeting, struct sources *sources,
                                   struct text written, const struct case_number *number) {
    struct text path = case_paper_path(sources->arena, meeting->folder, written);
    struct text committee = meeting->committee.text;
    if (source_is_present(sources, path))
        return path;
    for (size_t i = 0; i < meeting->files.count; i++) {
        struct text file = meeting->files.items[i];
        struct text stem = path_without_suffix(path_name(file));
        struct case_number other;
        if (text_equal(path_folder(file), meeting->folder) && text_ends_with(file, TEXT(".md")) &&
            case_number_of_file(stem, sources, committee, &other) &&
            case_number_compare(number, &other) == 0)
            return file;
    }
    return path;
}

static void read_papers(struct meeting *meeting, struct sources *sources, enum papers papers) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        struct agenda_item *item = &meeting->agenda.items[i];
        struct case_number number;
        if (!case_number_parse(item->case_number.text, sources, meeting->committee.text, &number))
            continue;
        struct text path = paper_of_number(meeting, sources, item->case_number.text, &number);
        bool may_be_missing =
            item->title.text.size > 0 && (papers != PAPERS_WHOLE || meeting_is_cancelled(meeting));
        if (may_be_missing && !source_is_present(sources, path))
            continue;
        item->paper = case_paper_read(sources, path, papers != PAPERS_FRONT, meeting->source->path,
                                      item->case_number.at);
    }
}

struct meeting *meeting_read(struct sources *sources, struct text folder, enum papers papers) {
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
    struct diagnostics silent;
    struct meeting *meeting = arena_alloc(sources->arena, sizeof *meeting);
    meeting->source = source;
    meeting->folder = folder;
    diagnostics_init(&silent, sources->arena); // the check of the whole tree reports its folders
    meeting->files = folder_with_attachments(folder, &silent, sources->arena);
    bind_yaml(sources, source, source->text, 1, &meeting_shape, meeting);
    set_times(meeting);
    if (papers != PAPERS_NONE)
        read_papers(meeting, sources, papers);
    return meeting;
}
