// SPDX-License-Identifier: MIT

#include "view/deadline.h"

static struct text first_meeting_words(const struct labels *labels, const struct deadline *deadline,
                                       struct arena *arena) {
    const struct text names[] = {TEXT("utvalg"), TEXT("år")};
    const struct text values[] = {deadline->committee.text,
                                  text_format(arena, "%d", deadline->year)};
    return label_filled(labels, TEXT("frist-første-møte"), names, values,
                        sizeof names / sizeof *names, arena);
}

struct text deadline_words(const struct labels *labels, const struct deadline *deadline,
                           struct arena *arena) {
    struct date date;
    if (date_parse(deadline->text.text, &date))
        return label_date(labels, date, arena);
    if (deadline->committee.text.size > 0 && !deadline->next_meeting)
        return first_meeting_words(labels, deadline, arena);
    if (!deadline->month_end)
        return deadline->text.text;
    date = deadline->day.date;
    return text_format(arena, "%.*s %.*s %d", TEXT_ARGS(label(labels, TEXT("frist-utgangen-av"))),
                       TEXT_ARGS(labels->months[date.month - 1]), date.year);
}
