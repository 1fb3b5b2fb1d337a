// SPDX-License-Identifier: MIT

#include "view/site/site.h"

#include "view/address.h"
#include "view/view.h"

#include <string.h>

// What a reader opens; the rest is for programs.
static const char *const for_readers[] = {"pdf", "docx", "pptx", "xlsx", "ics", "svg"};

static bool is_for_readers(const char *name) {
    for (size_t i = 0; i < sizeof for_readers / sizeof *for_readers; i++)
        if (strcmp(name, for_readers[i]) == 0)
            return true;
    return false;
}

// "112 kB", "1,2 MB", in thousands as for disks.
static struct text size_text(int64_t bytes, struct arena *arena) {
    const int64_t kilo = 1000, mega = 1000 * kilo;
    if (bytes >= mega)
        return text_format(arena, "%lld,%lld\u00a0MB", (long long)(bytes / mega),
                           (long long)(bytes % mega / (mega / 10)));
    return text_format(arena, "%lld\u00a0kB", (long long)((bytes + kilo - 1) / kilo));
}

static struct text own_title_of(const struct view_context *view,
                                const struct site_document *document) {
    if (document->plan.size > 0)
        return text_format(view->arena, "%.*s: %.*s",
                           TEXT_ARGS(label(view->labels, TEXT("status-nå"))),
                           TEXT_ARGS(document->plan));
    if (document->is_status && document->title.size == 0)
        return document->day.year == 0
                   ? label(view->labels, TEXT("status-nå"))
                   : text_format(view->arena, "%.*s %.*s",
                                 TEXT_ARGS(label(view->labels, TEXT("status-tittel"))),
                                 TEXT_ARGS(label_date(view->labels, document->day, view->arena)));
    return document->title;
}

static struct text title_of(const struct view_context *view, const struct site_document *document) {
    struct text title = own_title_of(view, document);
    struct text named =
        document->label == NULL ? TEXT("") : label(view->labels, text_from(document->label));
    if (named.size == 0 || title.size == 0)
        return named.size == 0 ? title : named;
    return text_format(view->arena, "%.*s: %.*s", TEXT_ARGS(named), TEXT_ARGS(title));
}

static struct value format_value(const struct view_context *view, const struct site_format *format,
                                 struct text title) {
    struct map_builder map = map_begin(view->arena);
    struct text name = text_format(view->arena, "oversikt-format-%s%s", format->name,
                                   format->has_attachments ? "-vedlegg" : "");
    map_put(&map, TEXT("format"), value_text(text_from(format->name)));
    map_put(&map, TEXT("navn"), value_text(label(view->labels, name)));
    map_put(&map, TEXT("lenke"), value_text(view_root_path(view, format->path, view->arena)));
    map_put(&map, TEXT("størrelse"), value_number(format->bytes));
    map_put(&map, TEXT("størrelse-tekst"), value_text(size_text(format->bytes, view->arena)));
    map_put(&map, TEXT("dokument"), value_text(title));
    return map_end(&map);
}

static struct value formats_value(const struct view_context *view,
                                  const struct site_document *document, bool readers) {
    struct value *items = arena_alloc(view->arena, document->format_count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < document->format_count; i++)
        if (is_for_readers(document->formats[i].name) == readers)
            items[count++] = format_value(view, &document->formats[i], title_of(view, document));
    return value_list(items, count);
}

static void put_list(struct map_builder *map, struct text key, struct text has, struct value list) {
    map_put(map, key, list);
    map_put(map, has, value_truth(list.list.count > 0));
}

static struct value document_value(const struct view_context *view,
                                   const struct site_document *document) {
    struct map_builder map = map_begin(view->arena);
    struct text page = view_root_path(view, document->page, view->arena);
    map_put(&map, TEXT("tittel"), value_text(title_of(view, document)));
    view_put_text(&map, VIEW_KEY("lenke"), document->page.size > 0 ? page : TEXT(""));
    view_put_text(&map, VIEW_KEY("sider"),
                  document->pages.size == 0 ? TEXT("")
                                            : view_root_path(view, document->pages, view->arena));
    map_put(&map, TEXT("utkast"), value_truth(document->is_draft));
    put_list(&map, TEXT("formater"), TEXT("har-formater"), formats_value(view, document, true));
    put_list(&map, TEXT("data"), TEXT("har-data"), formats_value(view, document, false));
    return map_end(&map);
}

