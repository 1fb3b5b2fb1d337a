// SPDX-License-Identifier: MIT
// What is at the addresses that documents had before (docs/addresses.md).

#include "document/build/build.h"
#include "document/build/page.h"

static bool write_page(struct build *build, const struct site_file *file, struct writer *writer) {
    const struct document *document = &file->entry->document;
    struct page page;
    if (!page_begin(&page, build, document_language(document)))
        return false;
    const struct site_document of_page = {.title = file->title};
    const struct site_document listed = file->title.size > 0 ? of_page : build_listed(document);
    struct value value = site_moved_value(&page.view, &listed, file->path);
    return page_write(&page, "moved", &value, writer);
}

static bool put_page(struct build *build, const struct site_file *file, struct text path) {
    struct writer writer;
    writer_to_memory(&writer, build->scratch);
    if (!write_page(build, file, &writer))
        return false;
    struct site_file *page = build_put(build, file->room, path, writer_text(&writer));
    arena_reset(build->scratch);
    if (page == NULL)
        return false;
    page->is_former = true;
    page->entry = file->entry;
    page->format = file->format;
    return true;
}

static bool put_former(struct build *build, const struct site_file *file, struct text name) {
    struct text path = inventory_former_path(file->entry, file->path, name, build->arena);
    if (text_is(text_from(file->format), "html"))
        return put_page(build, file, path);
    if (site_put_again(build->site, file, path))
        return true;
    build->fault = build->site->fault;
    return false;
}

static bool put_all_former(struct build *build, const struct site_file *file) {
    const struct scalar_list *names =
        file->entry == NULL ? NULL : inventory_former_names(file->entry);
    for (size_t i = 0; names != NULL && i < names->count; i++)
        if (!put_former(build, file, names->items[i].text))
            return false;
    for (size_t i = 0; i < file->former.count; i++)
        if (index_find(&build->site->by_path[file->room], file->former.items[i]) == NULL &&
            !put_page(build, file, file->former.items[i]))
            return false;
    return true;
}

bool build_former(struct build *build) {
    size_t count = build->site->count; // more come at its end
    for (size_t i = 0; i < count; i++)
        if (!put_all_former(build, build->site->files[i]))
            return false;
    return true;
}
