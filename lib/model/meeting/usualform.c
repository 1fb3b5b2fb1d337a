// SPDX-License-Identifier: MIT

#include "model/meeting/usualform.h"

void usual_forms_init(struct usual_forms *forms, const struct sources *sources,
                      struct text committee) {
    *forms = (struct usual_forms){.numbering = case_numbering(sources, committee)};
}

void usual_forms_add(struct usual_forms *forms, struct text number) {
    struct case_form form;
    struct case_number parts;
    size_t place = 0;
    if (!case_form_find(number, false, &form, &parts))
        return;
    while (place < forms->count && !case_forms_are_alike(&forms->items[place].form, &form))
        place++;
    if (place == MOST_USUAL_FORMS)
        return;
    if (place == forms->count)
        forms->items[forms->count++].form = form;
    forms->items[place].uses++;
    if (parts.number < 10)
        form.digits > 1 ? forms->items[place].padded++ : forms->items[place].bare++;
}

static struct case_form form_at(const struct usual_forms *forms, size_t place) {
    struct case_form form = forms->items[place].form;
    bool padded =
        forms->items[place].padded > 0 && forms->items[place].padded >= forms->items[place].bare;
    form.digits = padded ? 2 : 1;
    return form;
}

// Of those that are used as often, the one that came first.
static bool most_used(const struct usual_forms *forms, const struct text *series,
                      struct case_form *form) {
    size_t best = 0;
    for (size_t i = 0; i < forms->count; i++) {
        if (series != NULL && !text_equal(forms->items[i].form.before, *series))
            continue;
        if (forms->items[i].uses > best) {
            best = forms->items[i].uses;
            *form = form_at(forms, i);
        }
    }
    return best > 0;
}

bool usual_form_of_series(const struct usual_forms *forms, struct text series,
                          struct case_form *form) {
    const struct numbering *numbering = forms->numbering;
    for (size_t i = 0; numbering != NULL && i < numbering->count; i++)
        if (numbering->items[i].digits > 0 && text_equal(numbering->items[i].before, series)) {
            *form = numbering->items[i];
            return true;
        }
    return numbering == NULL && most_used(forms, &series, form);
}

struct case_form usual_form(const struct usual_forms *forms) {
    struct case_form form = {
        .between = TEXT("/"), .digits = 1, .year_digits = 2, .has_letter = true};
    const struct numbering *numbering = forms->numbering;
    for (size_t i = 0; numbering != NULL && i < numbering->count; i++)
        if (numbering->items[i].digits > 0)
            return numbering->items[i];
    most_used(forms, NULL, &form);
    return form;
}
