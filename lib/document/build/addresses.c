// SPDX-License-Identifier: MIT

#include "document/build/addresses.h"

#include "base/message.h"
#include "check/fix/back_reference.h"
#include "model/tree/plans.h"

enum { MOST_ENDINGS = FORMAT_COUNT + 3 };

// What follows the stems of its files: ".html", "-with-attachments.pdf".
struct endings {
    struct text items[MOST_ENDINGS];
    size_t count;
};

struct comparison {
    struct repository *repository;
    struct repository *earlier;
    struct text revision;
    struct arena *arena;
    struct inventory today;
    struct index paths;    // of today's files and former ones → struct inventory_entry
    struct index meetings; // names of folders, of today and former ones → struct meeting, public
    struct index folders;  // names of the earlier meetings
    struct index told;     // names of meetings and grants that have been reported
};

// --- what there is ---

static void add_ending(struct endings *endings, struct text ending) {
    endings->items[endings->count++] = ending;
}

static struct endings endings_of(const struct inventory_entry *entry, struct arena *arena) {
    struct endings endings = {.count = 0};
    bool has[FORMAT_COUNT] = {false};
    struct text names = text_from(entry->document.kind->formats);
    while (names.data != NULL) {
        enum format format = format_find(text_cut(&names, ' '));
        has[format] = document_is_due(&entry->document, format);
        if (has[format])
            add_ending(&endings, text_format(arena, ".%s", document_suffix(format)));
    }
    if (has[FORMAT_HTML])
        add_ending(&endings, TEXT(".pdf"));
    if (has[FORMAT_HTML] && has[FORMAT_JSON] && entry->has_pdfs)
        add_ending(&endings, TEXT("-with-attachments.pdf"));
    if (has[FORMAT_MARKDOWN] && has[FORMAT_JSON])
        add_ending(&endings,
                   text_format(arena, ".%s", conversion_names[inventory_office_kind(entry)]));
    return endings;
}

static struct text path_of(const struct inventory_entry *entry, struct text ending,
                           struct arena *arena) {
    return text_format(arena, "%.*s%s%.*s%.*s", TEXT_ARGS(entry->folder),
                       entry->folder.size > 0 ? "/" : "", TEXT_ARGS(entry->stem),
                       TEXT_ARGS(ending));
}

static void add_entry(struct comparison *comparison, const struct inventory_entry *entry) {
    struct arena *arena = comparison->arena;
    struct endings endings = endings_of(entry, arena);
    const struct scalar_list *former = inventory_former_names(entry);
    const struct meeting *meeting = entry->document.meeting;
    for (size_t i = 0; i < endings.count; i++) {
        struct text path = path_of(entry, endings.items[i], arena);
        index_add(&comparison->paths, path, entry);
        for (size_t j = 0; former != NULL && j < former->count; j++)
            index_add(&comparison->paths,
                      inventory_former_path(entry, path, former->items[j].text, arena), entry);
    }
    if (meeting == NULL)
        return;
    index_add(&comparison->meetings, entry->folder, meeting);
    for (size_t j = 0; former != NULL && j < former->count; j++)
        index_add(&comparison->meetings, former->items[j].text, meeting);
}

// --- what something is now ---

static bool has_case(const struct meeting *meeting, struct text number) {
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (number.size > 0 && text_equal(meeting->agenda.items[i].case_number.text, number))
            return true;
    return false;
}

static bool shares_a_case(const struct meeting *a, const struct meeting *b) {
    for (size_t i = 0; i < a->agenda.count; i++)
        if (has_case(b, a->agenda.items[i].case_number.text))
            return true;
    return false;
}

static struct text name_of(const struct meeting *meeting) {
    const struct text in = TEXT("meetings/");
    return text_slice(meeting->folder, in.size, meeting->folder.size);
}

