// SPDX-License-Identifier: MIT

#include "document/build/page.h"

#include "document/page.h"
#include "view/setup.h"

bool page_begin(struct page *page, struct build *build, enum language language) {
    page->build = build;
    page->maker = (struct document_maker){
        .templates = &build->templates,
        .labels = build_labels(build, language),
        .language = language,
        .diagnostics = build->diagnostics,
        .arena = build->scratch,
    };
    if (page->maker.labels == NULL)
        return false;
    view_context_init(&page->view, build->repository, build->scratch, page->maker.labels, language,
                      VIEW_OF_OTHER, TEXT("plan/"), TEXT(""), false);
    return true;
}

bool page_write(const struct page *page, const char *template, const struct value *value,
                struct writer *writer) {
    return maker_write_view(&page->maker, template, FORMAT_HTML, value, writer) &&
           page->build->diagnostics->errors == 0;
}

const struct page *pages_in(struct pages *pages, enum language language) {
    struct page *page = &pages->in[language];
    if (!pages->is_begun[language])
        pages->is_begun[language] = page_begin(page, pages->build, language);
    return pages->is_begun[language] ? page : NULL;
}

bool pages_view_meeting(struct pages *pages, const struct meeting *meeting,
                        struct view_context *view) {
    const struct choice *language = meeting->language.at.line > 0
                                        ? &meeting->language
                                        : &pages->build->repository->organisation->language;
    const struct page *page = pages_in(pages, (enum language)language->index);
    if (page == NULL)
        return false;
    *view = page->view;
    view->committee = meeting->committee.text;
    view->day = meeting->date.date;
    view_on_day(view);
    return true;
}

const struct site_file *pages_next(const struct build *build, size_t *at) {
    while (*at < build->site->count) {
        const struct site_file *file = build->site->files[(*at)++];
        if (file->is_listed && file->room == ROOM_PUBLIC &&
            text_is(text_from(file->format), "html"))
            return file;
    }
    return NULL;
}

struct text pages_name_of_body(const struct build *build, struct text id, const char *suffix) {
    struct text lower = text_lower(build->scratch, id);
    struct text name = text_concat(build->scratch, TEXT("body-"), lower);
    for (int i = 2;; i++) {
        struct text path = text_format(build->scratch, "%.*s.%s", TEXT_ARGS(name), suffix);
        if (index_find(&build->site->by_path[ROOM_PUBLIC], path) == NULL)
            return name;
        name = text_format(build->scratch, "body-%.*s-%d", TEXT_ARGS(lower), i);
    }
}

bool page_write_linked(const struct page *page, const char *template, const struct value *value,
                       struct writer *writer) {
    return maker_write_linked(&page->maker, template, value, writer) &&
           page->build->diagnostics->errors == 0;
}

// What the styles are filled in with: the same for each page.
static struct value styles_context(const struct page *page) {
    struct map_builder map = map_begin(page->maker.arena);
    map_put(&map, TEXT("tekst"), page->maker.labels->map);
    map_put(&map, TEXT("fellesskap"), value_text(page->build->repository->organisation->name.text));
    map_put(&map, TEXT("tittel"), value_text(TEXT("")));
    return map_end(&map);
}

struct text page_put_styles(struct build *build) {
    enum { LETTERS = 16 }; // of the digest, in the name
    struct page page;
    struct value assets;
    if (!page_begin(&page, build, (enum language)build->repository->organisation->language.index))
        return TEXT("");
    const struct value context = styles_context(&page);
    if (!page_assets(&page.maker, "pages", &context, 1, &assets) || build->diagnostics->errors > 0)
        return TEXT("");
    struct text styles =
        text_concat(build->scratch, value_find(&assets, TEXT("stil"))->text, TEXT("\n"));
    struct text name = text_format(build->arena, "style-%.*s.css", LETTERS,
                                   digest_text(styles, build->scratch).data);
    bool good = build_put(build, ROOM_PUBLIC, name, styles) != NULL;
    arena_reset(build->scratch);
    return good ? name : TEXT("");
}
