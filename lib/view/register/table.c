// SPDX-License-Identifier: MIT

#include "view/register/table.h"

#include "base/amount.h"
#include "model/plan/numbers.h"
#include "view/address.h"

struct register_part *register_add_part(struct register_view *view, struct text title,
                                        struct text anchor, const struct register_column *columns,
                                        size_t column_count, size_t rows) {
    struct arena *arena = view->context->arena;
    view->parts = arena_append(arena, view->parts, view->count, sizeof *view->parts);
    struct register_part *part = &view->parts[view->count++];
    *part = (struct register_part){
        .title = title, .anchor = anchor, .columns = columns, .column_count = column_count};
    part->cells = arena_alloc(arena, rows * column_count * sizeof *part->cells);
    return part;
}

struct register_cell *register_add_row(const struct register_view *view,
                                       struct register_part *part) {
    (void)view;
    struct register_cell *cells = &part->cells[part->row_count++ * part->column_count];
    for (size_t i = 0; i < part->column_count; i++)
        cells[i] = register_text_cell(TEXT(""));
    return cells;
}

void register_add_titled_note(const struct register_view *view, struct register_part *part,
                              struct text title, const struct prose *prose) {
    struct arena *arena = view->context->arena;
    if (prose_is_empty(prose))
        return;
    part->notes = arena_append(arena, part->notes, part->note_count, sizeof *part->notes);
    part->notes[part->note_count++] = (struct register_note){title, prose};
}

void register_add_note(const struct register_view *view, struct register_part *part,
                       const char *label_key, const struct prose *prose) {
    register_add_titled_note(view, part, label(view->context->labels, text_from(label_key)), prose);
}

// --- cells ---

struct register_cell register_text_cell(struct text text) {
    return (struct register_cell){.type = REGISTER_TEXT, .text = text};
}

struct register_cell register_date_cell(const struct register_view *view, struct date date) {
    const struct view_context *context = view->context;
    if (date.year == 0)
        return register_text_cell(TEXT(""));
    return (struct register_cell){.type = REGISTER_DATE,
                                  .text = label_date(context->labels, date, context->arena),
                                  .date = date};
}

struct register_cell register_number_cell(const struct register_view *view, int64_t number) {
    return (struct register_cell){.type = REGISTER_NUMBER,
                                  .text =
                                      text_format(view->context->arena, "%lld", (long long)number),
                                  .number = number};
}

struct register_cell register_amount_cell(const struct register_view *view, int64_t ore) {
    return (struct register_cell){
        .type = REGISTER_AMOUNT, .text = amount_text(view->context->arena, ore), .number = ore};
}

struct register_cell register_links_cell(const struct register_view *view,
                                         const struct register_link *links, size_t count) {
    struct arena *arena = view->context->arena;
    struct text *words = arena_alloc(arena, count * sizeof *words);
    for (size_t i = 0; i < count; i++)
        words[i] = links[i].words;
    return (struct register_cell){.type = REGISTER_PARTIES,
                                  .text = text_join(arena, words, count, TEXT(", ")),
                                  .links = links,
                                  .link_count = count};
}

struct register_cell register_link_cell(const struct register_view *view, struct text words,
                                        struct text address) {
    struct register_link *link = arena_alloc(view->context->arena, sizeof *link);
    *link = (struct register_link){words, address};
    return register_links_cell(view, link, 1);
}

enum { CHOICE_MOST_WORDS = 4 };

// "register-på-høring".
static struct text word_of_choice(const struct register_view *view, const char *word) {
    struct arena *arena = view->context->arena;
    struct text words = text_from(word), parts[CHOICE_MOST_WORDS + 1] = {TEXT("register")};
    size_t count = 1;
    while (words.data != NULL && count <= CHOICE_MOST_WORDS)
        parts[count++] = text_cut(&words, ' ');
    return label(view->context->labels, text_join(arena, parts, count, TEXT("-")));
}

struct text register_column_title(const struct register_view *view,
                                  const struct register_column *column) {
    return column->label_key.size > 0 ? label(view->context->labels, column->label_key)
                                      : column->title;
}

// --- a struct's values ---

static struct register_cell party_cell(const struct register_view *view, struct text id) {
    const struct party *party = organisation_party(view->context->repository->organisation, id);
    return register_text_cell(party == NULL ? id : party->name);
}

static struct register_link words_link(const struct view_context *context, struct text words) {
    (void)context;
    return (struct register_link){words, TEXT("")};
}

static struct register_link party_link(const struct view_context *context, struct text id) {
    return (struct register_link){organisation_short_name(context->repository->organisation, id),
                                  TEXT("")};
}

struct register_link register_action_link(const struct view_context *context, struct text number) {
    return (struct register_link){number, view_action_address(context, number, context->arena)};
}

struct register_link register_case_link_of(const struct view_context *context,
                                           struct text committee, struct text number) {
    const struct known_case *known = repository_case(context->repository, committee, number);
    const struct text words[] = {label(context->labels, TEXT("sak")), number};
    return (struct register_link){text_join(context->arena, words, 2, TEXT("\u00a0")),
                                  view_case_address(context, known, context->arena)};
}

struct register_link register_case_link(const struct view_context *context, struct text number) {
    return register_case_link_of(context, context->committee, number);
}

static struct register_cell
list_cell(const struct register_view *view, const struct scalar_list *list,
          struct register_link (*link)(const struct view_context *, struct text)) {
    struct register_link *links = arena_alloc(view->context->arena, list->count * sizeof *links);
    for (size_t i = 0; i < list->count; i++)
        links[i] = link(view->context, list->items[i].text);
    return register_links_cell(view, links, list->count);
}

struct register_cell register_parties_cell(const struct register_view *view,
                                           const struct scalar_list *ids) {
    return list_cell(view, ids, party_link);
}

static struct register_cell cell_of(const struct register_view *view,
                                    const struct register_column *column, const void *record) {
    const char *at = (const char *)record + column->offset;
    const struct scalar *scalar = (const struct scalar *)(const void *)at;
    const struct scalar_list *list = (const struct scalar_list *)(const void *)at;
    const struct choice *choice = (const struct choice *)(const void *)at;
    switch (column->type) {
    case REGISTER_TEXT:
        return register_text_cell(scalar->text);
    case REGISTER_CHOICE:
        return register_text_cell(
            choice->at.line == 0 ? TEXT("") : word_of_choice(view, column->words[choice->index]));
    case REGISTER_PARTY:
        return party_cell(view, scalar->text);
    case REGISTER_TEXTS:
        return list_cell(view, list, words_link);
    case REGISTER_PARTIES:
        return register_parties_cell(view, list);
    case REGISTER_ACTIONS:
        return list_cell(view, list, register_action_link);
    case REGISTER_CASES:
        return list_cell(view, list, register_case_link);
    case REGISTER_DATE:
        return register_date_cell(view, ((const struct dated *)(const void *)at)->date);
    case REGISTER_NUMBER:
    case REGISTER_AMOUNT:
        break;
    }
    return register_text_cell(TEXT(""));
}

struct register_cell *register_add_record(const struct register_view *view,
                                          struct register_part *part, const void *record) {
    struct register_cell *cells = register_add_row(view, part);
    for (size_t i = 0; i < part->column_count; i++)
        cells[i] = cell_of(view, &part->columns[i], record);
    return cells;
}
