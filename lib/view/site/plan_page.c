// SPDX-License-Identifier: MIT
// The page of a plan: its areas, goals and actions at a glance, and its documents in all formats.

#include "view/site/pages.h"

struct value plan_page_value(const struct view_context *context, const struct plan_page *page) {
    static const struct matrix_selection all = {.year = 0};
    const struct site_step here = {page->plan->title.text, TEXT("")};
    const struct matrix *matrix = matrix_select(context, page->plan, &all);
    struct map_builder map = map_begin(context->arena);
    view_put_head(context, &map, "planside", page->plan->title.text, page->plan->source->path);
    site_put_frame(context, page->frame, &here, 1, &map);
    map_put(&map, TEXT("plan"), matrix_value(matrix));
    for (size_t i = 0; i < page->documents.count; i++)
        page->documents.items[i].pages = TEXT(""); // this one
    site_put_documents(context, &map, TEXT("dokumenter"), TEXT("har-dokumenter"), &page->documents);
    return map_end(&map);
}
