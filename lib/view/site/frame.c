// SPDX-License-Identifier: MIT

#include "view/site/frame.h"

#include "view/address.h"

static struct value menu_item_value(const struct view_context *context,
                                    const struct site_menu_item *item) {
    struct arena *arena = context->arena;
    struct text address = view_root_path(context, item->path, arena);
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("navn"), value_text(label(context->labels, text_from(item->label))));
    map_put(&map, TEXT("lenke"),
            value_text(item->fragment == NULL
                           ? address
                           : text_format(arena, "%.*s#%s", TEXT_ARGS(address), item->fragment)));
    return map_end(&map);
}

static struct value menu_value(const struct view_context *context, const struct site_frame *frame) {
    struct value *items = arena_alloc(context->arena, MOST_IN_MENU * sizeof *items);
    for (size_t i = 0; i < frame->menu_count; i++)
        items[i] = menu_item_value(context, &frame->menu[i]);
    return value_list(items, frame->menu_count);
}

void site_put_frame(const struct view_context *context, const struct site_frame *frame,
                    const struct site_step *steps, size_t count, struct map_builder *map) {
    struct arena *arena = context->arena;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        struct map_builder step = map_begin(arena);
        map_put(&step, TEXT("navn"), value_text(steps[i].name));
        view_put_text(&step, VIEW_KEY("lenke"), steps[i].address);
        items[i] = map_end(&step);
    }
    map_put(map, TEXT("stilark"), value_text(view_root_path(context, frame->style, arena)));
    map_put(map, TEXT("forside"), value_text(view_root_path(context, TEXT("index.html"), arena)));
    map_put(map, TEXT("meny"), menu_value(context, frame));
    map_put(map, TEXT("smuler"), value_list(items, count));
}
