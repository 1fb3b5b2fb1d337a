// SPDX-License-Identifier: MIT
// The feeds of the site: of what its pages show.

#include "document/site/parts.h"

#include "document/build/page.h"
#include "view/address.h"
#include "view/site/feed_entries.h"

struct entries {
    const struct feed_entry **items;
    size_t count;
};

struct body_entries {
    struct text id;
    struct entries entries;
};

struct gatherer {
    struct build *build;
    struct pages pages;
    struct entries of_kind[FEED_KIND_COUNT];
    struct body_entries **bodies; // in the order in which they come up
    size_t body_count;
    struct index by_body; // id → where its struct body_entries is
    struct index names;   // of the entries of each kind → an entry
};

static void append(struct entries *entries, const struct feed_entry *entry, struct arena *arena) {
    entries->items = arena_append(arena, entries->items, entries->count, sizeof *entries->items);
    entries->items[entries->count++] = entry;
}

static struct body_entries *entries_of_body(struct gatherer *gatherer, struct text id) {
    struct arena *arena = gatherer->build->scratch;
    struct body_entries *const *known = index_find(&gatherer->by_body, id);
    if (known != NULL)
        return *known;
    struct body_entries **place = arena_alloc(arena, sizeof *place);
    struct body_entries *body = *place = arena_alloc(arena, sizeof *body);
    body->id = id;
    index_add(&gatherer->by_body, id, place);
    gatherer->bodies =
        arena_append(arena, gatherer->bodies, gatherer->body_count, sizeof *gatherer->bodies);
    gatherer->bodies[gatherer->body_count++] = body;
    return body;
}

// Items without a number that are called the same in a meeting have the names of the first, and a
// number.
static struct text own_name(struct gatherer *gatherer, const struct feed_entry *entry) {
    struct arena *arena = gatherer->build->scratch;
    struct text name = entry->name;
    for (int i = 2;; i++) {
        struct text key = text_format(arena, "%d:%.*s", entry->kind, TEXT_ARGS(name));
        if (index_add(&gatherer->names, key, entry) == NULL)
            return name;
        name = text_format(arena, "%.*s-%d", TEXT_ARGS(entry->name), i);
    }
}

static void gather(struct gatherer *gatherer, struct feed_entry entry) {
    struct arena *arena = gatherer->build->scratch;
    struct feed_entry *kept = arena_alloc(arena, sizeof *kept);
    *kept = entry;
    kept->name = own_name(gatherer, kept);
    append(&gatherer->of_kind[entry.kind], kept, arena);
    for (size_t i = 0; i < entry.bodies.count; i++)
        append(&entries_of_body(gatherer, entry.bodies.items[i])->entries, kept, arena);
}

// The other pages of a meeting, which follow its notice in the table of documents.
static void add_more(struct gatherer *gatherer, const struct view_context *view,
                     const struct meeting *meeting, struct feed_entry *entry) {
    static const char *const names[] = {"packet", "minutes"};
    struct arena *arena = gatherer->build->scratch;
    struct feed_link *links = arena_alloc(arena, sizeof names / sizeof *names * sizeof *links);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct text folder = view_site_folder(meeting->folder);
        struct text path = text_format(arena, "%.*s/%s.html", TEXT_ARGS(folder), names[i]);
        const struct site_file *file =
            index_find(&gatherer->build->site->by_path[ROOM_PUBLIC], path);
        if (file != NULL)
            links[entry->more_count++] = (struct feed_link){
                label(view->labels, text_from(file->entry->document.kind->label)),
                view_site_path(view, path, arena)};
    }
    entry->more = links;
}

static bool gather_meeting(struct gatherer *gatherer, const struct document *document) {
    const struct meeting *meeting = document->meeting;
    struct view_context view;
    if (!pages_view_meeting(&gatherer->pages, meeting, &view))
        return false;
    const struct approval *approval =
        meeting->minutes.at.line > 0 ? approval_find(view.repository, meeting) : NULL;
    struct feed_entry entry = feed_meeting(&view, meeting, approval);
    add_more(gatherer, &view, meeting, &entry);
    gather(gatherer, entry);
    return true;
}

static bool is_of_one_case(const struct decision *a, const struct decision *b) {
    return a->meeting == b->meeting && a->paper == b->paper;
}

