// SPDX-License-Identifier: MIT

#include "view/site/feed.h"

#include "base/digest.h"
#include "view/address.h"
#include "view/view.h"

#include <stdlib.h>

static const char *const kind_names[FEED_KIND_COUNT] = {"meeting", "decision", "plan"};

// "urn:uuid:…" (RFC 9562, version 8) of a name: an id that outlives the address of the site.
static struct text uuid_of(struct text kind, struct text name, struct arena *arena) {
    enum { VARIANT_DIGIT = 16 };
    struct text digest =
        digest_text(text_format(arena, "%.*s:%.*s", TEXT_ARGS(kind), TEXT_ARGS(name)), arena);
    const char *hex = digest.data;
    char variant = "89ab"[((unsigned char)hex[VARIANT_DIGIT]) % 4];
    return text_format(arena, "urn:uuid:%.8s-%.4s-8%.3s-%c%.3s-%.12s", hex, hex + 8, hex + 13,
                       variant, hex + 17, hex + 20);
}

// At noon, so that it is the same day in Norway.
static struct text moment(struct date day, struct arena *arena) {
    return text_concat(arena, date_iso(arena, day), TEXT("T12:00:00Z"));
}

static struct value texts_value(const struct text_list *texts, struct arena *arena) {
    struct value *items = arena_alloc(arena, texts->count * sizeof *items);
    for (size_t i = 0; i < texts->count; i++)
        items[i] = value_text(texts->items[i]);
    return value_list(items, texts->count);
}

static struct value more_value(const struct view_context *context, const struct feed_entry *entry,
                               struct arena *arena) {
    struct value *items = arena_alloc(arena, entry->more_count * sizeof *items);
    for (size_t i = 0; i < entry->more_count; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("tittel"), value_text(entry->more[i].title));
        map_put(&map, TEXT("lenke"),
                value_text(view_site_address(context, entry->more[i].address)));
        items[i] = map_end(&map);
    }
    return value_list(items, entry->more_count);
}

static struct value entry_value(const struct view_context *context,
                                const struct feed_entry *entry) {
    struct arena *arena = context->arena;
    struct text kind = text_from(kind_names[entry->kind]);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("id"), value_text(uuid_of(kind, entry->name, arena)));
    map_put(&map, TEXT("tittel"), value_text(entry->title));
    map_put(&map, TEXT("språk"), value_text(text_from(language_names[entry->language])));
    map_put(&map, TEXT("publisert"), value_text(moment(entry->published, arena)));
    map_put(&map, TEXT("oppdatert"), value_text(moment(entry->updated, arena)));
    map_put(&map, TEXT("lenke"), value_text(view_site_address(context, entry->address)));
    map_put(&map, TEXT("slag"), value_text(kind));
    map_put(&map, TEXT("utvalg"), view_party(context, entry->committee, arena));
    map_put(&map, TEXT("har-utvalg"), value_truth(entry->committee.size > 0));
    map_put(&map, TEXT("avsnitt"), texts_value(&entry->paragraphs, arena));
    map_put(&map, TEXT("sider"), more_value(context, entry, arena));
    map_put(&map, TEXT("har-sider"), value_truth(entry->more_count > 0));
    return map_end(&map);
}

// Of two that were changed on a day, that of the later meeting comes first.
static int newest_first(const void *left, const void *right) {
    const struct feed_entry *a = *(const struct feed_entry *const *)left;
    const struct feed_entry *b = *(const struct feed_entry *const *)right;
    int order = date_compare(b->updated, a->updated);
    if (order == 0)
        order = date_compare(b->published, a->published);
    return order != 0 ? order : text_compare(a->name, b->name);
}

struct value feed_value(const struct view_context *context, const struct feed *feed) {
    struct arena *arena = context->arena;
    size_t count = feed->count < FEED_MOST_ENTRIES ? feed->count : FEED_MOST_ENTRIES;
    struct value *entries = arena_alloc(arena, count * sizeof *entries);
    struct text organisation = text_slug(arena, context->repository->organisation->name.text);
    struct text name =
        text_format(arena, "%.*s@%.*s", TEXT_ARGS(feed->name), TEXT_ARGS(organisation));
    struct text website = context->repository->organisation->website.text;
    struct text address =
        text_concat(arena, view_site_path(context, feed->name, arena), TEXT(".atom"));
    struct map_builder map = map_begin(arena);
    qsort(feed->entries, feed->count, sizeof *feed->entries, newest_first);
    for (size_t i = 0; i < count; i++)
        entries[i] = entry_value(context, feed->entries[i]);
    view_put_head(context, &map, "strøm", feed->title, TEXT("plan/"));
    map_put(&map, TEXT("id"), value_text(uuid_of(TEXT("feed"), name, arena)));
    map_put(
        &map, TEXT("oppdatert"),
        value_text(moment(count == 0 ? (struct date){0, 0, 0} : feed->entries[0]->updated, arena)));
    view_put_text(&map, VIEW_KEY("adresse"),
                  website.size > 0 ? view_site_address(context, address) : TEXT(""));
    map_put(&map, TEXT("side"), value_text(view_site_address(context, TEXT("index.html"))));
    map_put(&map, TEXT("oppføringer"), value_list(entries, count));
    return map_end(&map);
}

void feed_put_links(const struct view_context *context, struct map_builder *map,
                    const struct feed *feeds, size_t count) {
    struct arena *arena = context->arena;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        struct map_builder item = map_begin(arena);
        struct text name = view_site_path(context, feeds[i].name, arena);
        struct text calendar = text_concat(arena, name, TEXT(".ics"));
        map_put(&item, TEXT("tittel"), value_text(feeds[i].title));
        map_put(&item, TEXT("lenke"), value_text(text_concat(arena, name, TEXT(".atom"))));
        view_put_text(&item, VIEW_KEY("kalender"), feeds[i].has_calendar ? calendar : TEXT(""));
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("strømmer"), value_list(items, count));
    map_put(map, TEXT("har-strømmer"), value_truth(count > 0));
}
