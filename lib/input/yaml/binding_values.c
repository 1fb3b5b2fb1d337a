// SPDX-License-Identifier: MIT

#include "input/yaml/binding_values.h"

#include "base/amount.h"
#include "base/meant.h"
#include "base/message.h"
#include "input/yaml/nynorsk.h"
#include "input/yaml/wrong_value.h"

static void read_number(struct binding *binding, struct scalar scalar, struct number *number) {
    number->at = scalar.at;
    if (text_to_number(scalar.text, &number->value))
        return;
    number->value = NUMBER_UNKNOWN;
    bind_wrong_value(binding, RULE_WRONG_NUMBER, scalar, minutes_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a whole number; write digits only"), TEXT_ARGS(scalar.text));
}

static void read_date(struct binding *binding, struct scalar scalar, struct dated *dated) {
    dated->at = scalar.at;
    if (date_parse(scalar.text, &dated->date))
        return;
    struct text example = example_date(&binding->sources->examples, binding->arena);
    struct date last;
    if (date_is_beyond_month(binding->arena, scalar.text, &last)) {
        bind_report(binding, RULE_WRONG_DATE, scalar.at,
                    _("there is no day '%.*s': the month ends on %s"), TEXT_ARGS(scalar.text),
                    date_iso(binding->arena, last).data);
        return;
    }
    bind_wrong_value(binding, RULE_WRONG_DATE, scalar, date_meant(binding->arena, scalar.text),
                     _("'%.*s' is not a date; write year-month-day, like %.*s"),
                     TEXT_ARGS(scalar.text), TEXT_ARGS(example));
}

static const char *explain_amount(enum amount_fault fault) {
    static const char *const messages[] = {
        [AMOUNT_NOT_A_NUMBER] = N_("'%.*s' is not an amount; write it like 120 000 or 4,5 mill."),
        [AMOUNT_PERIOD] = N_("'%.*s' can be thousands or decimals; write 1 500 for thousands, 1,5 "
                             "for one and a half"),
        [AMOUNT_GROUPS] = N_("the digits of '%.*s' are not in groups of three, as in 1 850 000"),
    };
    const char *message = amount_fault_message(fault);
    return message != NULL ? message : _(messages[fault]);
}

static void read_amount(struct binding *binding, struct scalar scalar, struct money *money) {
    enum amount_fault fault = amount_parse(scalar.text, &money->ore);
    if (fault == AMOUNT_OK) {
        money->at = scalar.at;
        return;
    }
    struct text why = message_about(binding->arena, explain_amount(fault), scalar.text);
    bind_wrong_value(binding, RULE_WRONG_AMOUNT, scalar, amount_meant(binding->arena, scalar.text),
                     "%.*s", TEXT_ARGS(why));
}

static void read_choice(struct binding *binding, struct scalar scalar, const struct field *field,
                        struct choice *choice) {
    choice->at = scalar.at;
    choice->index = -1;
    struct text word = choice_word(binding->arena, scalar.text);
    for (int i = 0; field->choices[i] != NULL; i++)
        if (text_is(word, field->choices[i]))
            choice->index = i;
    if (choice->index >= 0)
        return;
    const char *meant = choice_meant(word, field->choices, binding->arena);
    if (meant != NULL &&
        (text_is_slip_of(word, text_from(meant)) || text_starts_with(word, text_from(meant))))
        bind_report(binding, RULE_WRONG_CHOICE, scalar.at,
                    _("unknown %s '%.*s'; did you mean '%s'?"), field->key, TEXT_ARGS(scalar.text),
                    choice_shown(meant));
    else
        bind_report(binding, RULE_WRONG_CHOICE, scalar.at, _("unknown %s '%.*s'; it is one of %s"),
                    field->key, TEXT_ARGS(scalar.text),
                    choices_shown(field->choices, binding->arena).data);
}

static void check_kind(struct binding *binding, struct scalar scalar, const struct field *field) {
    struct text kind = text_from(field->choices[0]);
    if (text_equal(scalar.text, kind))
        return;
    binding->other_kind = text_nearest(scalar.text, &kind, 1) == 1;
    bind_report(binding, RULE_DOCUMENT_KIND, scalar.at,
                _("this is the document '%.*s'; '%s' is expected here"), TEXT_ARGS(scalar.text),
                field->choices[0]);
}

void bind_value(struct binding *binding, const struct field *field, struct scalar scalar,
                void *into) {
    switch (field->type) {
    case FIELD_NUMBER:
        read_number(binding, scalar, into);
        break;
    case FIELD_DATE:
        read_date(binding, scalar, into);
        break;
    case FIELD_AMOUNT:
        read_amount(binding, scalar, into);
        break;
    case FIELD_CHOICE:
        read_choice(binding, scalar, field, into);
        break;
    case FIELD_KIND:
        check_kind(binding, scalar, field);
        break;
    default:
        field->form->read(binding, scalar, into);
        break;
    }
}
