// SPDX-License-Identifier: MIT
// The words of a language: templates/labels.nb.txt, labels.nn.txt. A line "key: words" each; the
// names of months and weekdays are lists with commas between; lines that begin with "#" are
// comments.

#ifndef FELLESSKAP_VIEW_LABELS_H
#define FELLESSKAP_VIEW_LABELS_H

#include "base/date.h"
#include "base/value.h"
#include "input/file/templatefolder.h"
#include "model/plan/plan.h"

struct labels {
    struct text file;
    struct diagnostics *diagnostics;
    struct value map; // what templates see as `tekst`
    struct text months[12];
    struct text weekdays[7];                // from Monday
    struct text marks[MARK_COUNT];          // by enum mark
    struct text statuses[STATUS_COUNT + 1]; // by enum action_status; the last: not known
};

// The labels that are installed, and over them those of the tree: there one line is enough. NULL
// after a report. A line without a key, a repeated key, a list that lacks a name, and a label of
// the tree that is not installed are reported.
const struct labels *labels_read(const struct template_folder *folder, enum language language);

// Reports what is wrong with the labels of the tree, of all languages for which it has a file.
void labels_check(const struct template_folder *folder);

// The label of a key; a missing one is reported, and an empty text comes back.
struct text label(const struct labels *labels, struct text key);

// The label with each "{name}" in it filled in.
struct text label_filled(const struct labels *labels, struct text key, const struct text *names,
                         const struct text *values, size_t count, struct arena *arena);

// "29. oktober 2024", with a no-break space after the day.
struct text label_date(const struct labels *labels, struct date date, struct arena *arena);

// "tirsdag 29. oktober", where the year stands elsewhere.
struct text label_weekday_day(const struct labels *labels, struct date date, struct arena *arena);

// "tirsdag 29. oktober 2024".
struct text label_weekday_date(const struct labels *labels, struct date date, struct arena *arena);

#endif
