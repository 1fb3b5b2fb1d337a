// SPDX-License-Identifier: MIT

#include "model/tree/settings.h"

#include "base/message.h"
#include "input/yaml/nynorsk.h"
#include "input/file/limits.h"

#include <stddef.h>

static const char *const kind[] = {"kontroll", NULL};

static enum rule read_rule(struct binding *binding, struct yaml_item key) {
    struct scalar id;
    if (!bind_scalar(binding, key, &id))
        return RULE_COUNT;
    enum rule rule = rule_find(id.text);
    if (rule != RULE_COUNT)
        return rule;
    struct text near = rule_nearest(id.text);
    bind_report(binding, RULE_UNKNOWN_RULE, id.at,
                near.size > 0 ? _("there is no rule '%.*s'; did you mean '%.*s'?")
                              : _("there is no rule '%.*s'; docs/rules.md has them all"),
                TEXT_ARGS(id.text), TEXT_ARGS(near));
    return RULE_COUNT;
}

static enum level read_level(struct binding *binding, struct yaml_item value) {
    struct scalar word;
    if (value.kind == YAML_END || !bind_scalar(binding, value, &word))
        return LEVEL_NOT_SET;
    struct text lower = choice_word(binding->arena, word.text);
    for (size_t i = 0; rule_level_words[i] != NULL; i++)
        if (text_is(lower, rule_level_words[i]))
            return rule_level_find(lower);
    bind_report(binding, RULE_WRONG_CHOICE, word.at, _("unknown level '%.*s'; write one of: %s"),
                TEXT_ARGS(word.text), choices_shown(rule_level_words, binding->arena).data);
    return LEVEL_NOT_SET;
}

static void read_levels(struct binding *binding, struct yaml_item item, void *into) {
    struct rule_levels *levels = into;
    if (item.kind != YAML_MAP) {
        bind_type(binding, item, _("a map of rules ('no-owner: advarsel')"));
        return;
    }
    for (struct yaml_item key; yaml_next_entry(binding->yaml, &key);) {
        struct position at = key.at;
        enum rule rule = read_rule(binding, key);
        enum level level = read_level(binding, yaml_next(binding->yaml));
        if (rule == RULE_COUNT || level == LEVEL_NOT_SET)
            continue;
        if (rule_is_fixed(rule))
            bind_report(binding, RULE_FIXED_LEVEL, at,
                        _("the rule '%s' is always an error: what breaks it cannot be read"),
                        rule_id(rule));
        else if (levels->of[rule] != LEVEL_NOT_SET)
            bind_report(binding, RULE_DUPLICATE_KEY, at, _("the rule '%s' is here twice"),
                        rule_id(rule));
        else
            levels->of[rule] = level;
    }
}

// Those that can be set.
static const char *const settable[] = {
#define RULE(name, id, severity) id,
#define FIXED_RULE(name, id)
#include "base/rules.def"
#undef RULE
#undef FIXED_RULE
    NULL,
};

static const struct form levels_form = {
    .read_item = read_levels,
    .how = N_("write rules and their levels: no-owner: advarsel"),
    .keys = settable,
    .words = rule_level_words,
};

#define AT(member) .offset = offsetof(struct settings, member)
static const struct field settings_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("regler", VARIANT, OPTIONAL, AT(levels),
          N_("how seriously rules are taken: each its id, with feil, advarsel, merknad or av"),
          .form = &levels_form),
    FIELD("faste-saker", TEXTS, OPTIONAL, AT(standing_items),
          N_("what every agenda has: words of which an item's title has one, with / between them"),
          .example = "protokoll/referat"),
    FIELD("innkallingsfrist", NUMBER, OPTIONAL, AT(notice_days),
          N_("how many days before a meeting its notice is sent; 7 where it is not given"),
          .example = "7"),
    FIELD("konteringsfrist", NUMBER, OPTIONAL, AT(account_days),
          N_("within how many days after the decision of a grant its allocations have a project "
             "number and a cost centre; 90 where it is not given"),
          .example = "90"),
};
#undef AT
const struct shape settings_shape = SHAPE(struct settings, settings_fields);

static const struct text standing_items[] = {
    TEXT_OF("innkalling"),
    TEXT_OF("protokoll/referat/møtebok"),
    TEXT_OF("eventuelt/ymse"),
};
enum { STANDING_ITEMS = sizeof standing_items / sizeof *standing_items };

static void set_standing_items(struct scalar_list *list, struct arena *arena) {
    if (list->at.line > 0)
        return;
    list->count = STANDING_ITEMS;
    list->items = arena_alloc(arena, STANDING_ITEMS * sizeof *list->items);
    for (size_t i = 0; i < STANDING_ITEMS; i++)
        list->items[i].text = standing_items[i];
}

const struct settings *settings_read(struct sources *sources) {
    struct settings *settings = arena_alloc(sources->arena, sizeof *settings);
    settings->notice_days.value = 7;
    settings->account_days.value = 90;
    settings->source = source_read_if_present(sources, TEXT(SETTINGS_PATH), LIMIT_YAML_BYTES);
    if (settings->source != NULL)
        bind_yaml(sources, settings->source, settings->source->text, 1, &settings_shape, settings);
    set_standing_items(&settings->standing_items, sources->arena);
    return settings;
}
