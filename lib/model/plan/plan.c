// SPDX-License-Identifier: MIT

#include "model/plan/plan.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "model/meeting/casenumber.h"
#include "model/plan/short_title.h"
#include "model/plan/years.h"
#include "model/organisation/webaddress.h"

#include <stddef.h>

static const char *const kind[] = {"handlingsplan", NULL};

#define AT(member) .offset = offsetof(struct web_link, member)
static const struct field web_link_fields[] = {
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the words of the link")),
    FIELD("url", SPECIAL, REQUIRED, AT(url), N_("the address of the page"),
          .form = &web_address_form),
};
#undef AT
static const struct shape web_link_shape = SHAPE(struct web_link, web_link_fields);

#define AT(member) .offset = offsetof(struct former_number, member)
static const struct field former_number_fields[] = {
    FIELD("plan", ID, OPTIONAL, AT(plan), N_("the id of the plan in which it had it; else this"),
          .example = "2022"),
    FIELD("nr", SPECIAL, REQUIRED, AT(number),
          N_("the number that it had; links to it still lead here"), .form = &outline_number_form),
    FIELD("til", DATE, OPTIONAL, AT(until),
          N_("the last day on which it had it; then something else may have the number")),
};
#undef AT
static const struct shape former_number_shape =
    SHORT_SHAPE(struct former_number, former_number_fields, "nr");

#define AT(member) .offset = offsetof(struct action, member)
static const struct field action_fields[] = {
    FIELD("nr", SPECIAL, ALIKE, AT(number), N_("the number of the action; no other action has it"),
          .form = &outline_number_form),
    FIELD("tidligere-nr", RECORDS, OPTIONAL, AT(former),
          N_("the numbers that the action had before"), .shape = &former_number_shape),
    FIELD("kort", SPECIAL, OPTIONAL, AT(title),
          N_("what the action is called where there is no room for its text"),
          .form = &short_title_form),
    FIELD("tiltak", PROSE, OPTIONAL, AT(text),
          N_("what is to be done, in Markdown; an action with samme-som has none")),
    FIELD("ansvar", IDS, OPTIONAL, AT(owners), N_("who is responsible: ids of bodies or people"),
          .example = "fagråd-1"),
    FIELD("støtte", IDS, OPTIONAL, AT(support), N_("who supports: ids of bodies or people"),
          .example = "sekretariat"),
    FIELD("år", VARIANT, OPTIONAL, AT(years),
          N_("when: a mark for each year, a list of years, or a period"), .form = &year_marks_form),
    FIELD("se", IDS, OPTIONAL, AT(see),
          N_("the numbers of actions that are seen together with this one"), .example = "2.1.1"),
    FIELD("samme-som", ID, OPTIONAL, AT(same_as),
          N_("the action that is shown here again: its text, owners and years"),
          .example = "2.1.1"),
    FIELD("avhenger-av", IDS, OPTIONAL, AT(depends_on),
          N_("the numbers of actions that come first"), .example = "2.1.1"),
    FIELD("vedtak", IDS, OPTIONAL, AT(decided_by), N_("the numbers of the cases that decided it"),
          .form = &case_reference_form),
    FIELD("status", SPECIAL, OPTIONAL, AT(status), N_("how it stands"), .choices = status_names,
          .form = &status_form),
    FIELD("fremdrift", SPECIAL, OPTIONAL, AT(progress), N_("how far it has come"),
          .form = &progress_form),
    FIELD("frist", SPECIAL, OPTIONAL, AT(deadline), N_("by when it must be done"),
          .form = &deadline_form),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark),
          N_("a remark that belongs to the plan, in Markdown")),
    FIELD("kommentar", PROSE, OPTIONAL, AT(comment), N_("a remark on the status, in Markdown")),
    FIELD("lenker", RECORDS, OPTIONAL, AT(links), N_("links to pages on the web"),
          .shape = &web_link_shape),
};
#undef AT
static const struct shape action_shape = SHAPE_WITH_PLACE(struct action, action_fields);

