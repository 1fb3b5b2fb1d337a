// SPDX-License-Identifier: MIT

#include "render/data/sitemap.h"

#include "render/escape.h"

static void put_tag(struct writer *writer, const char *open, const char *name) {
    writer_put(writer, text_from(open));
    writer_put(writer, text_from(name));
}

void sitemap_write(struct writer *writer, const struct text *addresses, size_t count,
                   bool of_maps) {
    const char *all = of_maps ? "sitemapindex" : "urlset";
    const char *one = of_maps ? "sitemap" : "url";
    writer_put(writer, TEXT("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
    put_tag(writer, "<", all);
    writer_put(writer, TEXT(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"));
    for (size_t i = 0; i < count; i++) {
        put_tag(writer, "<", one);
        writer_put(writer, TEXT("><loc>"));
        escape_html(writer, addresses[i]);
        writer_put(writer, TEXT("</loc>"));
        put_tag(writer, "</", one);
        writer_put(writer, TEXT(">\n"));
    }
    put_tag(writer, "</", all);
    writer_put(writer, TEXT(">\n"));
}
