// SPDX-License-Identifier: MIT

#include "model/grant/budget.h"

#include "base/message.h"
#include "input/yaml/binding.h"
#include "input/yaml/binding_values.h"

#include <stddef.h>
#include <string.h>

#define AT(member) .offset = offsetof(struct account_group, member)
static const struct field account_group_fields[] = {
    FIELD("navn", ID, REQUIRED, AT(name), N_("the group, as the budgets name it"),
          .example = "lønn"),
    FIELD("kontoer", IDS, REQUIRED, AT(accounts.written), N_("its accounts, each from–to or one"),
          .form = &account_range_form),
};
#undef AT
const struct shape account_group_shape = SHAPE(struct account_group, account_group_fields);

static const struct field amount_field = {.key = "budsjett", .type = FIELD_AMOUNT};

static bool read_year(struct binding *binding, struct yaml_item item, int *year) {
    struct scalar scalar;
    if (!bind_scalar(binding, item, &scalar))
        return false;
    if (year_parse(scalar.text, year))
        return true;
    bind_report(binding, RULE_WRONG_PERIOD, scalar.at, _("'%.*s' is not a year; write it like %d"),
                TEXT_ARGS(scalar.text), binding->sources->examples.year);
    return false;
}

static bool is_there(const struct growing_list *list, const struct budget_entry *entry) {
    const struct budget_entry *items = (const struct budget_entry *)(const void *)list->items;
    for (size_t i = list->count; i > 0 && items[i - 1].year == entry->year; i--)
        if (text_equal(items[i - 1].group.text, entry->group.text))
            return true;
    return false;
}

// The value of a year or of a group in it.
static void read_amount(struct binding *binding, struct growing_list *list, struct yaml_item value,
                        struct budget_entry entry, bool is_good) {
    struct scalar scalar;
    if (!bind_scalar(binding, value, &scalar) || scalar.text.size == 0)
        return;
    bind_value(binding, &amount_field, scalar, &entry.amount);
    if (entry.amount.at.line > 0 && is_good)
        list_add(binding, list, &entry);
}

static void read_groups(struct binding *binding, struct growing_list *list,
                        struct budget_entry entry, bool is_good) {
    for (struct yaml_item key; yaml_next_entry(binding->yaml, &key);) {
        bool group_is_good = bind_scalar(binding, key, &entry.group) && is_good;
        if (group_is_good && is_there(list, &entry)) {
            bind_report(binding, RULE_DUPLICATE_KEY, entry.group.at,
                        _("the key '%.*s' is here a second time; only one can count"),
                        TEXT_ARGS(entry.group.text));
            group_is_good = false;
        }
        struct yaml_item value = yaml_next(binding->yaml);
        if (value.kind == YAML_END)
            return;
        read_amount(binding, list, value, entry, group_is_good);
    }
}

static bool has_year(const struct growing_list *list, int year) {
    const struct budget_entry *items = (const struct budget_entry *)(const void *)list->items;
    for (size_t i = 0; i < list->count; i++)
        if (items[i].year == year)
            return true;
    return false;
}

static void read_budget(struct binding *binding, struct yaml_item item, void *into) {
    struct budget *budget = into;
    struct growing_list list = list_begin(binding, sizeof *budget->items);
    if (item.kind != YAML_MAP) {
        bind_type(binding, item, _("a map of years to amounts"));
        return;
    }
    for (struct yaml_item key; yaml_next_entry(binding->yaml, &key);) {
        struct budget_entry entry = {.year = 0};
        struct position at = key.at;
        bool is_good = read_year(binding, key, &entry.year);
        if (is_good && has_year(&list, entry.year)) {
            bind_report(binding, RULE_DUPLICATE_KEY, at, _("the year %d is here twice"),
                        entry.year);
            is_good = false;
        }
        struct yaml_item value = yaml_next(binding->yaml);
        if (value.kind == YAML_END)
            break;
        if (value.kind == YAML_MAP)
            read_groups(binding, &list, entry, is_good);
        else
            read_amount(binding, &list, value, entry, is_good);
    }
    budget->at = item.at;
    budget->count = list.count;
    budget->items = list_end(binding, &list);
}

