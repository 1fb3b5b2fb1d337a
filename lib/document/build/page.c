// SPDX-License-Identifier: MIT

#include "document/build/page.h"

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
