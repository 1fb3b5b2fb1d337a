// SPDX-License-Identifier: MIT

#include "view/year/entries.h"

static void add_preparations(struct year_entries *entries, const struct duty *duty,
                             struct date day) {
    struct arena *arena = entries->context->arena;
    for (size_t i = 0; i < duty->preparations.count; i++) {
        const struct preparation *preparation = &duty->preparations.items[i];
        struct year_entry *added = year_add(
            entries, (struct year_entry){
                         .kind = YEAR_PREPARATION,
                         .day = day_before(day, preparation->days_before.value),
                         .what = preparation->name.text,
                         .who = preparation->who.count > 0 ? preparation->who : duty->who,
                         .note = text_format(arena, "%d %.*s %.*s", preparation->days_before.value,
                                             TEXT_ARGS(label(entries->context->labels,
                                                             preparation->days_before.value == 1
                                                                 ? TEXT("årshjul-dag-før")
                                                                 : TEXT("årshjul-dager-før"))),
                                             TEXT_ARGS(duty->name.text)),
                         .duty = duty,
                         .preparation = preparation,
                     });
        if (added != NULL)
            added->about = year_links(entries, &duty->actions, &duty->cases, &added->about_count);
    }
}

struct year_entry year_duty_entry(const struct year_entries *entries, const struct duty *duty,
                                  struct due_day day) {
    struct year_entry entry = {
        .kind = YEAR_DUTY, .day = day, .what = duty->name.text, .who = duty->who, .duty = duty};
    if (duty->day.month == 0)
        entry.day.written = day.day; // a month and a week are no days that move
    entry.about = year_links(entries, &duty->actions, &duty->cases, &entry.about_count);
    return entry;
}

static void add_days(struct year_entries *entries, const struct duty *duty, int year) {
    struct due_day days[MOST_DUE_DAYS];
    size_t count = duty_days(duty, year, days);
    for (size_t i = 0; i < count; i++) {
        year_add(entries, year_duty_entry(entries, duty, days[i]));
        add_preparations(entries, duty, days[i].day);
    }
}

// A day of the next year may be moved into this one, and what comes before it may be in this one.
void year_add_duties(struct year_entries *entries) {
    const struct year_subject *subject = entries->subject;
    for (size_t i = 0; i < subject->wheel->duties.count; i++)
        for (int year = subject->year; year <= subject->year + 1; year++)
            add_days(entries, &subject->wheel->duties.items[i], year);
}