const struct form budget_form = {
    .read_item = read_budget,
    .how = N_("write {2024: 100 000, 2025: {lønn: 60 000, drift: 20 000}}"),
    .key_pattern = YEAR_PATTERN,
    .values = &amount_field,
};

// By the Norwegian standard of accounts, NS 4102.
static void add_usual_groups(struct account_groups *groups, struct arena *arena) {
    static const struct {
        struct text name;
        struct account_range ranges[2];
        size_t count;
    } usual[] = {
        {TEXT_OF("lønn"), {{5000, 5999}}, 1},
        {TEXT_OF("drift"), {{4000, 4999}, {6000, 7999}}, 2},
    };
    enum { COUNT = sizeof usual / sizeof *usual };
    groups->items = arena_alloc(arena, COUNT * sizeof *groups->items);
    for (; groups->count < COUNT; groups->count++) {
        struct account_ranges *accounts = &groups->items[groups->count].accounts;
        groups->items[groups->count].name.text = usual[groups->count].name;
        accounts->items = arena_alloc(arena, 2 * sizeof *accounts->items);
        for (; accounts->count < usual[groups->count].count; accounts->count++)
            accounts->items[accounts->count] = usual[groups->count].ranges[accounts->count];
    }
}

size_t account_group_find(const struct account_groups *groups, struct text name) {
    size_t at = 0;
    while (at < groups->count && !text_equal(groups->items[at].name.text, name))
        at++;
    return at;
}

// Whether a group before it has its name, in any case of letters: columns are named by them.
static bool is_earlier(const struct account_groups *groups, size_t index, struct arena *arena) {
    struct text name = text_lower(arena, groups->items[index].name.text);
    for (size_t i = 0; i < index; i++)
        if (text_equal(text_lower(arena, groups->items[i].name.text), name))
            return true;
    return false;
}

// A spreadsheet reads these in what it compares with.
static void check_name(struct sources *sources, struct text path, struct scalar name) {
    for (size_t i = 0; i < name.text.size; i++)
        if (strchr("*?~<>=", name.text.data[i]) != NULL) {
            report(sources->diagnostics, RULE_WRONG_NUMBER, path, name.at,
                   _("'%.*s' cannot be the name of a group of accounts: it has '%c' in it"),
                   TEXT_ARGS(name.text), name.text.data[i]);
            return;
        }
}

void account_groups_read(struct sources *sources, struct text path, struct account_groups *groups) {
    for (size_t i = 0; i < groups->count; i++) {
        struct account_group *group = &groups->items[i];
        check_name(sources, path, group->name);
        account_ranges_read(sources, path, &group->accounts);
        if (is_earlier(groups, i, sources->arena))
            report(sources->diagnostics, RULE_DUPLICATE_ID, path, group->name.at,
                   _("the group of accounts '%.*s' is here twice"), TEXT_ARGS(group->name.text));
    }
}

static void report_unknown(struct sources *sources, struct text path,
                           const struct account_groups *groups, struct scalar group) {
    struct text *names = arena_alloc(sources->arena, (groups->count + 1) * sizeof *names);
    for (size_t i = 0; i < groups->count; i++)
        names[i] = groups->items[i].name.text;
    size_t near = text_nearest(group.text, names, groups->count);
    if (near < groups->count)
        report(sources->diagnostics, RULE_WRONG_CHOICE, path, group.at,
               _("unknown group of accounts '%.*s'; did you mean '%.*s'?"), TEXT_ARGS(group.text),
               TEXT_ARGS(names[near]));
    else
        report(sources->diagnostics, RULE_WRONG_CHOICE, path, group.at,
               _("unknown group of accounts '%.*s'; it is one of %s, or write it under "
                 "kontogrupper with its accounts"),
               TEXT_ARGS(group.text),
               text_join(sources->arena, names, groups->count, TEXT(", ")).data);
}

void account_groups_take(struct sources *sources, struct text path, struct account_groups *groups,
                         const struct budget *budget) {
    for (size_t i = 0; i < budget->count; i++) {
        struct scalar group = budget->items[i].group;
        if (group.text.size == 0)
            continue;
        if (groups->count == 0)
            add_usual_groups(groups, sources->arena);
        if (account_group_find(groups, group.text) == groups->count)
            report_unknown(sources, path, groups, group);
    }
}
