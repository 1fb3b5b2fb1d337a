// SPDX-License-Identifier: MIT
// The pages of things: a page_kind for each kind, with its template, where it is, and what it says.
// They lead to the documents, and a page is made for each thing that the public may see.

#include "document/build/build.h"
#include "document/build/page.h"
#include "document/build/shows.h"
#include "document/kinds.h"
#include "model/plan/numbers.h"
#include "model/status/history.h"
#include "model/tree/plans.h"
#include "view/address.h"
#include "view/plan/level_words.h"
#include "view/site/pages.h"

struct thing_pages {
    struct build *build;
    const struct inventory *inventory;
    struct site_frame frame;
    const struct named_actions *named;
    struct index documents; // folder of a meeting, or path of a plan → struct site_documents
    struct index made;      // key of a case → struct made_in_case
};

// The decisions of a case, which follow each other in the list of all.
struct made_in_case {
    const struct decision **items;
    size_t count;
};

// What a page is of.
struct page_thing {
    const struct inventory_entry *entry; // the papers of a meeting, or a plan
    const struct agenda_item *item;      // of the meeting, or NULL
    const struct plan *plan;             // as it is on the day, or NULL
    const struct action *action;         // of it, or NULL;
    const struct area *area;             // with its area
    const struct goal *goal;             // and goal
};

struct page_kind {
    const char *template;
    struct text (*stem)(const struct view_context *context, const struct page_thing *thing);
    struct value (*value)(const struct thing_pages *pages, const struct view_context *context,
                          const struct page_thing *thing);
};

// --- what there is ---

static bool is_published(const struct thing_pages *pages, struct text path) {
    return index_find(&pages->build->site->by_path[ROOM_PUBLIC], path) != NULL;
}

static bool has_document(const struct thing_pages *pages, const struct page_thing *thing,
                         const char *name) {
    struct text path =
        text_format(pages->build->scratch, "%.*s/%s.html", TEXT_ARGS(thing->entry->folder), name);
    return is_published(pages, path);
}

static struct site_documents *documents_in(struct thing_pages *pages, struct text folder) {
    // The index holds what has been put there below.
    struct site_documents *documents =
        (struct site_documents *)(uintptr_t)index_find(&pages->documents, folder);
    if (documents == NULL) {
        documents = arena_alloc(pages->build->arena, sizeof *documents);
        index_add(&pages->documents, folder, documents);
    }
    return documents;
}

static void list_documents(struct thing_pages *pages) {
    const struct site *site = pages->build->site;
    const struct inventory_entry *before = NULL;
    for (size_t i = 0; i < site->count; i++) {
        const struct site_file *file = site->files[i];
        const struct document *document = file->entry == NULL ? NULL : &file->entry->document;
        if (!file->is_listed || file->room != ROOM_PUBLIC ||
            (document->meeting == NULL && document->plan == NULL))
            continue;
        struct text key =
            document->meeting != NULL ? file->entry->folder : document->plan->source->path;
        build_list_file(pages->build, documents_in(pages, key), file, file->entry != before);
        before = file->entry;
    }
}

static struct text key_of(const struct thing_pages *pages, const struct meeting *meeting,
                          const struct case_paper *paper) {
    return repository_case_key(pages->build->repository, meeting->committee.text,
                               paper->number.text, meeting->folder);
}

static void list_decisions(struct thing_pages *pages) {
    const struct decisions *all = pages->inventory->decisions;
    struct arena *arena = pages->build->arena;
    struct made_in_case *made = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct decision *decision = &all->items[i];
        if (i == 0 || decision->paper != all->items[i - 1].paper) {
            made = arena_alloc(arena, sizeof *made);
            if (decision->paper->number.text.size > 0)
                index_add(&pages->made, key_of(pages, decision->meeting, decision->paper), made);
        }
        made->items = arena_append(arena, made->items, made->count, sizeof *made->items);
        made->items[made->count++] = decision;
    }
}

// The menu leads to what there is.
static void find_menu(struct thing_pages *pages) {
    static const struct {
        struct site_menu_item item;
        struct text needs; // a document; empty: nothing
    } all[MOST_IN_MENU] = {
        {{"nett-møter", TEXT_OF("index.html"), "moter"}, TEXT_OF("")},
        {{"nett-plan", TEXT_OF("action-plan/index.html"), NULL}, TEXT_OF("action-plan.html")},
        {{"nett-vedtak", TEXT_OF("decisions.html"), NULL}, TEXT_OF("decisions.html")},
        {{"nett-tilskudd", TEXT_OF("grants.html"), NULL}, TEXT_OF("grants.html")},
        {{"nett-organer", TEXT_OF("organisation.html"), NULL}, TEXT_OF("organisation.html")},
    };
    struct site_frame *frame = &pages->frame;
    for (size_t i = 0; i < MOST_IN_MENU && all[i].item.label != NULL; i++)
        if (all[i].needs.size == 0 || is_published(pages, all[i].needs))
            frame->menu[frame->menu_count++] = all[i].item;
}

