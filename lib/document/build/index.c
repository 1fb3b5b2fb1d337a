// SPDX-License-Identifier: MIT
// The page that lists the documents.

#include "document/build/build.h"
#include "document/build/page.h"

#include <stdlib.h>
#include <string.h>

struct lister {
    struct build *build;
    enum room room;
    struct site_list list;
};

// The order in which formats are listed.
static const char *const order[] = {"pdf", "docx", "pptx", "xlsx",      "ics",    "svg",
                                    "csv", "md",   "json", "360giving", "einnsyn"};

static size_t place_of(const char *format) {
    size_t place = 0;
    while (place < sizeof order / sizeof *order && strcmp(order[place], format) != 0)
        place++;
    return place;
}

// Of two with one format, the smaller one comes first.
static int by_format(const void *left, const void *right) {
    const struct site_format *a = left, *b = right;
    size_t first = place_of(a->name), second = place_of(b->name);
    if (first != second)
        return first < second ? -1 : 1;
    return a->has_attachments - b->has_attachments;
}

static void add_format(struct site_document *document, const struct site_file *file,
                       struct arena *arena) {
    if (strcmp(file->format, "html") == 0) {
        document->page = file->path;
        return;
    }
    document->formats =
        arena_append(arena, document->formats, document->format_count, sizeof *document->formats);
    document->formats[document->format_count++] = (struct site_format){
        .name = file->format,
        .path = file->path,
        .bytes = file->size,
        .has_attachments = text_ends_with(file->path, TEXT("-with-attachments.pdf")),
    };
}

struct site_document build_listed(const struct document *made) {
    struct site_document document = {.label = made->kind->label, .title = TEXT("")};
    switch (made->kind->subject) {
    case SUBJECT_PLAN:
        document.title = made->plan->title.text;
        break;
    case SUBJECT_STATUS:
        document.is_status = true;
        if (made->note == NULL && made->repository->plan == NULL)
            document.plan = made->plan->title.text;
        document.title = made->note == NULL ? TEXT("") : made->note->title.text;
        document.day = made->note == NULL ? document.day : made->note->date.date;
        break;
    case SUBJECT_NOTE:
        document.is_status = true;
        document.title = made->note->title.text;
        document.day = made->note->date.date;
        break;
    case SUBJECT_STRATEGY:
        document.title = made->strategy->title.text;
        break;
    case SUBJECT_GRANT:
        document.title = made->grant->title.text;
        break;
    case SUBJECT_MEETING:
        document.is_draft = made->kind->needs_approval && made->approval == NULL;
        break;
    case SUBJECT_GRANTS:
    case SUBJECT_MEETINGS:
    case SUBJECT_ORGANISATION:
        break;
    case SUBJECT_REGISTRY:
        document.title = made->registry->title.text;
        break;
    case SUBJECT_YEAR:
        document.title = made->year->registry.title.text;
        break;
    }
    return document;
}

static struct site_documents *meeting_documents(struct lister *lister,
                                                const struct inventory_entry *entry) {
    const struct meeting *meeting = entry->document.meeting;
    struct site_list *list = &lister->list;
    for (size_t i = 0; i < list->meeting_count; i++)
        if (date_compare(list->meetings[i].date, meeting->date.date) == 0 &&
            text_equal(list->meetings[i].committee, meeting->committee.text))
            return &list->meetings[i].documents;
    list->meetings = arena_append(lister->build->arena, list->meetings, list->meeting_count,
                                  sizeof *list->meetings);
    struct site_meeting *added = &list->meetings[list->meeting_count++];
    *added = (struct site_meeting){
        .date = meeting->date.date,
        .committee = meeting->committee.text,
        .is_cancelled = meeting_is_cancelled(meeting),
        .is_draft = entry->room == ROOM_DRAFTS,
        .page = entry->room == ROOM_DRAFTS
                    ? TEXT("")
                    : text_concat(lister->build->arena, entry->folder, TEXT("/index.html")),
    };
    return &added->documents;
}