// The only new meeting of the committee that has a case of the earlier one; NULL: none, or several.
static const struct meeting *meeting_now(const struct comparison *comparison,
                                         const struct meeting *before) {
    const struct repository *repository = comparison->repository;
    const struct meeting *found = NULL;
    for (size_t i = 0; i < repository->meetings.count; i++) {
        const struct meeting *meeting = repository->meetings.items[i];
        if (text_equal(meeting->folder, before->folder))
            return meeting;
        if (index_find(&comparison->folders, name_of(meeting)) != NULL ||
            !text_equal(meeting->committee.text, before->committee.text) ||
            !shares_a_case(meeting, before))
            continue;
        if (found != NULL)
            return NULL;
        found = meeting;
    }
    return found;
}

static bool has_same_allocations(const struct grant *a, const struct grant *b) {
    if (a->allocations.count != b->allocations.count || a->allocations.count == 0)
        return false;
    for (size_t i = 0; i < a->allocations.count; i++)
        if (!text_equal(a->allocations.items[i].id.text, b->allocations.items[i].id.text))
            return false;
    return true;
}

static const struct grant *grant_now(const struct comparison *comparison,
                                     const struct grant *before) {
    const struct repository *repository = comparison->repository;
    const struct grant *found = repository_grant(repository, before->id.text);
    for (size_t i = 0; found == NULL && i < repository->grants.count; i++) {
        const struct grant *grant = repository->grants.items[i].grant;
        if (repository_grant(comparison->earlier, grant->id.text) == NULL &&
            has_same_allocations(grant, before))
            found = grant;
    }
    return found;
}

// --- documents ---

// What belonged to an address, and where that is now.
struct thing {
    struct text file; // of the earlier tree where nothing has its place
    struct position at;
    struct text former; // the name that it had, where it has another one today; empty: the same
    bool has_fix;
    struct fix fix;
};

static struct thing thing_of_meeting(const struct comparison *comparison,
                                     const struct meeting *before) {
    const struct meeting *meeting = meeting_now(comparison, before);
    const struct sources *sources = &comparison->repository->sources;
    struct thing thing = {.file = before->source->path, .former = name_of(before)};
    if (meeting == NULL)
        return thing;
    thing.file = meeting->source->path;
    thing.at = meeting->date.at;
    if (text_equal(meeting->folder, before->folder))
        thing.former = TEXT("");
    else
        thing.has_fix = former_name_fix_meeting(sources, source_find(sources, thing.file), meeting,
                                                thing.former, &thing.fix);
    return thing;
}

static struct thing thing_of_grant(const struct comparison *comparison,
                                   const struct grant *before) {
    const struct grant *grant = grant_now(comparison, before);
    const struct sources *sources = &comparison->repository->sources;
    struct thing thing = {.file = before->source->path, .former = before->id.text};
    if (grant == NULL)
        return thing;
    thing.file = grant->source->path;
    thing.at = grant->id.at;
    if (text_equal(grant->id.text, before->id.text))
        thing.former = TEXT("");
    else
        thing.has_fix = former_name_fix_grant(sources, source_find(sources, thing.file), grant,
                                              thing.former, &thing.fix);
    return thing;
}

static struct thing thing_of(const struct comparison *comparison, const struct document *before) {
    if (before->meeting != NULL)
        return thing_of_meeting(comparison, before->meeting);
    if (before->grant != NULL)
        return thing_of_grant(comparison, before->grant);
    return (struct thing){.file = before->plan != NULL ? before->plan->source->path
                                                       : TEXT("meetings/")};
}

static void report_at(const struct comparison *comparison, const struct thing *thing,
                      struct text message) {
    struct diagnostics *diagnostics = comparison->repository->diagnostics;
    report(diagnostics, RULE_ADDRESS_GONE, thing->file, thing->at, "%.*s", TEXT_ARGS(message));
    if (thing->has_fix)
        report_fix(diagnostics, thing->fix);
}

