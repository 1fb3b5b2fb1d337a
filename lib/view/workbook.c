// SPDX-License-Identifier: MIT

#include "view/workbook.h"

#include "view/labels.h"

struct workbook *view_workbook(const struct view_context *context, struct text title,
                               const struct sheet *sheets, size_t sheet_count) {
    struct workbook *workbook = arena_alloc(context->arena, sizeof *workbook);
    *workbook = (struct workbook){
        .title = title,
        .author = context->repository->organisation->name.text,
        .page_word = label(context->labels, TEXT("side")),
        .of_word = label(context->labels, TEXT("av")),
        .language = context->language == LANGUAGE_NN ? TEXT("nn-NO") : TEXT("nb-NO"),
        .created = context->created,
        .sheets = sheets,
        .sheet_count = sheet_count,
    };
    return workbook;
}