static struct site_documents *documents_of(struct lister *lister,
                                           const struct inventory_entry *entry) {
    switch (entry->document.kind->subject) {
    case SUBJECT_PLAN:
    case SUBJECT_STATUS:
    case SUBJECT_NOTE:
        return &lister->list.plans;
    case SUBJECT_STRATEGY:
        return &lister->list.strategies;
    case SUBJECT_GRANT:
    case SUBJECT_GRANTS:
        return &lister->list.grants;
    case SUBJECT_MEETINGS:
        return &lister->list.registers;
    case SUBJECT_REGISTRY:
    case SUBJECT_YEAR:
    case SUBJECT_ORGANISATION:
        return &lister->list.lists;
    case SUBJECT_MEETING:
        break;
    }
    return meeting_documents(lister, entry);
}

void build_list_file(struct build *build, struct site_documents *documents,
                     const struct site_file *file, bool begins) {
    if (begins) {
        documents->items = arena_append(build->arena, documents->items, documents->count,
                                        sizeof *documents->items);
        documents->items[documents->count] = build_listed(&file->entry->document);
        documents->items[documents->count++].pages = inventory_plan_page(file->entry, build->arena);
    }
    add_format(&documents->items[documents->count - 1], file, build->arena);
}

// The files of a document follow each other.
static void list_documents(struct lister *lister) {
    const struct site *site = lister->build->site;
    const struct inventory_entry *before = NULL;
    struct site_documents *documents = NULL;
    for (size_t i = 0; i < site->count; i++) {
        const struct site_file *file = site->files[i];
        if (!file->is_listed || file->room != lister->room)
            continue;
        bool begins = file->entry != before;
        if (begins)
            documents = documents_of(lister, file->entry);
        build_list_file(lister->build, documents, file, begins);
        before = file->entry;
    }
}

void build_sort_formats(const struct site_documents *documents) {
    for (size_t i = 0; i < documents->count; i++)
        if (documents->items[i].format_count > 0)
            qsort(documents->items[i].formats, documents->items[i].format_count,
                  sizeof *documents->items[i].formats, by_format);
}

static int newest_first(const void *left, const void *right) {
    const struct site_meeting *a = left, *b = right;
    int order_of_days = date_compare(b->date, a->date);
    return order_of_days != 0 ? order_of_days : text_compare(a->committee, b->committee);
}

static void sort_list(struct site_list *list) {
    build_sort_formats(&list->strategies);
    build_sort_formats(&list->plans);
    build_sort_formats(&list->grants);
    build_sort_formats(&list->registers);
    build_sort_formats(&list->lists);
    for (size_t i = 0; i < list->meeting_count; i++)
        build_sort_formats(&list->meetings[i].documents);
    if (list->meeting_count > 0)
        qsort(list->meetings, list->meeting_count, sizeof *list->meetings, newest_first);
}

static bool write_page(struct build *build, const struct site_list *list, struct writer *writer) {
    struct page page;
    if (!page_begin(&page, build, (enum language)build->repository->organisation->language.index))
        return false;
    struct value value = site_value(&page.view, list);
    return page_write(&page, "site", &value, writer);
}

bool build_index(struct build *build, enum room room) {
    struct lister lister = {.build = build, .room = room, .list.has_drafts = room == ROOM_DRAFTS};
    struct writer writer;
    list_documents(&lister);
    lister.list.feeds = build->feeds;
    lister.list.feed_count = build->feed_count;
    lister.list.has_search = room == ROOM_PUBLIC && build->search.size > 0;
    sort_list(&lister.list);
    writer_to_memory(&writer, build->scratch);
    if (!write_page(build, &lister.list, &writer))
        return false;
    bool good = build_put(build, room, TEXT("index.html"), writer_text(&writer)) != NULL;
    arena_reset(build->scratch);
    return good;
}