#define AT(member) .offset = offsetof(struct goal, member)
// What a goal and one below it have alike.
#define GOAL_FIELDS(text_key)                                                                      \
    FIELD("nr", SPECIAL, ALIKE, AT(number), N_("the number of the goal; no other goal has it"),    \
          .form = &outline_number_form),                                                           \
        FIELD("tidligere-nr", RECORDS, OPTIONAL, AT(former),                                       \
              N_("the numbers that the goal had before"), .shape = &former_number_shape),          \
        FIELD(text_key, PROSE, REQUIRED, AT(text), N_("the goal, in Markdown")),                   \
        FIELD("pasientgrupper", IDS, OPTIONAL, AT(patient_groups),                                 \
              N_("the groups of patients that the goal is for: ids of the strategy"),              \
              .example = "eldre"),                                                                 \
        FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark on the goal, in Markdown")),    \
        FIELD("vedtak", IDS, OPTIONAL, AT(decided_by),                                             \
              N_("the numbers of the cases that decided it"), .form = &case_reference_form),       \
        FIELD("lenker", RECORDS, OPTIONAL, AT(links), N_("links to pages on the web"),             \
              .shape = &web_link_shape)

static const struct field part_fields[] = {
    GOAL_FIELDS("delmål"),
    FIELD("tiltak", RECORDS, REQUIRED, AT(actions), N_("the actions of the goal"),
          .shape = &action_shape),
};
static const struct shape part_shape = SHAPE_WITH_PLACE(struct goal, part_fields);

static const struct field goal_fields[] = {
    GOAL_FIELDS("mål"),
    FIELD("delmål", RECORDS, EITHER, AT(parts), N_("the goals below this one"),
          .shape = &part_shape),
    FIELD("tiltak", RECORDS, EITHER, AT(actions), N_("the actions of the goal"),
          .shape = &action_shape),
};
#undef AT
static const struct shape goal_shape = SHAPE_WITH_PLACE(struct goal, goal_fields);

#define AT(member) .offset = offsetof(struct column_titles, member)
static const struct field column_title_fields[] = {
    FIELD("nr", TEXT, OPTIONAL, AT(number), N_("the heading of the column of numbers"),
          .example = "Pkt."),
    FIELD("mål", TEXT, OPTIONAL, AT(goal), N_("the heading of the column of goals")),
    FIELD("tiltak", TEXT, OPTIONAL, AT(action), N_("the heading of the column of actions")),
};
#undef AT
static const struct shape column_title_shape = SHAPE(struct column_titles, column_title_fields);

#define AT(member) .offset = offsetof(struct area, member)
static const struct field area_fields[] = {
    FIELD("nr", SPECIAL, ALIKE, AT(number), N_("the number of the area"),
          .form = &outline_number_form),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the name of the area; its heading")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark below the heading, in Markdown")),
    FIELD("lenker", RECORDS, OPTIONAL, AT(links), N_("links to pages on the web"),
          .shape = &web_link_shape),
    FIELD("kolonner", RECORD, OPTIONAL, AT(columns), N_("column headings that differ in this area"),
          .shape = &column_title_shape),
    FIELD("mål", RECORDS, EITHER, AT(goals), N_("the goals of the area"), .shape = &goal_shape),
    FIELD("tiltak", RECORDS, EITHER, AT(actions), N_("the actions that are right below the area"),
          .shape = &action_shape),
};
#undef AT
static const struct shape area_shape = SHAPE_WITH_PLACE(struct area, area_fields);

#define AT(member) .offset = offsetof(struct level_name, member)
static const struct field level_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what one thing of the level is called"),
          .example = "satsingsområde"),
    FIELD("flertall", TEXT, OPTIONAL, AT(plural), N_("what several are called"),
          .example = "satsingsområder"),
};
#undef AT
static const struct shape level_shape = SHORT_SHAPE(struct level_name, level_fields, "navn");

#define AT(member) .offset = offsetof(struct in_force, member)
static const struct field in_force_fields[] = {
    FIELD("fra", DATE, OPTIONAL, AT(from), N_("the first day; else that of its years")),
    FIELD("til", DATE, OPTIONAL, AT(until), N_("the last day; else that of its years")),
};
#undef AT
static const struct shape in_force_shape = SHAPE(struct in_force, in_force_fields);

