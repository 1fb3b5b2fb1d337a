// SPDX-License-Identifier: MIT

#include "model/status/note.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "model/meeting/casenumber.h"
#include "model/register/references.h"

#include <stddef.h>

static const char *const kind[] = {"statusnotat", NULL};
static const char *const yes[] = {"ja", NULL};

#define AT(member) .offset = offsetof(struct reported_action, member)
static const struct field reported_action_fields[] = {
    FIELD("nr", ID, REQUIRED, AT(number), N_("the number of the action on the day of the note"),
          .example = "2.1.1"),
    FIELD("status", SPECIAL, OPTIONAL, AT(status), N_("how it stood"), .choices = status_names,
          .form = &status_form),
    FIELD("fremdrift", SPECIAL, OPTIONAL, AT(progress), N_("how far it had come"),
          .form = &progress_form),
    FIELD("kommentar", PROSE, OPTIONAL, AT(comment), N_("what was told of it, in Markdown")),
    FIELD("kilde", TEXT, OPTIONAL, AT(origin), N_("where that was told, such as a page of a paper"),
          .example = "lysark 4"),
};
#undef AT
static const struct shape reported_action_shape =
    SHAPE(struct reported_action, reported_action_fields);

#define AT(member) .offset = offsetof(struct reported_goal, member)
static const struct field reported_goal_fields[] = {
    FIELD("nr", ID, OPTIONAL, AT(number), N_("its number in the part; no other goal there has it"),
          .example = "3"),
    FIELD("mål", PROSE, REQUIRED, AT(text), N_("the goal, in Markdown")),
    FIELD("status", ID, OPTIONAL, AT(status), N_("how it stood: a word of the part's scale")),
    FIELD("samme-som", ID, OPTIONAL, AT(same_as),
          N_("the number of the goal in this part that has its status"), .example = "3"),
    FIELD("kommentar", PROSE, OPTIONAL, AT(comment), N_("what was told of it, in Markdown")),
};
#undef AT
static const struct shape reported_goal_shape = SHAPE(struct reported_goal, reported_goal_fields);

#define AT(member) .offset = offsetof(struct goal_group, member)
static const struct field goal_group_fields[] = {
    FIELD("navn", TEXT, OPTIONAL, AT(name), N_("the heading of the group")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark below the heading, in Markdown")),
    FIELD("bare-nevnt", CHOICE, OPTIONAL, AT(listed),
          N_("the note only names the goals, and gives them no status; they are not counted"),
          .choices = yes),
    FIELD("mål", RECORDS, REQUIRED, AT(goals), N_("the goals of the group"),
          .shape = &reported_goal_shape),
};
#undef AT
static const struct shape goal_group_shape = SHAPE(struct goal_group, goal_group_fields);

#define AT(member) .offset = offsetof(struct note_part, member)
static const struct field note_part_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("whose goals they are; its heading")),
    FIELD("plan", TEXT, OPTIONAL, AT(plan), N_("the plan that has the goals"),
          .example = "Utviklingsplan 2019–2022"),
    FIELD("skala", IDS, OPTIONAL, AT(scale),
          N_("the words of the statuses, from the worst to the best"), .example = "oppnådd"),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark below the heading, in Markdown")),
    FIELD("grupper", RECORDS, REQUIRED, AT(groups), N_("the goals, by their headings"),
          .shape = &goal_group_shape),
};
#undef AT
static const struct shape note_part_shape = SHAPE(struct note_part, note_part_fields);

#define AT(member) .offset = offsetof(struct slide, member)
static const struct field slide_fields[] = {
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the subject; no other slide has this title")),
    FIELD("tiltak", IDS, EITHER, AT(actions),
          N_("the actions that it is about, with how they stand and the comments of the note"),
          .form = &action_reference_form),
    FIELD("punkter", PROSES, EITHER, AT(points),
          N_("what else is said, a point each, in Markdown")),
    FIELD("manus", PROSE, OPTIONAL, AT(script),
          N_("for who speaks: not on the slide, but in its notes, in Markdown")),
};
#undef AT
static const struct shape slide_shape = SHAPE(struct slide, slide_fields);

