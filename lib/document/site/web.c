// SPDX-License-Identifier: MIT
// What web servers, and those who search the web, ask of a site: sitemap.xml and _headers.

#include "document/site/parts.h"

#include "document/build/page.h"
#include "render/data/sitemap.h"
#include "view/address.h"

static bool put(struct build *build, struct text path, const struct writer *writer) {
    return build_put(build, ROOM_PUBLIC, path, writer_text(writer)) != NULL;
}

// What the tree has in web/ is its own.
static bool is_there(const struct build *build, struct text path) {
    return index_find(&build->site->by_path[ROOM_PUBLIC], path) != NULL;
}

// Whatever is in the site and is no former address.
static bool is_page(const struct site_file *file) {
    return file->room == ROOM_PUBLIC && text_ends_with(file->path, TEXT(".html")) &&
           !file->is_former;
}

static bool put_map(struct build *build, struct text path, const struct text *addresses,
                    size_t count, bool of_maps) {
    struct writer writer;
    writer_to_memory(&writer, build->scratch);
    sitemap_write(&writer, addresses, count, of_maps);
    return put(build, path, &writer);
}

// A map of maps where one has no room for all pages.
static bool put_maps(struct build *build, const struct page *page, const struct text *addresses,
                     size_t count) {
    size_t maps = (count + SITEMAP_MOST - 1) / SITEMAP_MOST;
    struct text *names = arena_alloc(build->scratch, (maps + 1) * sizeof *names);
    if (maps == 1)
        return put_map(build, TEXT("sitemap.xml"), addresses, count, false);
    for (size_t i = 0; i < maps; i++) {
        struct text path = text_format(build->scratch, "sitemap-%zu.xml", i + 1);
        size_t from = i * SITEMAP_MOST;
        size_t size = count - from < SITEMAP_MOST ? count - from : SITEMAP_MOST;
        names[i] = view_site_address(&page->view, path);
        if (!put_map(build, path, addresses + from, size, false))
            return false;
    }
    return put_map(build, TEXT("sitemap.xml"), names, maps, true);
}

static bool put_sitemap(struct build *build, const struct page *page) {
    const struct site *site = build->site;
    struct text *addresses = arena_alloc(build->scratch, (site->count + 1) * sizeof *addresses);
    size_t count = 0;
    for (size_t i = 0; i < site->count; i++)
        if (is_page(site->files[i]))
            addresses[count++] = view_site_address(
                &page->view, view_site_path(&page->view, site->files[i]->path, build->scratch));
    return put_maps(build, page, addresses, count);
}

static bool put_headers(struct build *build, const struct page *page) {
    struct value nothing = value_list(NULL, 0);
    struct writer writer;
    writer_to_memory(&writer, build->scratch);
    return maker_write_view(&page->maker, "headers", FORMAT_TEXT, &nothing, &writer) &&
           build->diagnostics->errors == 0 && put(build, TEXT("_headers"), &writer);
}

bool build_for_web(struct build *build) {
    const struct organisation *organisation = build->repository->organisation;
    struct page page;
    bool good = page_begin(&page, build, (enum language)organisation->language.index);
    if (good && organisation->website.text.size > 0 && !is_there(build, TEXT("sitemap.xml")))
        good = put_sitemap(build, &page);
    if (good && !is_there(build, TEXT("_headers")))
        good = put_headers(build, &page);
    arena_reset(build->scratch);
    return good;
}
