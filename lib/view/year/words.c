// SPDX-License-Identifier: MIT

#include "base/holiday.h"
#include "view/year/entries.h"

static const struct text kind_keys[YEAR_ENTRY_KINDS] = {
    [YEAR_MEETING] = TEXT_OF("årshjul-møte"),
    [YEAR_PROPOSAL] = TEXT_OF("årshjul-forslag"),
    [YEAR_DUTY] = TEXT_OF("årshjul-oppgave"),
    [YEAR_PREPARATION] = TEXT_OF("årshjul-forberedelse"),
    [YEAR_DECISION] = TEXT_OF("årshjul-vedtaksfrist"),
    [YEAR_ACTION] = TEXT_OF("årshjul-tiltaksfrist"),
    [YEAR_REPORT] = TEXT_OF("årshjul-rapport"),
};

// "flyttet fra torsdag 14. mai 2026 (Kristi himmelfartsdag)".
static struct text moved_words(const struct view_context *context, struct date written) {
    static const struct text holiday_keys[HOLIDAY_COUNT] = {
        [NEW_YEARS_DAY] = TEXT_OF("helligdag-nyttårsdag"),
        [MAUNDY_THURSDAY] = TEXT_OF("helligdag-skjærtorsdag"),
        [GOOD_FRIDAY] = TEXT_OF("helligdag-langfredag"),
        [EASTER_SUNDAY] = TEXT_OF("helligdag-påskedag"),
        [EASTER_MONDAY] = TEXT_OF("helligdag-påskedag-2"),
        [LABOUR_DAY] = TEXT_OF("helligdag-mai-1"),
        [CONSTITUTION_DAY] = TEXT_OF("helligdag-mai-17"),
        [ASCENSION_DAY] = TEXT_OF("helligdag-himmelfart"),
        [WHIT_SUNDAY] = TEXT_OF("helligdag-pinsedag"),
        [WHIT_MONDAY] = TEXT_OF("helligdag-pinsedag-2"),
        [CHRISTMAS_DAY] = TEXT_OF("helligdag-juledag"),
        [SECOND_CHRISTMAS_DAY] = TEXT_OF("helligdag-juledag-2"),
    };
    struct arena *arena = context->arena;
    enum holiday holiday = holiday_on(written);
    struct text from = label(context->labels, TEXT("årshjul-flyttet"));
    struct text day = label_weekday_date(context->labels, written, arena);
    if (holiday == NO_HOLIDAY)
        return text_format(arena, "%.*s %.*s", TEXT_ARGS(from), TEXT_ARGS(day));
    return text_format(arena, "%.*s %.*s (%.*s)", TEXT_ARGS(from), TEXT_ARGS(day),
                       TEXT_ARGS(label(context->labels, holiday_keys[holiday])));
}

struct text year_note(const struct view_context *context, const struct year_entry *entry) {
    if (date_compare(entry->day.day, entry->day.written) == 0)
        return entry->note;
    const struct text notes[] = {entry->note, moved_words(context, entry->day.written)};
    return entry->note.size == 0 ? notes[1] : text_join(context->arena, notes, 2, TEXT("; "));
}

struct text year_kind_words(const struct view_context *context, enum year_entry_kind kind) {
    return label(context->labels, kind_keys[kind]);
}

struct text year_who_words(const struct view_context *context, const struct scalar_list *who) {
    struct text *names = arena_alloc(context->arena, who->count * sizeof *names);
    for (size_t i = 0; i < who->count; i++)
        names[i] = organisation_short_name(context->repository->organisation, who->items[i].text);
    return text_join(context->arena, names, who->count, TEXT(", "));
}

struct text year_about_words(const struct view_context *context, const struct year_entry *entry) {
    struct text *words = arena_alloc(context->arena, entry->about_count * sizeof *words);
    for (size_t i = 0; i < entry->about_count; i++)
        words[i] = entry->about[i].words;
    return text_join(context->arena, words, entry->about_count, TEXT(", "));
}