#define AT(member) .offset = offsetof(struct status_note, member)
static const struct field status_note_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("tittel", TEXT, OPTIONAL, AT(title), N_("the title; else its kind and its day")),
    FIELD("eier", ID, OPTIONAL, AT(owner),
          N_("the body whose case numbers are meant; else that of the plan"), .example = "ASU"),
    FIELD("plan", ID, OPTIONAL, AT(plan),
          N_("the id of the plan that it is on; else the plan in force on its day"),
          .example = "2022"),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of labels and dates: bokmål or nynorsk"), .choices = language_names),
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day of which it tells")),
    FIELD("sak", ID, OPTIONAL, AT(reported_in), N_("the number of the case that it was for"),
          .form = &case_reference_form),
    FIELD("innledning", PROSE, OPTIONAL, AT(text), N_("what comes first, in Markdown")),
    FIELD("tiltak", RECORDS, OPTIONAL, AT(actions), N_("what was reported of actions of the plan"),
          .shape = &reported_action_shape),
    FIELD("deler", RECORDS, OPTIONAL, AT(parts), N_("what was reported of goals of other plans"),
          .shape = &note_part_shape),
    FIELD("lysark", RECORDS, FILLED, AT(slides), N_("the slides that present it, one a subject"),
          .shape = &slide_shape),
    FIELD("vedlegg", PROSE, OPTIONAL, AT(appendix), N_("what comes last, in Markdown")),
};
#undef AT
const struct shape status_note_shape = SHAPE(struct status_note, status_note_fields);

// In a tree whose plan cannot be read, its words are not known: that is told of the plan.
void status_note_settle(struct sources *sources, const struct status_note *note,
                        const struct plan *plan) {
    bool is_lost =
        plan == NULL ? source_is_present(sources, TEXT(PLAN_PATH)) : plan->source->broken;
    for (size_t i = 0; i < note->actions.count; i++)
        status_settle(&note->actions.items[i].status, plan == NULL ? &general_scale : &plan->scale,
                      note->source->path, is_lost ? NULL : sources->diagnostics, sources->arena);
}

struct status_note *status_note_read(struct sources *sources, struct text path) {
    struct source *source =
        source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct status_note *note = arena_alloc(sources->arena, sizeof *note);
    note->source = source;
    bind_yaml(sources, source, source->text, 1, &status_note_shape, note);
    return note;
}

bool status_note_may_be(struct text path) {
    return text_starts_with(path, TEXT("plan/status-")) && text_ends_with(path, TEXT(".yaml"));
}

void status_notes_add(struct status_notes *notes, const struct status_note *note,
                      struct arena *arena) {
    notes->items = arena_append(arena, notes->items, notes->count, sizeof *notes->items);
    size_t place = notes->count++;
    for (; place > 0 && date_compare(notes->items[place - 1]->date.date, note->date.date) > 0;
         place--)
        notes->items[place] = notes->items[place - 1];
    notes->items[place] = note;
}

bool goal_group_is_listed(const struct goal_group *group) {
    return group->listed.at.line > 0 && group->listed.index == 0;
}

static const struct reported_goal *find_goal(const struct note_part *part, struct text number) {
    for (size_t i = 0; i < part->groups.count; i++)
        for (size_t j = 0; j < part->groups.items[i].goals.count; j++)
            if (text_equal(part->groups.items[i].goals.items[j].number.text, number))
                return &part->groups.items[i].goals.items[j];
    return NULL;
}

struct text goal_status(const struct note_part *part, const struct reported_goal *goal) {
    const struct reported_goal *other =
        goal->same_as.text.size > 0 ? find_goal(part, goal->same_as.text) : NULL;
    return goal->status.text.size > 0 || other == NULL ? goal->status.text : other->status.text;
}

int scale_place(const struct note_part *part, struct text status) {
    for (size_t i = 0; i < part->scale.count; i++)
        if (text_equal(part->scale.items[i].text, status))
            return (int)i;
    return -1;
}

struct text scale_words(const struct note_part *part, struct arena *arena) {
    struct text *words = arena_alloc(arena, (part->scale.count + 1) * sizeof *words);
    for (size_t i = 0; i < part->scale.count; i++)
        words[i] = part->scale.items[i].text;
    return text_join(arena, words, part->scale.count, TEXT(", "));
}