#define AT(member) .offset = offsetof(struct plan, member)
static const struct field plan_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("id", SPECIAL, OPTIONAL, AT(id),
          N_("what references to the plan call it: tiltak:2026/1.2.1; else its first year"),
          .form = &plan_id_form),
    FIELD("tittel", TEXT, REQUIRED, AT(title),
          N_("the title of the plan; years in it are those of the period"),
          .example = "Handlingsplan 2022–2025"),
    FIELD("eier", ID, REQUIRED, AT(owner), N_("the body whose plan it is"), .example = "ASU"),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of labels and dates: bokmål or nynorsk"), .choices = language_names),
    FIELD("år", SPECIAL, REQUIRED, AT(period), N_("the years of the plan"), .form = &period_form),
    FIELD("gjelder", RECORD, OPTIONAL, AT(in_force),
          N_("when it is in force, where that is not the whole of its years"),
          .shape = &in_force_shape),
    FIELD("nivåer", RECORDS, OPTIONAL, AT(levels),
          N_("what the levels of the plan are called, from the top; the last is the actions"),
          .shape = &level_shape),
    FIELD("statuser", RECORDS, OPTIONAL, AT(statuses),
          N_("the plan's own words for how its actions stand, with what each means"),
          .shape = &own_status_shape),
    FIELD("områder", RECORDS, EITHER, AT(areas), N_("the areas of the plan"), .shape = &area_shape),
    FIELD("tiltak", RECORDS, EITHER, AT(direct_actions), N_("the actions of a plan without areas"),
          .shape = &action_shape),
};
#undef AT
const struct shape plan_shape = SHAPE(struct plan, plan_fields);

// The numbers and short titles alone, for those that only refer to them.
#define AT(member) .offset = offsetof(struct action, member)
static const struct field action_number_fields[] = {
    FIELD("nr", ID, OPTIONAL, AT(number), NO_HELP),
    FIELD("tidligere-nr", RECORDS, OPTIONAL, AT(former), NO_HELP, .shape = &former_number_shape),
    FIELD("kort", TEXT, OPTIONAL, AT(title), NO_HELP),
    FIELD("samme-som", ID, OPTIONAL, AT(same_as), NO_HELP),
};
#undef AT
static const struct shape action_number_shape = LENIENT_SHAPE(struct action, action_number_fields);

#define AT(member) .offset = offsetof(struct goal, member)
static const struct field part_number_fields[] = {
    FIELD("nr", ID, OPTIONAL, AT(number), NO_HELP),
    FIELD("tidligere-nr", RECORDS, OPTIONAL, AT(former), NO_HELP, .shape = &former_number_shape),
    FIELD("tiltak", RECORDS, OPTIONAL, AT(actions), NO_HELP, .shape = &action_number_shape),
};
static const struct shape part_number_shape = LENIENT_SHAPE(struct goal, part_number_fields);

static const struct field goal_number_fields[] = {
    FIELD("nr", ID, OPTIONAL, AT(number), NO_HELP),
    FIELD("tidligere-nr", RECORDS, OPTIONAL, AT(former), NO_HELP, .shape = &former_number_shape),
    FIELD("delmål", RECORDS, OPTIONAL, AT(parts), NO_HELP, .shape = &part_number_shape),
    FIELD("tiltak", RECORDS, OPTIONAL, AT(actions), NO_HELP, .shape = &action_number_shape),
};
#undef AT
static const struct shape goal_number_shape = LENIENT_SHAPE(struct goal, goal_number_fields);

#define AT(member) .offset = offsetof(struct area, member)
static const struct field area_number_fields[] = {
    FIELD("nr", ID, OPTIONAL, AT(number), NO_HELP),
    FIELD("mål", RECORDS, OPTIONAL, AT(goals), NO_HELP, .shape = &goal_number_shape),
    FIELD("tiltak", RECORDS, OPTIONAL, AT(actions), NO_HELP, .shape = &action_number_shape),
};
#undef AT
static const struct shape area_number_shape = LENIENT_SHAPE(struct area, area_number_fields);

// Years that are wrong are reported where the plan is read whole.
static void read_period_quietly(struct binding *binding, struct scalar scalar, void *into) {
    struct period *period = into;
    (void)binding;
    if (!period_parse(scalar.text, &period->from, &period->to))
        period->from = period->to = 0;
}

static const struct form quiet_period_form = {.read = read_period_quietly};

