// SPDX-License-Identifier: MIT

#include "view/meeting/newmeeting.h"

#include "base/writer.h"
#include "input/file/frontmatter.h"

enum { MINUTES_NOTICE = 10, MINUTES_APPROVAL = 5, MINUTES_CASE = 20, MINUTES_ANY_OTHER = 10 };

struct maker {
    const struct repository *repository;
    const struct new_meeting *meeting;
    const struct labels *labels;
    enum language language; // of the labels
    struct arena *arena;
    struct new_meeting_files files;
    struct writer agenda;
    int number;       // of the next case
    int minutes;      // of the agenda so far
    bool has_minutes; // as the other meeting has
};

static struct text in_quotes(struct maker *maker, struct text text) {
    struct writer writer;
    writer_to_memory(&writer, maker->arena);
    writer_byte(&writer, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\')
            writer_byte(&writer, '\\');
        writer_byte(&writer, text.data[i]);
    }
    writer_byte(&writer, '"');
    return writer_text(&writer);
}

// A text in YAML: as it is where it cannot be taken for anything else.
static struct text quoted(struct maker *maker, struct text text) {
    static const struct text special = TEXT_OF("[]{},&*!|>'\"%@`#?-:\\\t ");
    bool plain = text.size > 0 && text_find(special, text.data[0]) == special.size &&
                 text.data[text.size - 1] != ':' && text.data[text.size - 1] != ' ';
    for (size_t i = 0; i + 1 < text.size && plain; i++) {
        bool mark = text.data[i] == ':' && text.data[i + 1] == ' ';
        plain = !mark && !(text.data[i] == ' ' && text.data[i + 1] == '#');
    }
    return plain ? text : in_quotes(maker, text);
}

static struct text words(const struct maker *maker, const char *key) {
    return label(maker->labels, text_from(key));
}

static struct text committee_words(const struct maker *maker) {
    return organisation_short_name(maker->repository->organisation, maker->meeting->committee);
}

static struct text next_number(struct maker *maker) {
    const struct new_meeting *meeting = maker->meeting;
    struct text number;
    struct case_number next = {.year = meeting->date.year};
    do {
        next.number = maker->number++;
        number = case_form_write(&meeting->case_form, &next, maker->arena);
    } while (repository_case(maker->repository, meeting->committee, number) != NULL);
    return number;
}

// A comma or a bracket would end it there.
static struct text quoted_in_list(struct maker *maker, struct text text) {
    struct text shown = quoted(maker, text);
    const struct text special = TEXT(",[]{}");
    bool plain = text_equal(shown, text);
    for (size_t i = 0; i < text.size && plain; i++)
        if (text_find(special, text.data[i]) < special.size)
            return in_quotes(maker, text);
    return shown;
}

static struct text id_list(struct maker *maker, const struct scalar_list *ids) {
    struct text *items = arena_alloc(maker->arena, ids->count * sizeof *items);
    for (size_t i = 0; i < ids->count; i++) {
        struct text id = ids->items[i].text;
        items[i] = organisation_party(maker->repository->organisation, id) != NULL
                       ? quoted_in_list(maker, id)
                       : text_format(maker->arena, "{navn: %.*s}", TEXT_ARGS(in_quotes(maker, id)));
    }
    struct text list = text_join(maker->arena, items, ids->count, TEXT(", "));
    return text_format(maker->arena, "[%.*s]", TEXT_ARGS(list));
}

// Those who answered for the case of this type in the meeting that this one is modelled on; else
// the committee.
static struct text responsible(struct maker *maker, enum case_type type) {
    const struct meeting *model = maker->meeting->model;
    const struct case_paper *paper = model == NULL ? NULL : meeting_paper_of_type(model, type);
    if (paper != NULL && paper->responsible.count > 0)
        return id_list(maker, &paper->responsible);
    struct text committee = quoted_in_list(maker, maker->meeting->committee);
    return text_format(maker->arena, "[%.*s]", TEXT_ARGS(committee));
}

static void add_file(struct maker *maker, struct text name, struct text content,
                     struct text original) {
    struct new_meeting_files *files = &maker->files;
    files->items = arena_append(maker->arena, files->items, files->count, sizeof *files->items);
    files->items[files->count++] = (struct new_file){name, content, original};
}

static void add_case(struct maker *maker, struct text number, int minutes, struct text who,
                     struct text paper) {
    struct text path = case_paper_path(maker->arena, TEXT(""), number);
    struct arena *arena = maker->arena;
    struct text takes =
        maker->has_minutes ? text_format(arena, "    minutter: %d\n", minutes) : TEXT("");
    struct text item = text_format(arena, "  - sak: %.*s\n%.*s    ansvarlig: %.*s\n",
                                   TEXT_ARGS(number), TEXT_ARGS(takes), TEXT_ARGS(who));
    writer_put(&maker->agenda, item);
    maker->minutes += minutes;
    add_file(maker, text_slice(path, 1, path.size), paper, TEXT(""));
}