// --- a page ---

// A page that is of no document lies in a folder that no file of the tree has.
static void set_up_view(const struct page_thing *thing, struct page *page) {
    struct view_context *view = &page->view;
    document_view(&thing->entry->document, &page->maker, VIEW_OF_OTHER, FORMAT_HTML, view);
    view->of_site = true;
    if (thing->plan == NULL)
        return;
    struct text stem = thing->entry->stem;
    view->home = text_concat(view->arena, TEXT("site/"), stem);
    view->folder = stem;
    view->day = (struct date){0, 0, 0}; // its numbers are those of its file
    page->maker.labels = labels_of_plan(page->maker.labels, thing->plan, view->arena);
    view->labels = page->maker.labels;
}

// The numbers that an action had are addresses of its page, unless something else has them now.
static struct text_list former_paths(const struct build *build, const struct page_thing *thing) {
    struct text_list list = {.count = 0};
    const struct former_numbers *former = thing->action == NULL ? NULL : &thing->action->former;
    for (size_t i = 0; former != NULL && i < former->count; i++) {
        if (former->items[i].is_elsewhere)
            continue;
        text_list_add(&list,
                      text_format(build->arena, "%.*s/tiltak-%.*s.html",
                                  TEXT_ARGS(thing->entry->stem),
                                  TEXT_ARGS(former->items[i].number.text)),
                      build->arena);
    }
    return list;
}

static struct text_list shown_files(const struct thing_pages *pages,
                                    const struct page_thing *thing) {
    struct build *build = pages->build;
    if (thing->action != NULL) {
        struct naming_action naming =
            naming_action(pages->named, thing->plan, thing->action, build->scratch);
        return shows_of_action(&naming, build->arena);
    }
    if (thing->item != NULL)
        return shows_of_case(build->repository, pages->inventory->decisions,
                             thing->entry->document.meeting, thing->item->paper, build->arena);
    return (struct text_list){.count = 0};
}

static bool put(struct thing_pages *pages, const struct page_thing *thing, struct text path,
                struct text content, struct text title) {
    struct build *build = pages->build;
    struct site_file *file = build_put(build, ROOM_PUBLIC, path, content);
    if (file == NULL)
        return false;
    file->entry = thing->entry;
    file->format = format_names[FORMAT_HTML];
    file->title = text_copy(build->arena, title);
    file->former = former_paths(build, thing);
    file->shows = shown_files(pages, thing);
    return true;
}

static bool put_page(struct thing_pages *pages, const struct page_kind *kind,
                     const struct page_thing *thing) {
    struct build *build = pages->build;
    struct page page;
    struct writer writer;
    if (!page_begin(&page, build, document_language(&thing->entry->document)))
        return false;
    set_up_view(thing, &page);
    struct value value = kind->value(pages, &page.view, thing);
    writer_to_memory(&writer, build->scratch);
    if (!page_write_linked(&page, kind->template, &value, &writer))
        return false;
    struct text path = text_format(build->arena, "%.*s/%.*s.html", TEXT_ARGS(page.view.folder),
                                   TEXT_ARGS(kind->stem(&page.view, thing)));
    bool good =
        put(pages, thing, path, writer_text(&writer), value_find(&value, TEXT("tittel"))->text);
    arena_reset(build->scratch);
    return good;
}

// --- meetings and cases ---

static struct text index_stem(const struct view_context *context, const struct page_thing *thing) {
    (void)context;
    (void)thing;
    return TEXT("index");
}

static struct text case_stem(const struct view_context *context, const struct page_thing *thing) {
    return view_case_anchor(context, thing->item->paper->number.text, context->arena);
}

static struct site_documents documents_of(const struct thing_pages *pages, struct text key) {
    const struct site_documents *documents = index_find(&pages->documents, key);
    if (documents == NULL)
        return (struct site_documents){.count = 0};
    build_sort_formats(documents);
    return *documents;
}

static struct value value_of_meeting(const struct thing_pages *pages,
                                     const struct view_context *context,
                                     const struct page_thing *thing) {
    const struct meeting_page page = {
        .frame = &pages->frame,
        .meeting = thing->entry->document.meeting,
        .documents = documents_of(pages, thing->entry->folder),
    };
    return meeting_page_value(context, &page);
}

