// SPDX-License-Identifier: MIT
// The page of a case: what came of it, who follows it up, its paper, and what it has to do with
// other cases, actions and grants.

#include "view/address.h"
#include "view/decisions/decisions.h"
#include "view/meeting/meeting.h"
#include "view/site/pages.h"

// What is to be done has a table of its own once the meeting has been held.
static struct case_paper without_follow_ups(const struct case_paper *paper) {
    struct case_paper copy = *paper;
    copy.follow_ups.count = 0;
    return copy;
}

static void put_minutes(const struct view_context *context, const struct case_page *page,
                        struct map_builder *map) {
    map_put(map, TEXT("har-protokoll"), value_truth(page->has_minutes));
    map_put(map, TEXT("protokoll"),
            page->has_minutes ? minutes_case_value(context, page->meeting, page->item, true)
                              : (struct value){.kind = VALUE_NONE});
}

static void put_paper(const struct view_context *context, const struct case_page *page,
                      struct map_builder *map) {
    struct case_paper *paper = arena_alloc(context->arena, sizeof *paper);
    *paper = page->has_minutes ? without_follow_ups(page->item->paper) : *page->item->paper;
    map_put(map, TEXT("papir"), packet_case_value(context, page->meeting, paper, context->arena));
    map_put(map, TEXT("har-saksfremlegg"),
            value_truth(paper->sections.count > 0 || paper->attachments.count > 0 ||
                        paper->follow_ups.count > 0));
}

static struct decision_register *register_of(const struct view_context *context,
                                             const struct case_page *page) {
    struct decision_register *list = arena_alloc(context->arena, sizeof *list);
    list->context = context;
    list->decisions = page->decisions;
    list->shown = arena_alloc(context->arena, page->made_count * sizeof *list->shown);
    for (size_t i = 0; page->has_minutes && i < page->made_count; i++)
        if (page->made[i]->follow_up != NULL)
            list->shown[list->count++] = page->made[i];
    return list;
}

// The grants of a case, with where they are.
static void put_grants(const struct view_context *context, const struct case_history *history,
                       struct map_builder *map) {
    size_t count = history == NULL ? 0 : history->subjects.grants.count;
    struct value *items = arena_alloc(context->arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        struct text id = history->subjects.grants.items[i];
        struct text url = text_concat(context->arena, TEXT("tilskudd:"), id);
        const struct grant *grant = repository_grant(context->repository, id);
        struct map_builder item = map_begin(context->arena);
        map_put(&item, TEXT("tittel"), value_text(grant == NULL ? id : grant->title.text));
        view_put_text(&item, VIEW_KEY("lenke"),
                      view_link_address(&context->links, url, context->arena));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("tilskudd"), value_list(items, count));
    map_put(map, TEXT("har-tilskudd"), value_truth(count > 0));
}

static void put_history(const struct view_context *context, const struct case_page *page,
                        struct map_builder *map) {
    const struct meeting *meeting = page->meeting;
    const struct decision_register *list = register_of(context, page);
    const struct case_history *history =
        index_find(&page->decisions->histories_by_key,
                   repository_case_key(context->repository, meeting->committee.text,
                                       page->item->paper->number.text, meeting->folder));
    bool has_actions = history != NULL && history->subjects.actions.count > 0;
    bool has_cases = history != NULL && history->follows.count + history->followed_by.count > 0;
    map_put(map, TEXT("oppgaver"), decisions_rows(list));
    map_put(map, TEXT("har-oppgaver"), value_truth(list->count > 0));
    map_put(map, TEXT("sammenheng"),
            history == NULL ? (struct value){.kind = VALUE_NONE}
                            : decisions_history_value(list, history));
    map_put(map, TEXT("har-tiltak"), value_truth(has_actions));
    map_put(map, TEXT("har-saker"), value_truth(has_cases));
    put_grants(context, history, map);
}

static void put_documents(const struct view_context *context, const struct case_page *page,
                          struct map_builder *map) {
    struct arena *arena = context->arena;
    struct text folder = page->meeting->folder;
    struct text anchor = view_case_anchor(context, page->item->paper->number.text, arena);
    struct text papers = view_meeting_address(context, folder, TEXT("packet"), anchor, arena);
    struct text minutes = view_meeting_address(context, folder, TEXT("minutes"), anchor, arena);
    view_put_text(map, VIEW_KEY("sakspapirer"), page->has_papers ? papers : TEXT(""));
    view_put_text(map, VIEW_KEY("protokollen"), page->has_minutes ? minutes : TEXT(""));
}

struct value case_page_value(const struct view_context *context, const struct case_page *page) {
    struct arena *arena = context->arena;
    const struct meeting *meeting = page->meeting;
    const struct case_paper *paper = page->item->paper;
    struct text number =
        text_format(arena, "%.*s %.*s", TEXT_ARGS(label(context->labels, TEXT("sak-nr"))),
                    TEXT_ARGS(paper->number.text));
    struct text title =
        text_format(arena, "%.*s: %.*s", TEXT_ARGS(number), TEXT_ARGS(paper->title.text));
    const struct site_step way[] = {
        {meeting_page_step(context, meeting),
         view_meeting_address(context, meeting->folder, TEXT("index"), TEXT(""), arena)},
        {number, TEXT("")},
    };
    struct map_builder map = map_begin(arena);
    view_put_head(context, &map, "saksside", title, paper->source->path);
    map_put(&map, TEXT("utvalg"), view_party(context, meeting->committee.text, arena));
    map_put(&map, TEXT("dato"), value_text(date_iso(arena, meeting->date.date)));
    map_put(&map, TEXT("dato-tekst"),
            value_text(label_weekday_date(context->labels, meeting->date.date, arena)));
    map_put(&map, TEXT("sak"), value_text(paper->number.text));
    map_put(&map, TEXT("sakstittel"), value_text(paper->title.text));
    site_put_frame(context, page->frame, way, sizeof way / sizeof *way, &map);
    put_minutes(context, page, &map);
    put_history(context, page, &map);
    put_paper(context, page, &map);
    put_documents(context, page, &map);
    return map_end(&map);
}