// A folder or grant with another name moves all of its documents, and one line of 'flyttet-fra'
// keeps all their addresses: told once.
static bool tell_renamed(struct comparison *comparison, const struct thing *thing) {
    if (thing->former.size == 0 || thing->at.line == 0)
        return false;
    if (index_add(&comparison->told, thing->former, comparison) == NULL)
        report_at(comparison, thing,
                  text_format(comparison->arena,
                              _("what is here was published as '%.*s' in %.*s, and links to that "
                                "lead nowhere now; write the former name in 'flyttet-fra'"),
                              TEXT_ARGS(thing->former), TEXT_ARGS(comparison->revision)));
    return true;
}

static void compare_document(struct comparison *comparison, const struct inventory_entry *before) {
    struct endings endings = endings_of(before, comparison->arena);
    struct text gone[MOST_ENDINGS];
    size_t count = 0;
    for (size_t i = 0; i < endings.count; i++)
        if (index_find(&comparison->paths, path_of(before, endings.items[i], comparison->arena)) ==
            NULL)
            gone[count++] = endings.items[i];
    if (count == 0)
        return;
    struct thing thing = thing_of(comparison, &before->document);
    if (tell_renamed(comparison, &thing))
        return;
    struct text list = text_join(comparison->arena, gone, count, TEXT(", "));
    struct text address =
        text_format(comparison->arena, "%.*s (%.*s)",
                    TEXT_ARGS(path_of(before, TEXT(""), comparison->arena)), TEXT_ARGS(list));
    report_at(comparison, &thing,
              text_format(comparison->arena, _("the address '%.*s' of %.*s leads nowhere now"),
                          TEXT_ARGS(address), TEXT_ARGS(comparison->revision)));
}

// --- within documents ---

static void compare_cases(const struct comparison *comparison,
                          const struct inventory_entry *before) {
    const struct meeting *earlier = before->document.meeting;
    const struct meeting *meeting = index_find(&comparison->meetings, before->folder);
    if (meeting == NULL || !document_is_due(&before->document, FORMAT_HTML))
        return;
    const struct thing thing = {.file = meeting->source->path, .at = meeting->date.at};
    for (size_t i = 0; i < earlier->agenda.count; i++) {
        struct text number = earlier->agenda.items[i].case_number.text;
        if (number.size > 0 && !has_case(meeting, number))
            report_at(comparison, &thing,
                      text_format(comparison->arena,
                                  _("case %.*s was among the papers in %.*s, and is not now; links "
                                    "to it lead to the top of the page"),
                                  TEXT_ARGS(number), TEXT_ARGS(comparison->revision)));
    }
}

// The numbers of actions or of goals.
struct numbers {
    const struct index *today;
    const struct index *before;
    struct index former;
    struct index texts; // of what has a new number → struct number_now
    struct text file;   // of the plan
    bool are_of_goals;
};

struct number_now {
    const struct scalar *number;
    const struct former_numbers *former;
    bool is_certain; // no other new one has its text
};

static void add_number(const struct comparison *comparison, struct numbers *numbers,
                       const struct scalar *number, const struct former_numbers *former,
                       struct text words) {
    for (size_t i = 0; i < former->count; i++)
        index_add(&numbers->former, former->items[i].number.text, number);
    if (words.size == 0 || index_find(numbers->before, number->text) != NULL)
        return;
    struct number_now *now = arena_alloc(comparison->arena, sizeof *now);
    *now = (struct number_now){number, former, true};
    struct number_now *other =
        (struct number_now *)(uintptr_t)index_add(&numbers->texts, words, now);
    if (other != NULL)
        other->is_certain = false;
}

