// SPDX-License-Identifier: MIT

#include "model/meeting/deadline.h"

#include "base/meant.h"
#include "base/message.h"
#include "input/yaml/binding.h"
#include "input/yaml/wrong_value.h"

static const struct text end_of_month[] = {TEXT_OF("utgangen av ")};
static const struct text first_meeting[] = {TEXT_OF("første "), TEXT_OF("fyrste ")};
static const struct text meeting_in = TEXT_OF("-møte i ");

static bool cut_prefix(struct text *text, const struct text *prefixes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_starts_with(*text, prefixes[i])) {
            *text = text_slice(*text, prefixes[i].size, text->size);
            return true;
        }
    return false;
}

static bool read_end_of_month(struct text text, struct date *date) {
    if (!cut_prefix(&text, end_of_month, 1))
        return false;
    int month = month_parse(text_cut(&text, ' ')), year;
    if (month == 0 || text.data == NULL || !year_parse(text, &year))
        return false;
    *date = (struct date){year, month, date_days_in_month(year, month)};
    return true;
}

static bool read_first_meeting(struct scalar scalar, struct deadline *deadline) {
    struct text text = scalar.text;
    if (!cut_prefix(&text, first_meeting, 2) || text.size < meeting_in.size + 4)
        return false;
    size_t middle = text.size - 4 - meeting_in.size;
    struct text year = text_slice(text, text.size - 4, text.size);
    if (!text_equal(text_slice(text, middle, text.size - 4), meeting_in) ||
        !year_parse(year, &deadline->year) || middle == 0)
        return false;
    deadline->committee = (struct scalar){text_slice(text, 0, middle), scalar.at};
    return true;
}

static struct text example_deadlines(const struct binding *binding) {
    const struct examples *examples = &binding->sources->examples;
    return text_format(
        binding->arena, _("%d-06-30, 'utgangen av juni %d' or 'første %.*s-møte i %d'"),
        examples->year, examples->year, TEXT_ARGS(examples->committee), examples->year);
}

static void read_deadline(struct binding *binding, struct scalar scalar, void *into) {
    struct deadline *deadline = into;
    deadline->text = scalar;
    deadline->day.at = scalar.at;
    if (date_parse(scalar.text, &deadline->day.date) ||
        read_end_of_month(scalar.text, &deadline->day.date) || read_first_meeting(scalar, deadline))
        return;
    struct text examples = example_deadlines(binding);
    bind_wrong_value(binding, RULE_WRONG_DATE, scalar, date_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a deadline; write %.*s"), TEXT_ARGS(scalar.text),
                     TEXT_ARGS(examples));
}

const struct form deadline_form = {
    .read = read_deadline,
    .how = N_("write 2025-06-30, 'utgangen av juni 2025' or 'første ASU-møte i 2025'"),
    .pattern = DATE_PATTERN "|utgangen av " MONTH_PATTERN " " YEAR_PATTERN
                            "|(?:første|fyrste) [^\\n]+-møte i " YEAR_PATTERN,
    .example = "2025-06-30",
};