// An attachment comes along, once however many cases have it.
static void add_attachments(struct maker *maker, const struct case_paper *paper, struct text folder,
                            bool moves) {
    struct arena *arena = maker->arena;
    for (size_t i = 0; i < paper->attachments.count; i++) {
        struct text name = paper->attachments.items[i].file.text;
        bool known = name.size == 0;
        for (size_t j = 0; j < maker->files.count; j++)
            known = known || text_equal(maker->files.items[j].name, name);
        if (known)
            continue;
        struct text path = text_join(arena, (struct text[]){folder, name}, 2, TEXT("/"));
        add_file(maker, name, TEXT(""), path);
        if (moves)
            text_list_add(&maker->files.to_remove, path, arena);
    }
}

// `extra` are further lines of the data in front.
static struct text standing_paper(struct maker *maker, struct text number, enum case_type type,
                                  struct text title, struct text extra, struct text body) {
    struct text who = responsible(maker, type), shown = quoted(maker, title);
    return text_format(maker->arena,
                       "---\ndokument: sak\nsak: %.*s\ntittel: %.*s\ntype: %s\nansvarlig: "
                       "%.*s\n%.*s---\n%.*s",
                       TEXT_ARGS(number), TEXT_ARGS(shown), case_type_names[type], TEXT_ARGS(who),
                       TEXT_ARGS(extra), TEXT_ARGS(body));
}

static void add_notice_case(struct maker *maker) {
    struct text number = next_number(maker), committee = committee_words(maker);
    const struct text name = TEXT_OF("utvalg");
    struct text decision = label_filled(maker->labels, TEXT("nytt-møte-innkalling-vedtak"), &name,
                                        &committee, 1, maker->arena);
    struct text body =
        text_format(maker->arena, "## %.*s\n\n1. %.*s\n\n## %.*s\n\n%.*s\n",
                    TEXT_ARGS(words(maker, "forslag-til-vedtak")), TEXT_ARGS(decision),
                    TEXT_ARGS(words(maker, "nytt-møte-til-eventuelt")),
                    TEXT_ARGS(words(maker, "nytt-møte-ingen-saker")));
    struct text paper = standing_paper(maker, number, CASE_APPROVAL,
                                       words(maker, "nytt-møte-innkalling"), TEXT(""), body);
    add_case(maker, number, MINUTES_NOTICE, responsible(maker, CASE_APPROVAL), paper);
}

// "25. september og 29. oktober 2024"
static struct text dates_of(struct maker *maker) {
    const struct new_meeting *meeting = maker->meeting;
    struct text *dates = arena_alloc(maker->arena, meeting->unapproved_count * sizeof *dates);
    for (size_t i = 0; i < meeting->unapproved_count; i++)
        dates[i] = label_date(maker->labels, meeting->unapproved[i]->date.date, maker->arena);
    struct text and = text_format(maker->arena, " %.*s ", TEXT_ARGS(words(maker, "og")));
    return text_join(maker->arena, dates, meeting->unapproved_count, and);
}

static void add_approval_case(struct maker *maker) {
    const struct new_meeting *meeting = maker->meeting;
    struct arena *arena = maker->arena;
    if (meeting->unapproved_count == 0)
        return;
    struct text number = next_number(maker);
    struct text *folders = arena_alloc(arena, meeting->unapproved_count * sizeof *folders);
    struct writer body;
    writer_to_memory(&body, arena);
    writer_put(&body,
               text_format(arena, "## %.*s\n\n", TEXT_ARGS(words(maker, "forslag-til-vedtak"))));
    for (size_t i = 0; i < meeting->unapproved_count; i++) {
        const struct meeting *held = meeting->unapproved[i];
        const struct text names[] = {TEXT("utvalg"), TEXT("dato")};
        const struct text values[] = {committee_words(maker),
                                      label_date(maker->labels, held->date.date, arena)};
        struct text decision = label_filled(maker->labels, TEXT("nytt-møte-protokoll-vedtak"),
                                            names, values, sizeof names / sizeof *names, arena);
        folders[i] = meeting_folder_name(arena, held->date.date, held->committee.text);
        writer_put(&body, text_format(arena, "%zu. %.*s\n", i + 1, TEXT_ARGS(decision)));
    }
    const struct text name = TEXT_OF("dato");
    struct text dates = dates_of(maker);
    struct text title =
        label_filled(maker->labels, TEXT("nytt-møte-protokoll"), &name, &dates, 1, arena);
    struct text list = text_join(arena, folders, meeting->unapproved_count, TEXT(", "));
    struct text extra = text_format(arena, "godkjenner: [%.*s]\n", TEXT_ARGS(list));
    struct text paper =
        standing_paper(maker, number, CASE_APPROVAL, title, extra, writer_text(&body));
    add_case(maker, number, MINUTES_APPROVAL, responsible(maker, CASE_APPROVAL), paper);
}

