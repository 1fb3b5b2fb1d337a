// SPDX-License-Identifier: MIT
// The pages of things: a row of the table for each kind, with its template, where it is, and what
// it says. They lead to the documents, and a page is made for each thing that the public may see.

#include "document/build/build.h"
#include "document/build/page.h"
#include "document/kinds.h"
#include "view/address.h"
#include "view/site/pages.h"

struct thing_pages {
    struct build *build;
    const struct inventory *inventory;
    struct site_frame frame;
    struct index documents; // folder of a meeting → struct site_documents
    struct index made;      // key of a case → struct made_in_case
};

// The decisions of a case, which follow each other in the list of all.
struct made_in_case {
    const struct decision **items;
    size_t count;
};

// What a page is of.
struct page_thing {
    const struct inventory_entry *entry; // the papers of a meeting
    const struct agenda_item *item;      // of it, or NULL
};

struct page_kind {
    const char *template;
    bool (*each)(struct thing_pages *pages, const struct page_kind *kind);
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
        if (!file->is_listed || file->room != ROOM_PUBLIC || file->entry->document.meeting == NULL)
            continue;
        build_list_file(pages->build, documents_in(pages, file->entry->folder), file,
                        file->entry != before);
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
    static const struct site_menu_item all[MOST_IN_MENU] = {
        {"nett-møter", TEXT_OF("index.html"), "moter"},
        {"nett-plan", TEXT_OF("action-plan.html"), NULL},
        {"nett-vedtak", TEXT_OF("decisions.html"), NULL},
        {"nett-tilskudd", TEXT_OF("grants.html"), NULL},
        {"nett-organer", TEXT_OF("organisation.html"), NULL},
    };
    struct site_frame *frame = &pages->frame;
    for (size_t i = 0; i < MOST_IN_MENU && all[i].label != NULL; i++)
        if (all[i].fragment != NULL || is_published(pages, all[i].path))
            frame->menu[frame->menu_count++] = all[i];
}

// --- a page ---

static bool put_page(struct thing_pages *pages, const struct page_kind *kind,
                     const struct page_thing *thing) {
    struct build *build = pages->build;
    struct page page;
    struct writer writer;
    if (!page_begin(&page, build, document_language(&thing->entry->document)))
        return false;
    document_view(&thing->entry->document, &page.maker, VIEW_OF_OTHER, FORMAT_HTML, &page.view);
    page.view.of_site = true;
    struct value value = kind->value(pages, &page.view, thing);
    writer_to_memory(&writer, build->scratch);
    if (!page_write_linked(&page, kind->template, &value, &writer))
        return false;
    struct text path = text_format(build->arena, "%.*s/%.*s.html", TEXT_ARGS(thing->entry->folder),
                                   TEXT_ARGS(kind->stem(&page.view, thing)));
    struct site_file *file = site_put(build->site, ROOM_PUBLIC, path, writer_text(&writer));
    if (file != NULL) {
        file->entry = thing->entry;
        file->format = format_names[FORMAT_HTML];
        file->title = text_copy(build->arena, value_find(&value, TEXT("tittel"))->text);
    } else {
        build->fault = build->site->fault;
    }
    arena_reset(build->scratch);
    return file != NULL;
}

// --- meetings and cases ---

// The papers stand for the meeting, whether they are due or not.
static bool is_of_papers(const struct inventory_entry *entry) {
    return entry->room == ROOM_PUBLIC && entry->document.meeting != NULL &&
           entry->document.kind->has_attachments;
}

static bool each_meeting(struct thing_pages *pages, const struct page_kind *kind) {
    const struct inventory *inventory = pages->inventory;
    for (size_t i = 0; i < inventory->count; i++) {
        const struct page_thing thing = {.entry = &inventory->items[i]};
        if (is_of_papers(thing.entry) && !put_page(pages, kind, &thing))
            return false;
    }
    return true;
}

static bool each_case(struct thing_pages *pages, const struct page_kind *kind) {
    const struct inventory *inventory = pages->inventory;
    for (size_t i = 0; i < inventory->count; i++) {
        struct page_thing thing = {.entry = &inventory->items[i]};
        const struct meeting *meeting = thing.entry->document.meeting;
        for (size_t j = 0; is_of_papers(thing.entry) && j < meeting->agenda.count; j++) {
            thing.item = &meeting->agenda.items[j];
            if (thing.item->paper != NULL && !put_page(pages, kind, &thing))
                return false;
        }
    }
    return true;
}

static struct text meeting_stem(const struct view_context *context,
                                const struct page_thing *thing) {
    (void)context;
    (void)thing;
    return TEXT("index");
}

static struct text case_stem(const struct view_context *context, const struct page_thing *thing) {
    return view_case_anchor(context, thing->item->paper->number.text, context->arena);
}

static struct value value_of_meeting(const struct thing_pages *pages,
                                     const struct view_context *context,
                                     const struct page_thing *thing) {
    const struct site_documents *documents = index_find(&pages->documents, thing->entry->folder);
    struct meeting_page page = {.frame = &pages->frame, .meeting = thing->entry->document.meeting};
    if (documents != NULL) {
        page.documents = *documents;
        build_sort_formats(documents);
    }
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

static const struct page_kind kinds[] = {
    {"meeting-page", each_meeting, meeting_stem, value_of_meeting},
    {"case-page", each_case, case_stem, value_of_case},
};

bool build_pages(struct build *build, const struct inventory *inventory) {
    struct thing_pages pages = {.build = build, .inventory = inventory};
    index_init(&pages.documents, build->arena);
    index_init(&pages.made, build->arena);
    list_documents(&pages);
    list_decisions(&pages);
    find_menu(&pages);
    pages.frame.style = page_put_styles(build);
    bool good = pages.frame.style.size > 0;
    for (size_t i = 0; good && i < sizeof kinds / sizeof *kinds; i++)
        good = kinds[i].each(&pages, &kinds[i]);
    return good;
}