static bool gather_decisions(struct gatherer *gatherer, const struct document *document) {
    const struct decisions *decisions = document->decisions;
    for (size_t from = 0, to; from < decisions->count; from = to) {
        const struct decision *first = &decisions->items[from];
        for (to = from + 1; to < decisions->count && is_of_one_case(first, first + (to - from));)
            to++;
        struct view_context view;
        if (!pages_view_meeting(&gatherer->pages, first->meeting, &view))
            return false;
        gather(gatherer, feed_case(&view, first, to - from));
    }
    return true;
}

static bool gather_note(struct gatherer *gatherer, const struct document *document,
                        struct text path) {
    const struct page *page = pages_in(&gatherer->pages, document_language(document));
    if (page == NULL)
        return false;
    const struct view_context *view = &page->view;
    struct text address = view_site_path(view, path, gatherer->build->scratch);
    gather(gatherer, feed_note(view, document->plan, document->note, address));
    return true;
}

static bool gather_page(struct gatherer *gatherer, const struct site_file *file) {
    const struct document *document = &file->entry->document;
    if (text_is(text_from(document->kind->name), "notice"))
        return gather_meeting(gatherer, document);
    if (document->kind->subject == SUBJECT_MEETINGS)
        return gather_decisions(gatherer, document);
    if (document->kind->subject == SUBJECT_STATUS && document->note != NULL)
        return gather_note(gatherer, document, file->path);
    return true;
}

static bool gather_all(struct gatherer *gatherer) {
    size_t at = 0;
    for (const struct site_file *page; (page = pages_next(gatherer->build, &at)) != NULL;)
        if (!gather_page(gatherer, page))
            return false;
    return true;
}

static bool put_feed(struct build *build, const struct page *page, struct text name,
                     struct text title, const struct entries *entries) {
    struct text calendar = text_concat(build->scratch, name, TEXT(".ics"));
    const struct feed feed = {
        .name = text_copy(build->arena, name),
        .title = text_copy(build->arena, title),
        .entries = entries->items,
        .count = entries->count,
        .has_calendar = index_find(&build->site->by_path[ROOM_PUBLIC], calendar) != NULL,
    };
    struct writer writer;
    if (entries->count == 0)
        return true;
    struct value value = feed_value(&page->view, &feed);
    writer_to_memory(&writer, build->scratch);
    if (!maker_write_view(&page->maker, "feed", FORMAT_ATOM, &value, &writer) ||
        build->diagnostics->errors > 0)
        return false;
    struct text path = text_format(build->scratch, "%.*s.atom", TEXT_ARGS(name));
    if (build_put(build, ROOM_PUBLIC, path, writer_text(&writer)) == NULL)
        return false;
    build->feeds = arena_append(build->arena, build->feeds, build->feed_count, sizeof feed);
    build->feeds[build->feed_count++] = feed;
    return true;
}

static bool put_feeds(struct gatherer *gatherer, const struct page *page) {
    static const struct {
        struct text name;
        struct text label;
    } feeds[FEED_KIND_COUNT] = {
        [FEED_MEETINGS] = {TEXT_OF("meetings"), TEXT_OF("strøm-møter")},
        [FEED_DECISIONS] = {TEXT_OF("decisions"), TEXT_OF("strøm-vedtak")},
        [FEED_PLAN] = {TEXT_OF("plan"), TEXT_OF("strøm-plan")},
    };
    struct build *build = gatherer->build;
    bool good = true;
    for (int kind = 0; good && kind < FEED_KIND_COUNT; kind++)
        good = put_feed(build, page, feeds[kind].name, label(page->maker.labels, feeds[kind].label),
                        &gatherer->of_kind[kind]);
    for (size_t i = 0; good && i < gatherer->body_count; i++) {
        const struct body_entries *body = gatherer->bodies[i];
        const struct party *party = organisation_party(build->repository->organisation, body->id);
        struct text name = pages_name_of_body(build, body->id, "atom");
        good = put_feed(build, page, name, party->name, &body->entries);
    }
    return good;
}

bool build_feeds(struct build *build) {
    enum language language = (enum language)build->repository->organisation->language.index;
    struct gatherer gatherer = {.build = build, .pages = {.build = build}};
    index_init(&gatherer.by_body, build->scratch);
    index_init(&gatherer.names, build->scratch);
    const struct page *page = pages_in(&gatherer.pages, language);
    bool good = page != NULL && gather_all(&gatherer) && put_feeds(&gatherer, page);
    arena_reset(build->scratch);
    return good;
}