static struct value documents_value(const struct view_context *view,
                                    const struct site_documents *documents) {
    struct value *items = arena_alloc(view->arena, documents->count * sizeof *items);
    for (size_t i = 0; i < documents->count; i++)
        items[i] = document_value(view, &documents->items[i]);
    return value_list(items, documents->count);
}

void site_put_documents(const struct view_context *view, struct map_builder *map, struct text key,
                        struct text has, const struct site_documents *documents) {
    put_list(map, key, has, documents_value(view, documents));
}

static struct value meeting_value(const struct view_context *view,
                                  const struct site_meeting *meeting) {
    struct map_builder map = map_begin(view->arena);
    map_put(&map, TEXT("dato"), value_text(date_iso(view->arena, meeting->date)));
    map_put(&map, TEXT("dato-tekst"),
            value_text(label_date(view->labels, meeting->date, view->arena)));
    map_put(&map, TEXT("utvalg"), view_party(view, meeting->committee, view->arena));
    view_put_text(&map, VIEW_KEY("lenke"),
                  meeting->page.size == 0 ? TEXT("")
                                          : view_root_path(view, meeting->page, view->arena));
    map_put(&map, TEXT("avlyst"), value_truth(meeting->is_cancelled));
    map_put(&map, TEXT("utkast"), value_truth(meeting->is_draft));
    put_list(&map, TEXT("dokumenter"), TEXT("har-dokumenter"),
             documents_value(view, &meeting->documents));
    return map_end(&map);
}

// A year of meetings.
static struct value year_value(const struct view_context *view, const struct site_meeting *meetings,
                               size_t count) {
    struct map_builder map = map_begin(view->arena);
    struct value *items = arena_alloc(view->arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = meeting_value(view, &meetings[i]);
    map_put(&map, TEXT("år"), value_text(text_format(view->arena, "%d", meetings[0].date.year)));
    map_put(&map, TEXT("møter"), value_list(items, count));
    return map_end(&map);
}

static struct value years_value(const struct view_context *view, const struct site_list *list) {
    struct value *years = arena_alloc(view->arena, list->meeting_count * sizeof *years);
    size_t count = 0;
    for (size_t from = 0, to; from < list->meeting_count; from = to) {
        to = from;
        while (to < list->meeting_count &&
               list->meetings[to].date.year == list->meetings[from].date.year)
            to++;
        years[count++] = year_value(view, &list->meetings[from], to - from);
    }
    return value_list(years, count);
}

struct value site_value(const struct view_context *view, const struct site_list *list) {
    struct map_builder map = map_begin(view->arena);
    view_put_head(view, &map, "oversikt", label(view->labels, TEXT("oversikt")), TEXT("plan/"));
    map_put(&map, TEXT("er-utkast"), value_truth(list->has_drafts));
    put_list(&map, TEXT("strategier"), TEXT("har-strategier"),
             documents_value(view, &list->strategies));
    put_list(&map, TEXT("planer"), TEXT("har-planer"), documents_value(view, &list->plans));
    put_list(&map, TEXT("registre"), TEXT("har-registre"), documents_value(view, &list->registers));
    put_list(&map, TEXT("lister"), TEXT("har-lister"), documents_value(view, &list->lists));
    put_list(&map, TEXT("tilskudd"), TEXT("har-tilskudd"), documents_value(view, &list->grants));
    put_list(&map, TEXT("år"), TEXT("har-møter"), years_value(view, list));
    map_put(&map, TEXT("har-søk"), value_truth(list->has_search));
    feed_put_links(view, &map, list->feeds, list->feed_count);
    return map_end(&map);
}

struct value site_moved_value(const struct view_context *view, const struct site_document *document,
                              struct text path) {
    struct map_builder map = map_begin(view->arena);
    struct text address = view_site_path(view, path, view->arena);
    // A meeting's folder is beside the one that it had.
    if (text_find(path, '/') < path.size)
        address = text_concat(view->arena, TEXT("../"), address);
    view_put_head(view, &map, "flyttet", title_of(view, document), TEXT("plan/"));
    map_put(&map, TEXT("lenke"), value_text(address));
    return map_end(&map);
}
