// SPDX-License-Identifier: MIT

#include "view/organisation/organisation.h"

#include "view/organisation/chart_value.h"
#include "view/organisation/seats.h"
#include "view/organisation/words.h"
#include "view/view.h"

enum { LIST_DEEPEST = 12 }; // what is further down stands beside it

struct lister {
    const struct view_context *context;
    const struct structure *structure;
    const struct body *const *below; // the bodies with something above them, by what that is
    const size_t *first;             // of each in it
    const struct body_work *work;
    const struct body_members *members; // by the places of the bodies in the file
};

static struct value body_reference(const struct lister *lister, const struct body *body) {
    struct arena *arena = lister->context->arena;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("id"), value_text(body->id.text));
    map_put(&map, TEXT("navn"), value_text(body_name(lister->context, body)));
    map_put(&map, TEXT("kort"), value_text(body_short_name(lister->context, body)));
    map_put(&map, TEXT("anker"), value_text(body_anchor(body, arena)));
    return map_end(&map);
}

static void put_references(const struct lister *lister, struct map_builder *map, struct text key,
                           struct text has, const struct body *const *bodies, size_t count) {
    struct value *items = arena_alloc(lister->context->arena, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = body_reference(lister, bodies[i]);
    map_put(map, key, value_list(items, count));
    map_put(map, has, value_truth(count > 0));
}

static void put_members(const struct lister *lister, struct map_builder *map,
                        const struct body *body) {
    const struct organisation *organisation = lister->context->repository->organisation;
    struct arena *arena = lister->context->arena;
    const struct body **members = arena_alloc(arena, (body->members.count + 1) * sizeof(*members));
    size_t count = 0;
    for (size_t i = 0; i < body->members.count; i++) {
        const struct body *found = index_find(&organisation->body_ids, body->members.items[i].text);
        if (found != NULL)
            members[count++] = found;
    }
    put_references(lister, map, TEXT("består-av"), TEXT("har-består-av"), members, count);
}

static size_t depth_of(const struct lister *lister, size_t index) {
    if (index >= lister->structure->count)
        return 0;
    size_t depth = lister->structure->items[index].depth;
    return depth < LIST_DEEPEST ? depth : LIST_DEEPEST;
}

// Where lists within the list begin and end.
static void put_nesting(const struct lister *lister, struct map_builder *map, size_t index) {
    struct arena *arena = lister->context->arena;
    size_t depth = depth_of(lister, index), next = depth_of(lister, index + 1);
    size_t ends = depth > next ? depth - next : 0;
    struct value *closed = arena_alloc(arena, (ends + 1) * sizeof *closed);
    for (size_t i = 0; i < ends; i++)
        closed[i] = value_number((int64_t)(depth - i));
    map_put(map, TEXT("dybde"), value_number((int64_t)lister->structure->items[index].depth));
    map_put(map, TEXT("innrykk"), value_text(text_format(arena, "%*s", (int)(2 * depth), "")));
    map_put(map, TEXT("åpner"), value_truth(next > depth));
    map_put(map, TEXT("lukker"), value_list(closed, ends));
}

static struct value body_value(const struct lister *lister, size_t index) {
    const struct view_context *context = lister->context;
    const struct placed_body *placed = &lister->structure->items[index];
    const struct body *body = placed->body;
    bool has_above = placed->parent != STRUCTURE_TOP;
    size_t first = lister->first[index];
    struct map_builder map = map_begin(context->arena);
    map_put(&map, TEXT("id"), value_text(body->id.text));
    map_put(&map, TEXT("navn"), value_text(body_name(context, body)));
    view_put_text(&map, VIEW_KEY("kort"),
                  text_equal(body_short_name(context, body), body_name(context, body))
                      ? TEXT("")
                      : body_short_name(context, body));
    map_put(&map, TEXT("anker"), value_text(body_anchor(body, context->arena)));
    put_nesting(lister, &map, index);
    view_put_text(&map, VIEW_KEY("nivå"), body_level_words(context, body));
    view_put_text(&map, VIEW_KEY("i-modellen"), body_national_words(context, placed));
    map_put(&map, TEXT("under"),
            has_above ? body_reference(lister, lister->structure->items[placed->parent].body)
                      : (struct value){.kind = VALUE_NONE});
    map_put(&map, TEXT("har-under"), value_truth(has_above));
    put_references(lister, &map, TEXT("over"), TEXT("har-over"), &lister->below[first],
                   placed->children);
    put_members(lister, &map, body);
    view_put_text(&map, VIEW_KEY("mandat"), body->mandate.text);
    view_put_text(&map, VIEW_KEY("beslutning"), body->decides.text);
    view_put_text(&map, VIEW_KEY("møter"), body->meetings.text);
    put_work(context, &map, lister->work);
    put_seats(context, &map, body,
              &lister->members[body - context->repository->organisation->bodies.items]);
    return map_end(&map);
}

// Sorted by the body above, in one pass over those that have one.
static void find_below(struct lister *lister) {
    const struct structure *structure = lister->structure;
    struct arena *arena = lister->context->arena;
    size_t *first = arena_alloc(arena, (structure->count + 1) * sizeof *first), total = 0;
    size_t *filled = arena_alloc(arena, (structure->count + 1) * sizeof *filled);
    const struct body **below = arena_alloc(arena, (structure->count + 1) * sizeof(*below));
    for (size_t i = 0; i < structure->count; i++) {
        first[i] = total;
        total += structure->items[i].children;
    }
    for (size_t i = 0; i < structure->count; i++) {
        size_t parent = structure->items[i].parent;
        if (parent != STRUCTURE_TOP)
            below[first[parent] + filled[parent]++] = structure->items[i].body;
    }
    lister->first = first;
    lister->below = below;
}

// Of the one whose page it is, or of all.
static struct value bodies_value(const struct lister *lister) {
    const struct structure *structure = lister->structure;
    const struct body_work *work = lister->work;
    struct arena *arena = lister->context->arena;
    struct value *bodies = arena_alloc(arena, (structure->count + 1) * sizeof *bodies);
    size_t count = 0;
    for (size_t i = 0; i < structure->count; i++)
        if (work == NULL || text_equal(structure->items[i].body->id.text, work->body))
            bodies[count++] = body_value(lister, i);
    return value_list(bodies, count);
}

static struct text title_of(const struct view_context *context, const struct body_work *work) {
    const struct party *party =
        work == NULL ? NULL : organisation_party(context->repository->organisation, work->body);
    return party == NULL ? label(context->labels, TEXT("organ-tittel")) : party->name;
}

struct value organisation_value(const struct view_context *context, const struct body_work *work) {
    const struct organisation *organisation = context->repository->organisation;
    const struct structure structure = structure_of(organisation, context->arena);
    struct lister lister = {.context = context, .structure = &structure, .work = work};
    const struct structure nothing = {NULL, 0};
    struct chart chart = chart_of(context, work == NULL ? &structure : &nothing);
    struct map_builder map = map_begin(context->arena);
    find_below(&lister);
    lister.members = members_of_bodies(organisation, context->arena);
    view_put_head(context, &map, "organisasjonskart", title_of(context, work),
                  organisation->source->path);
    map_put(&map, TEXT("er-kart"), value_truth(work == NULL));
    put_day(context, &map, VIEW_KEY("dato"), context->day);
    map_put(&map, TEXT("antall"), value_number((int64_t)structure.count));
    map_put(&map, TEXT("organer"), bodies_value(&lister));
    map_put(&map, TEXT("bredde"), value_number(CHART_WIDTH));
    map_put(&map, TEXT("høyde"), value_number(chart_height(&chart)));
    map_put(&map, TEXT("ark"), chart_value(context, &chart));
    return map_end(&map);
}
