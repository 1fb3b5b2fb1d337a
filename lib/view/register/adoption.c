// SPDX-License-Identifier: MIT

#include "model/register/adoption.h"

#include "base/index.h"
#include "view/formula.h"
#include "view/register/show.h"

enum sum_column {
    SUM_AGREEMENT,
    SUM_VERSION,
    SUM_ASKED,
    SUM_ADOPTED,
    SUM_LEFT,
    SUM_CASES,
    SUM_FROM,
    SUM_DEADLINE,
    SUM_COLUMNS
};

#define AT(member) .offset = offsetof(struct agreement, member)
static const struct register_column sums[SUM_COLUMNS] = {
    [SUM_AGREEMENT] = REGISTER_COLUMN("navn", "register-avtale", TEXT, 40, AT(name)),
    [SUM_VERSION] = REGISTER_COLUMN("versjon", "register-versjon", TEXT, 18, AT(version)),
    [SUM_ASKED] = REGISTER_COLUMN("parter", "register-parter", NUMBER, 10, .offset = 0),
    [SUM_ADOPTED] = REGISTER_COLUMN("har", "register-har-sluttet-seg-til", NUMBER, 22, .offset = 0),
    [SUM_LEFT] = REGISTER_COLUMN("har-ikke", "register-har-ikke", NUMBER, 12, .offset = 0),
    [SUM_CASES] = REGISTER_COLUMN("saker", "register-saker", CASES, 14, AT(cases)),
    [SUM_FROM] = REGISTER_COLUMN("fra", "register-gjelder-fra", DATE, 14, AT(from)),
    [SUM_DEADLINE] =
        REGISTER_COLUMN("høringsfrist", "register-høringsfrist", DATE, 14, AT(hearing_deadline)),
};
#undef AT

enum party_column {
    PARTY_AGREEMENT,
    PARTY_WHO,
    PARTY_ADOPTED,
    PARTY_STATE,
    PARTY_DATE,
    PARTY_NUMBER,
    PARTY_COLUMNS
};

#define AT(member) .offset = offsetof(struct adoption, member)
static const struct register_column parties[PARTY_COLUMNS] = {
    [PARTY_AGREEMENT] = REGISTER_COLUMN("avtale", "register-avtale", TEXT, 40, .offset = 0),
    [PARTY_WHO] = REGISTER_COLUMN("hvem", "register-part", PARTY, 30, AT(who)),
    [PARTY_ADOPTED] = REGISTER_COLUMN("tilsluttet", "register-tilsluttet", TEXT, 14, .offset = 0),
    [PARTY_STATE] = REGISTER_COLUMN("tilstand", "register-tilstand", CHOICE, 18, AT(state),
                                    .words = adoption_state_names),
    [PARTY_DATE] = REGISTER_COLUMN("dato", "register-vedtaksdato", DATE, 14, AT(date)),
    [PARTY_NUMBER] = REGISTER_COLUMN("sak", "register-partens-sak", TEXT, 16, AT(number)),
};
#undef AT

enum answer_column { ANSWER_AGREEMENT, ANSWER_COLUMNS = 4 };

#define AT(member) .offset = offsetof(struct hearing_answer, member)
static const struct register_column answers[ANSWER_COLUMNS] = {
    [ANSWER_AGREEMENT] = REGISTER_COLUMN("avtale", "register-avtale", TEXT, 40, .offset = 0),
    REGISTER_COLUMN("hvem", "register-part", PARTY, 30, AT(who)),
    REGISTER_COLUMN("mottatt", "register-mottatt", DATE, 14, AT(received)),
    REGISTER_COLUMN("standpunkt", "register-standpunkt", CHOICE, 22, AT(stance),
                    .words = stance_names),
};
#undef AT

static struct text words_of(const struct register_view *view, const char *key) {
    return label(view->context->labels, text_from(key));
}

// --- what a workbook counts ---

// The sheet of the parties, of whose rows these are counted.
struct counted {
    size_t rows;         // 0: there is no such sheet
    struct text names;   // of their agreements
    struct text answers; // whether they have adopted it
    struct index shared; // names that several agreements have: nothing tells their rows apart
};

static struct counted counted_of(const struct register_view *view, const struct agreements *all) {
    struct arena *arena = view->context->arena;
    struct text sheet = register_sheet_name(view, 1);
    struct counted counted = {.rows = 0};
    struct index names;
    index_init(&names, arena);
    index_init(&counted.shared, arena);
    for (size_t i = 0; i < all->agreements.count; i++) {
        const struct agreement *agreement = &all->agreements.items[i];
        counted.rows += agreement->parties.count;
        if (index_add(&names, agreement->name.text, agreement) != NULL)
            index_add(&counted.shared, agreement->name.text, agreement);
    }
    counted.names = formula_column(sheet, REGISTER_HEAD_ROW, counted.rows, PARTY_AGREEMENT, arena);
    counted.answers = formula_column(sheet, REGISTER_HEAD_ROW, counted.rows, PARTY_ADOPTED, arena);
    return counted;
}

static struct text is_answer(const struct register_view *view, const struct counted *counted,
                             const char *answer) {
    struct arena *arena = view->context->arena;
    return text_format(arena, "(%.*s=%.*s)", TEXT_ARGS(counted->answers),
                       TEXT_ARGS(formula_words(words_of(view, answer), arena)));
}

// How many parties of the agreement in the same row are so.
static struct register_cell count_cell(const struct register_view *view,
                                       const struct counted *counted,
                                       const struct agreement *agreement, size_t count,
                                       struct text are_so) {
    struct arena *arena = view->context->arena;
    struct register_cell cell = register_number_cell(view, (int64_t)count);
    if (counted->rows > 0 && index_find(&counted->shared, agreement->name.text) == NULL)
        cell.formula =
            text_format(arena, "SUMPRODUCT(EXACT(%.*s,%.*s)*%.*s)", TEXT_ARGS(counted->names),
                        TEXT_ARGS(formula_here(SUM_AGREEMENT, arena)), TEXT_ARGS(are_so));
    return cell;
}

