// SPDX-License-Identifier: MIT

#include "model/strategy/strategy.h"

#include "base/message.h"
#include "input/file/frontmatter.h"
#include "input/file/limits.h"
#include "input/markdown/body.h"
#include "model/meeting/casenumber.h"

#include <stddef.h>

static const struct text strategy_path = TEXT_OF(STRATEGY_PATH);

static const char *const kind[] = {"strategi", NULL};

#define AT(member) .offset = offsetof(struct strategy_points, member)
static const struct field points_fields[] = {
    FIELD("vedtatt", DATE, OPTIONAL, AT(adopted), N_("the day on which a body agreed on them")),
    FIELD("vedtatt-i", ID, OPTIONAL, AT(adopted_in), N_("the number of the case that adopted them"),
          .form = &case_reference_form),
    FIELD("punkter", TEXTS, REQUIRED, AT(points), N_("a line each")),
};
#undef AT
static const struct shape points_shape = SHAPE_WITH_PLACE(struct strategy_points, points_fields);

#define AT(member) .offset = offsetof(struct patient_group, member)
static const struct field patient_group_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id), N_("what goals of the plan call the group"),
          .example = "eldre"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what the group is called")),
};
#undef AT
static const struct shape patient_group_shape = SHAPE(struct patient_group, patient_group_fields);

#define AT(member) .offset = offsetof(struct priority, member)
static const struct field priority_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what is wanted, in a few words; its heading")),
    FIELD("tekst", PROSE, OPTIONAL, AT(text), N_("the same at length, in Markdown")),
    FIELD("områder", IDS, OPTIONAL, AT(areas),
          N_("the numbers of the areas of the plan that carry it"), .example = "1"),
};
#undef AT
static const struct shape priority_shape = SHAPE(struct priority, priority_fields);

#define AT(member) .offset = offsetof(struct focus, member)
static const struct field focus_fields[] = {
    FIELD("område", ID, REQUIRED, AT(area), N_("the number of an area of the plan"),
          .example = "1"),
    FIELD("tekst", PROSE, REQUIRED, AT(text), N_("why the area matters, in Markdown")),
};
#undef AT
static const struct shape focus_shape = SHAPE(struct focus, focus_fields);

#define AT(member) .offset = offsetof(struct strategy, member)
static const struct field strategy_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the title")),
    FIELD("motto", TEXT, OPTIONAL, AT(motto), N_("what it comes to, below the title")),
    FIELD("eier", ID, OPTIONAL, AT(owner),
          N_("the body whose case numbers are meant; else that of the plan"), .example = "ASU"),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of labels and dates: bokmål or nynorsk"), .choices = language_names),
    FIELD("utfordringer", RECORD, OPTIONAL, AT(challenges),
          N_("the challenges that all partners see"), .shape = &points_shape),
    FIELD("verdier", RECORD, OPTIONAL, AT(values), N_("the values of the cooperation"),
          .shape = &points_shape),
    FIELD("kultur", RECORD, OPTIONAL, AT(culture), N_("how the partners deal with each other"),
          .shape = &points_shape),
    FIELD("pasientgrupper", RECORDS, OPTIONAL, AT(groups),
          N_("the groups of patients that come first; goals of the plan name them"),
          .shape = &patient_group_shape),
    FIELD("strategiområder", RECORDS, OPTIONAL, AT(priorities), N_("what the strategy wants"),
          .shape = &priority_shape),
    FIELD("satsingsområder", RECORDS, OPTIONAL, AT(focuses),
          N_("what it says of the areas of the plan"), .shape = &focus_shape),
};
#undef AT
const struct shape strategy_shape = SHAPE(struct strategy, strategy_fields);

const struct strategy *strategy_read(struct sources *sources, bool required) {
    struct front_matter parts;
    const size_t most = 2 * LIMIT_BODY_BYTES;
    struct source *source =
        required ? source_read(sources, strategy_path, most, TEXT(""), (struct position){0, 0})
                 : source_read_if_present(sources, strategy_path, most);
    if (source == NULL || !front_matter_cut(source, sources->diagnostics, &parts))
        return NULL;
    struct strategy *strategy = arena_alloc(sources->arena, sizeof *strategy);
    strategy->source = source;
    bind_yaml(sources, source, parts.yaml, parts.yaml_line, &strategy_shape, strategy);
    body_keep(sources, source, parts.body);
    body_read(sources, source, &parts, &strategy->body);
    return strategy;
}

const struct patient_group *strategy_group(const struct strategy *strategy, struct text id) {
    for (size_t i = 0; i < strategy->groups.count; i++)
        if (text_equal(strategy->groups.items[i].id.text, id))
            return &strategy->groups.items[i];
    return NULL;
}

const struct focus *strategy_focus(const struct strategy *strategy, struct text area) {
    for (size_t i = 0; i < strategy->focuses.count; i++)
        if (text_equal(strategy->focuses.items[i].area.text, area))
            return &strategy->focuses.items[i];
    return NULL;
}