// The text after the data in front, without the sections that are written after a meeting.
static struct text body_before_meeting(const struct case_paper *paper,
                                       const struct front_matter *parts, struct arena *arena) {
    struct writer writer;
    uint32_t line = parts->body_line;
    size_t section = 0;
    bool shown = true;
    writer_to_memory(&writer, arena);
    for (size_t at = 0; at < parts->body.size; line++) {
        struct text rest = text_slice(parts->body, at, parts->body.size);
        size_t end = text_find(rest, '\n') + 1;
        struct text words_of_line = text_slice(rest, 0, end < rest.size ? end : rest.size);
        at += words_of_line.size;
        while (section < paper->sections.count && paper->sections.items[section].at.line < line)
            section++;
        if (section < paper->sections.count && paper->sections.items[section].at.line == line)
            shown = paper->sections.items[section].kind <= SECTION_PROPOSAL;
        if (shown)
            writer_put(&writer, words_of_line);
    }
    return text_trim(writer_text(&writer));
}

static void add_postponed_case(struct maker *maker, const struct postponed_case *postponed) {
    struct arena *arena = maker->arena;
    const struct case_paper *paper = postponed->paper;
    struct front_matter parts;
    struct text number = next_number(maker), old = paper->number.text;
    const struct front_edit edits[] = {
        {"sak", text_format(arena, "sak: %.*s", TEXT_ARGS(number))},
        {"utfall", text_format(arena, "følger: [%.*s]", TEXT_ARGS(old))},
        {"følger", TEXT("")},
        {"avstemning", TEXT("")},
        {"inhabile", TEXT("")},
    };
    if (!front_matter_cut(paper->source, maker->repository->diagnostics, &parts))
        return;
    struct text front = front_edited(parts.yaml, edits, sizeof edits / sizeof *edits, false, arena);
    struct text body = body_before_meeting(paper, &parts, arena);
    struct text content =
        text_format(arena, "---\n%.*s---\n%.*s\n", TEXT_ARGS(front), TEXT_ARGS(body));
    add_case(maker, number, postponed->minutes > 0 ? postponed->minutes : MINUTES_CASE,
             id_list(maker, &paper->responsible), content);
    add_attachments(maker, paper, postponed->meeting->folder, false);
}

static void add_queued_case(struct maker *maker, const struct queued_case *queued) {
    const struct case_paper *paper = queued->paper;
    if (paper == NULL)
        return;
    struct text number = next_number(maker);
    struct text content = queue_paper_text(queued, number, maker->arena);
    add_case(maker, number, queued->minutes.value > 0 ? queued->minutes.value : MINUTES_CASE,
             id_list(maker, &paper->responsible), content);
    text_list_add(&maker->files.to_remove, queued->source->path, maker->arena);
    add_attachments(maker, paper, TEXT(QUEUE_FOLDER), true);
}

static void add_any_other_case(struct maker *maker) {
    struct text number = next_number(maker);
    struct text body = text_format(maker->arena, "## %.*s\n\n%.*s\n",
                                   TEXT_ARGS(words(maker, "nytt-møte-til-eventuelt")),
                                   TEXT_ARGS(words(maker, "nytt-møte-ingen-saker")));
    struct text paper = standing_paper(maker, number, CASE_ANY_OTHER,
                                       words(maker, "type-eventuelt"), TEXT(""), body);
    add_case(maker, number, MINUTES_ANY_OTHER, responsible(maker, CASE_ANY_OTHER), paper);
}

// The line by which editors find the schema, where the file of the other meeting begins with one.
static struct text schema_line(const struct meeting *model) {
    struct text text = model == NULL ? TEXT("") : model->source->text;
    struct text line = text_slice(text, 0, text_find(text, '\n'));
    return text_starts_with(line, TEXT("# yaml-language-server:")) ? text_trim(line) : TEXT("");
}