static void show_sums(struct register_view *view, const struct agreements *all) {
    const struct counted counted = counted_of(view, all);
    struct text has = is_answer(view, &counted, "register-ja");
    struct text has_not = is_answer(view, &counted, "register-nei");
    struct text either =
        text_format(view->context->arena, "(%.*s+%.*s)", TEXT_ARGS(has), TEXT_ARGS(has_not));
    struct register_part *part = register_add_part(view, TEXT(""), TEXT("avtaler"), sums,
                                                   SUM_COLUMNS, all->agreements.count);
    for (size_t i = 0; i < all->agreements.count; i++) {
        const struct agreement *agreement = &all->agreements.items[i];
        struct adoption_count count = adoption_count_of(agreement);
        size_t left = count.asked - count.adopted;
        struct register_cell *cells = register_add_record(view, part, agreement);
        cells[SUM_ASKED] = count_cell(view, &counted, agreement, count.asked, either);
        cells[SUM_ADOPTED] = count_cell(view, &counted, agreement, count.adopted, has);
        cells[SUM_LEFT] = count_cell(view, &counted, agreement, left, has_not);
    }
}

// Each party of each agreement, also those of which nothing is known.
static void show_parties(struct register_view *view, const struct agreements *all) {
    size_t rows = 0;
    for (size_t i = 0; i < all->agreements.count; i++)
        rows += all->agreements.items[i].parties.count;
    if (rows == 0)
        return;
    struct register_part *part =
        register_add_part(view, words_of(view, "register-hvem-har"), TEXT("tilslutninger"), parties,
                          PARTY_COLUMNS, rows);
    for (size_t i = 0; i < all->agreements.count; i++) {
        const struct agreement *agreement = &all->agreements.items[i];
        for (size_t j = 0; j < agreement->parties.count; j++) {
            struct adoption nothing = {.who = agreement->parties.items[j], .state.index = -1};
            const struct adoption *adoption = adoption_of(agreement, nothing.who.text);
            struct register_cell *cells =
                register_add_record(view, part, adoption == NULL ? &nothing : adoption);
            cells[PARTY_AGREEMENT] = register_text_cell(agreement->name.text);
            cells[PARTY_ADOPTED] = register_text_cell(
                words_of(view, is_adopted(adoption) ? "register-ja" : "register-nei"));
            if (adoption == NULL)
                cells[PARTY_STATE] = register_text_cell(words_of(view, "register-ukjent"));
        }
    }
}

static void show_answers(struct register_view *view, const struct agreements *all) {
    size_t rows = 0;
    for (size_t i = 0; i < all->agreements.count; i++)
        rows += all->agreements.items[i].answers.count;
    if (rows == 0)
        return;
    struct register_part *part =
        register_add_part(view, words_of(view, "register-høringssvar"), TEXT("høringssvar"),
                          answers, ANSWER_COLUMNS, rows);
    for (size_t i = 0; i < all->agreements.count; i++) {
        const struct agreement *agreement = &all->agreements.items[i];
        for (size_t j = 0; j < agreement->answers.count; j++)
            register_add_record(view, part, &agreement->answers.items[j])[ANSWER_AGREEMENT] =
                register_text_cell(agreement->name.text);
    }
}

// --- texts ---

// The label with the name of a party behind it: "Forbehold: Melhus".
static void add_text_of(const struct register_view *view, struct register_part *part,
                        const char *key, struct text who, const struct prose *prose) {
    const struct view_context *context = view->context;
    const struct text words[] = {label(context->labels, text_from(key)), TEXT(": "),
                                 organisation_short_name(context->repository->organisation, who)};
    register_add_titled_note(view, part, text_join(context->arena, words, 3, TEXT("")), prose);
}

static bool has_texts(const struct agreement *agreement) {
    bool has = !prose_is_empty(&agreement->remark);
    for (size_t i = 0; i < agreement->adoptions.count; i++)
        has = has || !prose_is_empty(&agreement->adoptions.items[i].reservation);
    for (size_t i = 0; i < agreement->answers.count; i++)
        has = has || !prose_is_empty(&agreement->answers.items[i].remark) ||
              !prose_is_empty(&agreement->answers.items[i].met);
    return has;
}

static void show_texts(struct register_view *view, const struct agreement *agreement) {
    if (!has_texts(agreement))
        return;
    struct register_part *part =
        register_add_part(view, agreement->name.text, agreement->id.text, NULL, 0, 0);
    register_add_note(view, part, "register-merknad", &agreement->remark);
    for (size_t i = 0; i < agreement->adoptions.count; i++)
        add_text_of(view, part, "register-forbehold", agreement->adoptions.items[i].who.text,
                    &agreement->adoptions.items[i].reservation);
    for (size_t i = 0; i < agreement->answers.count; i++) {
        const struct hearing_answer *answer = &agreement->answers.items[i];
        add_text_of(view, part, "register-høringsmerknad", answer->who.text, &answer->remark);
        add_text_of(view, part, "register-oppfølging", answer->who.text, &answer->met);
    }
}

void register_show_agreements(struct register_view *view) {
    const struct agreements *all = (const struct agreements *)(const void *)view->registry;
    show_sums(view, all);
    show_parties(view, all);
    show_answers(view, all);
    for (size_t i = 0; i < all->agreements.count; i++)
        show_texts(view, &all->agreements.items[i]);
}