static struct value value_of_case(const struct thing_pages *pages,
                                  const struct view_context *context,
                                  const struct page_thing *thing) {
    const struct meeting *meeting = thing->entry->document.meeting;
    const struct made_in_case *made =
        index_find(&pages->made, key_of(pages, meeting, thing->item->paper));
    const struct case_page page = {
        .frame = &pages->frame,
        .meeting = meeting,
        .item = thing->item,
        .decisions = pages->inventory->decisions,
        .made = made == NULL ? NULL : made->items,
        .made_count = made == NULL ? 0 : made->count,
        .has_papers = has_document(pages, thing, "packet"),
        .has_minutes = has_document(pages, thing, "minutes"),
    };
    return case_page_value(context, &page);
}

// The papers stand for the meeting, whether they are due or not.
static bool is_of_papers(const struct inventory_entry *entry) {
    return entry->room == ROOM_PUBLIC && entry->document.meeting != NULL &&
           entry->document.kind->has_attachments;
}

static bool put_meeting(struct thing_pages *pages, const struct inventory_entry *entry) {
    static const struct page_kind of_meeting = {"meeting-page", index_stem, value_of_meeting};
    static const struct page_kind of_case = {"case-page", case_stem, value_of_case};
    const struct meeting *meeting = entry->document.meeting;
    struct page_thing thing = {.entry = entry};
    bool good = put_page(pages, &of_meeting, &thing);
    for (size_t i = 0; good && i < meeting->agenda.count; i++) {
        thing.item = &meeting->agenda.items[i];
        if (thing.item->paper != NULL)
            good = put_page(pages, &of_case, &thing);
    }
    return good;
}

// --- plans and actions ---

static struct text action_stem(const struct view_context *context, const struct page_thing *thing) {
    return action_anchor(thing->plan, thing->action, context->arena);
}

static struct value value_of_plan(const struct thing_pages *pages,
                                  const struct view_context *context,
                                  const struct page_thing *thing) {
    const struct plan_page page = {
        .frame = &pages->frame,
        .plan = thing->plan,
        .documents = documents_of(pages, thing->plan->source->path),
    };
    return plan_page_value(context, &page);
}

static struct value value_of_action(const struct thing_pages *pages,
                                    const struct view_context *context,
                                    const struct page_thing *thing) {
    const struct action_page page = {
        .frame = &pages->frame,
        .plan = thing->plan,
        .action = thing->action,
        .area = thing->area,
        .goal = thing->goal,
        .naming = naming_action(pages->named, thing->plan, thing->action, context->arena),
    };
    return action_page_value(context, &page);
}

// The plan as it is on the day of the build.
static const struct plan *plan_now(const struct thing_pages *pages,
                                   const struct document *document) {
    const struct status_notes notes = repository_notes_on(document->repository, document->plan);
    return plan_on_day(document->plan, &notes, document->choices.today, pages->build->arena);
}

static bool put_plan(struct thing_pages *pages, const struct inventory_entry *entry) {
    static const struct page_kind of_plan = {"plan-page", index_stem, value_of_plan};
    static const struct page_kind of_action = {"action-page", action_stem, value_of_action};
    struct page_thing thing = {.entry = entry, .plan = plan_now(pages, &entry->document)};
    struct plan_walk walk = {.plan = thing.plan};
    bool good = put_page(pages, &of_plan, &thing);
    while (good && (thing.action = plan_next_action(&walk)) != NULL) {
        thing.area = &thing.plan->areas.items[walk.area];
        thing.goal = &thing.area->goals.items[walk.goal];
        good = put_page(pages, &of_action, &thing);
    }
    return good;
}

bool build_pages(struct build *build, const struct inventory *inventory) {
    struct thing_pages pages = {
        .build = build,
        .inventory = inventory,
        .named = named_actions_of(build->repository, inventory->decisions),
    };
    index_init(&pages.documents, build->arena);
    index_init(&pages.made, build->arena);
    list_documents(&pages);
    list_decisions(&pages);
    find_menu(&pages);
    pages.frame.style = page_put_styles(build);
    bool good = pages.frame.style.size > 0;
    for (size_t i = 0; good && i < inventory->count; i++) {
        const struct inventory_entry *entry = &inventory->items[i];
        if (is_of_papers(entry))
            good = put_meeting(&pages, entry);
        else if (inventory_is_public_plan(entry))
            good = put_plan(&pages, entry);
    }
    return good;
}