// Who calls and who is called. The committee of the other meeting is replaced by that of this one.
static struct text invitation(struct maker *maker) {
    const struct meeting *model = maker->meeting->model;
    struct arena *arena = maker->arena;
    struct writer writer;
    writer_to_memory(&writer, arena);
    if (model != NULL && model->caller.text.size > 0)
        writer_put(&writer, text_format(arena, "innkaller: %.*s\n",
                                        TEXT_ARGS(quoted(maker, model->caller.text))));
    if (model == NULL || model->invited.count == 0)
        return writer_text(&writer);
    struct scalar_list invited = model->invited;
    invited.items = arena_alloc(arena, model->invited.count * sizeof *invited.items);
    invited.count = 0;
    for (size_t i = 0; i < model->invited.count; i++) {
        struct scalar one = model->invited.items[i];
        if (organisation_has_guest(maker->repository->organisation,
                                   one.text)) // for that meeting alone
            continue;
        if (text_equal(one.text, model->committee.text))
            one.text = maker->meeting->committee;
        invited.items[invited.count++] = one;
    }
    if (invited.count == 0)
        return writer_text(&writer);
    writer_put(&writer, text_format(arena, "innkalt: %.*s\n", TEXT_ARGS(id_list(maker, &invited))));
    return writer_text(&writer);
}

// The one that is given, or that of the other meeting. NULL: nobody knows.
static const struct clock_span *time_of(const struct new_meeting *meeting) {
    if (meeting->time.at.line > 0)
        return &meeting->time;
    return meeting->model == NULL ? NULL : &meeting->model->time;
}

// The minutes of the agenda give its end. What nobody knows is left out, and plan-check asks for
// it.
static struct text time_and_place(struct maker *maker) {
    const struct new_meeting *meeting = maker->meeting;
    const struct meeting *model = meeting->model;
    const struct clock_span *time = time_of(meeting);
    struct arena *arena = maker->arena;
    struct writer writer;
    writer_to_memory(&writer, arena);
    if (time != NULL) {
        int end = maker->has_minutes ? time->from + maker->minutes : time->to;
        struct text to = time->to > 0 ? clock_text(arena, end) : TEXT("");
        writer_put(&writer,
                   text_format(arena, "tid: %.*s%s%.*s\n", TEXT_ARGS(clock_text(arena, time->from)),
                               to.size > 0 ? "–" : "", TEXT_ARGS(to)));
    }
    if (model != NULL && model->place.text.size > 0)
        writer_put(&writer,
                   text_format(arena, "sted: %.*s\n", TEXT_ARGS(quoted(maker, model->place.text))));
    return writer_text(&writer);
}

// Where it is not that of the tree.
static struct text language_line(const struct maker *maker) {
    int language = (int)maker->language;
    if (language == maker->repository->organisation->language.index)
        return TEXT("");
    return text_format(maker->arena, "språk: %s\n", language_names[language]);
}

static void add_meeting(struct maker *maker) {
    const struct new_meeting *meeting = maker->meeting;
    struct arena *arena = maker->arena;
    struct text frame = time_and_place(maker), language = language_line(maker);
    struct text agenda = writer_text(&maker->agenda), people = invitation(maker);
    struct text schema = schema_line(meeting->model);
    const struct case_number number = {.number = meeting->number, .year = meeting->date.year};
    struct text number_line = TEXT("");
    if (meeting->has_number)
        number_line = text_format(
            arena, "nr: %.*s\n", TEXT_ARGS(case_form_write(&meeting->number_form, &number, arena)));
    const struct clock_span *time = time_of(meeting);
    maker->files.end = (time == NULL ? 0 : time->from) + (maker->has_minutes ? maker->minutes : 0);
    add_file(maker, TEXT("meeting.yaml"),
             text_format(arena,
                         "%.*s%sdokument: møte\nutvalg: %.*s\n%.*s%.*sdato: %.*s\n"
                         "%.*s%.*ssaksliste:\n%.*s",
                         TEXT_ARGS(schema), schema.size > 0 ? "\n" : "",
                         TEXT_ARGS(quoted(maker, meeting->committee)), TEXT_ARGS(number_line),
                         TEXT_ARGS(language), TEXT_ARGS(date_iso(arena, meeting->date)),
                         TEXT_ARGS(frame), TEXT_ARGS(people), TEXT_ARGS(agenda)),
             TEXT(""));
}

struct new_meeting_files new_meeting_files(const struct repository *repository,
                                           const struct new_meeting *meeting,
                                           const struct labels *labels, enum language language) {
    struct maker maker = {
        .repository = repository,
        .meeting = meeting,
        .labels = labels,
        .language = language,
        .arena = repository->arena,
        .number = meeting->first_case,
        .has_minutes = meeting->model == NULL || meeting_has_minutes(meeting->model),
    };
    writer_to_memory(&maker.agenda, maker.arena);
    add_notice_case(&maker);
    add_approval_case(&maker);
    for (size_t i = 0; i < meeting->postponed_count; i++)
        add_postponed_case(&maker, &meeting->postponed[i]);
    for (size_t i = 0; i < meeting->queue.count; i++)
        add_queued_case(&maker, &meeting->queue.items[i]);
    add_any_other_case(&maker);
    add_meeting(&maker);
    return maker.files;
}
