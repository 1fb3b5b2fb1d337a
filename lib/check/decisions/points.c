// SPDX-License-Identifier: MIT

#include "check/decisions/points.h"

#include "base/message.h"
#include "check/writing/cells.h"

static bool has_letter(const struct point *point) {
    char last = point->number.data[point->number.size - 1];
    return last >= 'a' && last <= 'z';
}

void check_point_numbers(const struct repository *repository, struct text file,
                         const struct points *points) {
    struct diagnostics *diagnostics = repository->diagnostics;
    for (size_t i = 0; i < points->count; i++) {
        const struct point *point = points->items[i];
        const struct point *first = points_find(points, point->number);
        check_cell_of_prose(repository, file, (const struct prose *[]){&point->text}, 1);
        if (point->parent != NULL && !has_letter(point))
            report(diagnostics, RULE_POINT_NUMBER, file, point->at,
                   _("the numbered items within point %.*s begin with 0; begin with 1, which is "
                     "shown as a"),
                   TEXT_ARGS(point->parent->number));
        else if (first != NULL && first != point)
            report(diagnostics, RULE_POINT_NUMBER, file, point->at,
                   _("line %u has a point %.*s too; a list after other text goes on with the next "
                     "number"),
                   (unsigned)first->at.line, TEXT_ARGS(point->number));
    }
}