static void compare_number(const struct comparison *comparison, const struct numbers *numbers,
                           struct text number, struct text words) {
    const struct sources *sources = &comparison->repository->sources;
    struct thing thing = {.file = numbers->file};
    if (number.size == 0 || index_find(numbers->today, number) != NULL ||
        index_find(&numbers->former, number) != NULL)
        return;
    const struct number_now *now = words.size == 0 ? NULL : index_find(&numbers->texts, words);
    if (now != NULL && now->is_certain) {
        thing.at = now->number->at;
        thing.has_fix = former_name_fix_number(sources, source_find(sources, thing.file),
                                               now->number, now->former, number, &thing.fix);
    }
    report_at(
        comparison, &thing,
        text_format(comparison->arena,
                    numbers->are_of_goals
                        ? _("links to goal %.*s of %.*s lead nowhere now; if it has another "
                            "number, write the former one in 'tidligere-nr'")
                        : _("links to action %.*s of %.*s lead nowhere now; if it has another "
                            "number, write the former one in 'tidligere-nr'"),
                    TEXT_ARGS(number), TEXT_ARGS(comparison->revision)));
}

static void add_goal(const struct comparison *comparison, struct numbers *goals,
                     struct numbers *actions, const struct goal *goal) {
    add_number(comparison, goals, &goal->number, &goal->former, goal->text.source);
    for (size_t i = 0; i < goal->actions.count; i++) {
        const struct action *action = &goal->actions.items[i];
        add_number(comparison, actions, &action->number, &action->former, action->text.source);
    }
}

// Where the plan gives no numbers, what has a place in it has no lasting address.
static void compare_goal(const struct comparison *comparison, const struct numbers *goals,
                         const struct numbers *actions, const struct goal *before) {
    if (before->is_numbered)
        compare_number(comparison, goals, before->number.text, before->text.source);
    for (size_t i = 0; i < before->actions.count; i++) {
        const struct action *action = &before->actions.items[i];
        if (action->is_numbered)
            compare_number(comparison, actions, action->number.text, action->text.source);
    }
}

static void compare_plans(const struct comparison *comparison, const struct plan *plan,
                          const struct plan *before) {
    struct numbers actions = {
        .today = &plan->actions,
        .before = &before->actions,
        .file = plan->source->path,
    };
    struct numbers goals = {
        .today = &plan->goals,
        .before = &before->goals,
        .file = plan->source->path,
        .are_of_goals = true,
    };
    struct numbers *const both[] = {&actions, &goals};
    for (int i = 0; i < 2; i++) {
        index_init(&both[i]->former, comparison->arena);
        index_init(&both[i]->texts, comparison->arena);
    }
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++)
            add_goal(comparison, &goals, &actions, &plan->areas.items[i].goals.items[j]);
    for (size_t i = 0; i < before->areas.count; i++)
        for (size_t j = 0; j < before->areas.items[i].goals.count; j++)
            compare_goal(comparison, &goals, &actions, &before->areas.items[i].goals.items[j]);
}

void addresses_compare(struct repository *repository, struct repository *earlier,
                       struct text revision) {
    struct comparison comparison = {
        .repository = repository,
        .earlier = earlier,
        .revision = revision,
        .arena = repository->arena,
        .folders = repository_folder_names(earlier),
        .today = inventory_of(repository, repository->today),
    };
    struct inventory before = inventory_of(earlier, repository->today);
    index_init(&comparison.paths, repository->arena);
    index_init(&comparison.meetings, repository->arena);
    index_init(&comparison.told, repository->arena);
    for (size_t i = 0; i < comparison.today.count; i++)
        if (comparison.today.items[i].room == ROOM_PUBLIC)
            add_entry(&comparison, &comparison.today.items[i]);
    for (size_t i = 0; i < before.count; i++) {
        if (before.items[i].room != ROOM_PUBLIC)
            continue;
        compare_document(&comparison, &before.items[i]);
        if (before.items[i].document.kind->has_attachments)
            compare_cases(&comparison, &before.items[i]);
    }
    for (size_t i = 0; i < earlier->plans.count; i++) {
        const struct plan *was = earlier->plans.items[i];
        const struct plan *plan = repository_plan_at(repository, was->source->path);
        if (plan != NULL && plan_may_be(was->source->path))
            compare_plans(&comparison, plan, was);
    }
}