#define AT(member) .offset = offsetof(struct plan, member)
static const struct field plan_number_fields[] = {
    FIELD("statuser", RECORDS, OPTIONAL, AT(statuses), NO_HELP, .shape = &own_status_shape),
    FIELD("id", ID, OPTIONAL, AT(id), NO_HELP),
    FIELD("eier", ID, OPTIONAL, AT(owner), NO_HELP),
    FIELD("år", SPECIAL, OPTIONAL, AT(period), NO_HELP, .form = &quiet_period_form),
    FIELD("gjelder", RECORD, OPTIONAL, AT(in_force), NO_HELP, .shape = &in_force_shape),
    FIELD("områder", RECORDS, OPTIONAL, AT(areas), NO_HELP, .shape = &area_number_shape),
    FIELD("tiltak", RECORDS, OPTIONAL, AT(direct_actions), NO_HELP, .shape = &action_number_shape),
};
#undef AT
static const struct shape plan_number_shape = LENIENT_SHAPE(struct plan, plan_number_fields);

static void add_number(struct index *index, struct scalar number, const void *thing,
                       const struct plan *plan, struct diagnostics *diagnostics) {
    if (number.text.size > 0 && index_add(index, number.text, thing) != NULL)
        report(diagnostics, RULE_DUPLICATE_ID, plan->source->path, number.at,
               _("the number %.*s is used twice"), TEXT_ARGS(number.text));
}

static void index_numbers(struct plan *plan, struct diagnostics *diagnostics, struct arena *arena) {
    struct index areas;
    index_init(&areas, arena);
    for (size_t i = 0; i < plan->areas.count; i++) {
        struct area *area = &plan->areas.items[i];
        add_number(&areas, area->number, area, plan, diagnostics);
        for (size_t j = 0; j < area->goals.count; j++) {
            struct goal *goal = &area->goals.items[j];
            add_number(&plan->goals, goal->number, goal, plan, diagnostics);
            for (size_t k = 0; k < goal->actions.count; k++) {
                struct action *action = &goal->actions.items[k];
                action->original = action;
                action->order = plan->action_count;
                add_number(&plan->actions, action->number, action, plan, diagnostics);
                plan->action_count++;
            }
        }
    }
}

static void add_former(struct index *index, const void *thing, const struct former_numbers *numbers,
                       struct arena *arena) {
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->items[i].number.text.size == 0 || numbers->items[i].is_elsewhere)
            continue;
        struct former *former = arena_alloc(arena, sizeof *former);
        *former = (struct former){.thing = thing, .number = &numbers->items[i]};
        // The index gives what this function itself has put there.
        struct former *first =
            (struct former *)(uintptr_t)index_add(index, former->number->number.text, former);
        if (first != NULL) {
            former->next = first->next;
            first->next = former;
        }
    }
}

void plan_index_former_numbers(struct plan *plan, struct arena *arena) {
    index_init(&plan->former_actions, arena);
    index_init(&plan->former_goals, arena);
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct goal *goal = &plan->areas.items[i].goals.items[j];
            add_former(&plan->former_goals, goal, &goal->former, arena);
            for (size_t k = 0; k < goal->actions.count; k++)
                add_former(&plan->former_actions, &goal->actions.items[k],
                           &goal->actions.items[k].former, arena);
        }
}

// A copy of a copy would have to be followed; the original is named instead. `diagnostics` may be
// NULL: nothing is reported then.
static void find_original(const struct plan *plan, struct action *action,
                          struct diagnostics *diagnostics) {
    // The index holds what plan_read() has put there, which it may change.
    struct action *original =
        (struct action *)(uintptr_t)index_find(&plan->actions, action->same_as.text);
    if (original == NULL)
        return; // a dangling reference, which the checks report with the others
    if (original == action) {
        if (diagnostics != NULL)
            report(diagnostics, RULE_CIRCULAR_REFERENCE, plan->source->path, action->same_as.at,
                   _("action %.*s refers to itself"), TEXT_ARGS(action->number.text));
        return;
    }
    if (original->same_as.text.size > 0) {
        if (diagnostics != NULL)
            report(diagnostics, RULE_CIRCULAR_REFERENCE, plan->source->path, action->same_as.at,
                   _("action %.*s is itself the same as another; name the original"),
                   TEXT_ARGS(original->number.text));
        return;
    }
    action->original = original;
    action->next_copy = original->first_copy;
    original->first_copy = action;
}

// From the last to the first, so that the copies are in order.
static void find_originals(const struct plan *plan, struct diagnostics *diagnostics) {
    for (size_t i = plan->areas.count; i-- > 0;)
        for (size_t j = plan->areas.items[i].goals.count; j-- > 0;) {
            struct goal *goal = &plan->areas.items[i].goals.items[j];
            for (size_t k = goal->actions.count; k-- > 0;)
                if (goal->actions.items[k].same_as.text.size > 0)
                    find_original(plan, &goal->actions.items[k], diagnostics);
        }
}

// Each action that is waited for knows who waits.
static void find_waiting(const struct plan *plan, struct arena *arena) {
    const struct action *action;
    for (struct plan_walk walk = {.plan = plan}; (action = plan_next_action(&walk)) != NULL;)
        for (size_t i = 0; i < action->depends_on.count; i++) {
            // The index holds what plan_read() has put there, which it may change.
            struct action *awaited = (struct action *)(uintptr_t)index_find(
                &plan->actions, action->depends_on.items[i].text);
            if (awaited == NULL)
                continue;
            struct scalar_list *list = &awaited->waiting;
            list->items = arena_append(arena, list->items, list->count, sizeof *list->items);
            list->items[list->count++] = action->number;
        }
}

static void settle_statuses(struct plan *plan, struct diagnostics *diagnostics,
                            struct arena *arena) {
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            struct action_items *actions = &plan->areas.items[i].goals.items[j].actions;
            for (size_t k = 0; k < actions->count; k++)
                status_settle(&actions->items[k].status, &plan->scale, plan->source->path,
                              diagnostics, arena);
        }
}

static struct plan *read_with(struct sources *sources, struct text path, const struct shape *shape,
                              bool all) {
    struct source *source =
        source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct plan *plan = arena_alloc(sources->arena, sizeof *plan);
    plan->source = source;
    plan->is_whole = all;
    bind_yaml(sources, source, source->text, 1, shape, plan);
    if (plan->id.text.size == 0 && plan->period.from != 0)
        plan->id.text = text_format(sources->arena, "%d", plan->period.from);

    plan_arrange(plan, sources->arena);
    index_init(&plan->actions, sources->arena);
    index_init(&plan->goals, sources->arena);
    index_numbers(plan, sources->diagnostics, sources->arena);
    plan_index_former_numbers(plan, sources->arena);
    status_scale_make(&plan->statuses, &plan->scale);
    settle_statuses(plan, sources->diagnostics, sources->arena);
    find_originals(plan, all ? sources->diagnostics : NULL);
    find_waiting(plan, sources->arena);
    return plan;
}

struct plan *plan_read(struct sources *sources, struct text path) {
    return read_with(sources, path, &plan_shape, true);
}

struct plan *plan_read_numbers(struct sources *sources, struct text path) {
    return read_with(sources, path, &plan_number_shape, false);
}

const struct action *plan_next_action(struct plan_walk *walk) {
    const struct plan *plan = walk->plan;
    for (; walk->area < plan->areas.count; walk->area++, walk->goal = 0)
        for (; walk->goal < plan->areas.items[walk->area].goals.count; walk->goal++) {
            const struct goal *goal = &plan->areas.items[walk->area].goals.items[walk->goal];
            if (walk->action < goal->actions.count)
                return &goal->actions.items[walk->action++];
            walk->action = 0;
        }
    return NULL;
}

// Its own, or that of its original; NULL where there is none.
static const struct told_status *told_status(const struct action *action) {
    if (action->status.at.line > 0)
        return &action->status;
    return action->original->status.at.line > 0 ? &action->original->status : NULL;
}

int action_status(const struct action *action) {
    const struct told_status *status = told_status(action);
    return status == NULL ? -1 : status->index;
}

int action_status_place(const struct action *action) {
    const struct told_status *status = told_status(action);
    return status == NULL ? -1 : status->place;
}

const char *action_status_name(const struct action *action, struct arena *arena) {
    const struct told_status *status = told_status(action);
    if (status == NULL || status->index < 0)
        return "";
    return status->own == NULL ? status_names[status->index]
                               : text_copy(arena, status->own->name.text).data;
}

bool action_progress(const struct action *action, int *percent) {
    const struct action *source = action->progress.at.line > 0 ? action : action->original;
    return progress_parse(source->progress.text, percent);
}

enum mark action_mark(const struct action *action, int year) {
    for (size_t i = 0; i < action->years.count; i++)
        if (action->years.items[i].year == year)
            return action->years.items[i].mark;
    return MARK_NONE;
}

bool area_number(const struct area *area, int *number) {
    struct text text = area->number.text;
    return text_to_number(text, number) && (text.size == 1 || text.data[0] != '0');
}
