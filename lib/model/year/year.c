// SPDX-License-Identifier: MIT

#include "model/year/year.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "model/meeting/casenumber.h"
#include "model/organisation/organisation.h"
#include "model/register/references.h"
#include "model/year/forms.h"

#include <stddef.h>

static const char *const kind[] = {"årshjul", NULL};

static const char *const recurrence_names[] = {
    [EVERY_YEAR] = "år",         [EVERY_HALF_YEAR] = "halvår", [EVERY_TERTIAL] = "tertial",
    [EVERY_QUARTER] = "kvartal", [RECURRENCE_COUNT] = NULL,
};

#define AT(member) .offset = offsetof(struct preparation, member)
static const struct field preparation_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what has to be done before the duty"),
          .example = "Innkallingen sendes ut"),
    FIELD("dager-før", NUMBER, REQUIRED, AT(days_before), N_("how many days before"),
          .example = "14"),
    FIELD("hvem", IDS, OPTIONAL, AT(who), N_("who does it, where others do: ids"),
          .example = "sekretariat"),
};
#undef AT
static const struct shape preparation_shape = SHAPE(struct preparation, preparation_fields);

#define AT(member) .offset = offsetof(struct duty, member)
static const struct field duty_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the duty; no other duty of the year has it"), .example = "temadag"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what has to be done"), .example = "Årlig temadag"),
    FIELD("hvem", IDS, REQUIRED, AT(who), N_("who does it: ids of bodies or people"),
          .example = "sekretariat"),
    FIELD("hvert", CHOICE, OPTIONAL, AT(every),
          N_("how often; each year where nothing else is said"), .choices = recurrence_names),
    FIELD("måned", CHOICE, OPTIONAL, AT(month),
          N_("the month by the end of which it is done; of several in a year the first"),
          .choices = month_names, .example = "mars"),
    FIELD("dato", SPECIAL, OPTIONAL, AT(day),
          N_("the day by which it is done; of several in a year the first"),
          .form = &day_of_year_form),
    FIELD("uke", SPECIAL, OPTIONAL, AT(week), N_("the number of the week in which it is done"),
          .form = &week_of_year_form),
    FIELD("fra", DATE, OPTIONAL, AT(from), N_("the first day on which it is a duty")),
    FIELD("til", DATE, OPTIONAL, AT(to), N_("the last day on which it is a duty")),
    FIELD("forberedelser", RECORDS, OPTIONAL, AT(preparations), N_("what has to be done before"),
          .shape = &preparation_shape),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions), N_("the actions of the plan that it comes of"),
          .form = &action_reference_form),
    FIELD("saker", IDS, OPTIONAL, AT(cases), N_("the cases that it comes of"),
          .form = &case_reference_form),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark, in Markdown")),
};
#undef AT
static const struct shape duty_shape = SHAPE(struct duty, duty_fields);

static const char *const weekday_names[] = {"mandag",  "tirsdag", "onsdag",
                                            "torsdag", "fredag",  NULL};

#define AT(member) .offset = offsetof(struct meeting_plan, member)
static const struct field meeting_plan_fields[] = {
    FIELD("utvalg", ID, REQUIRED, AT(committee), N_("the body that meets: its id"),
          .example = "ASU"),
    FIELD("ganger", SPECIAL, REQUIRED, AT(times), N_("how many meetings a year, 12 at most"),
          .form = &meetings_a_year_form),
    FIELD("ukedag", CHOICE, REQUIRED, AT(weekday), N_("the day of the week on which it meets"),
          .choices = weekday_names, .example = "tirsdag"),
    FIELD("kl", SPECIAL, OPTIONAL, AT(time), N_("when the meetings begin and end"),
          .form = &clock_span_form),
};
#undef AT
static const struct shape meeting_plan_shape = SHAPE(struct meeting_plan, meeting_plan_fields);

int meeting_plan_weekday(const struct meeting_plan *plan) {
    return plan->weekday.at.line > 0 ? plan->weekday.index + 1 : 0;
}

static const struct field year_wheel_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    REGISTRY_FIELDS(struct year_wheel),
    FIELD("oppgaver", RECORDS, REQUIRED, .offset = offsetof(struct year_wheel, duties),
          N_("what comes again every year"), .shape = &duty_shape),
    FIELD("møteplan", RECORDS, OPTIONAL, .offset = offsetof(struct year_wheel, meeting_plans),
          N_("how often bodies meet: days are proposed for meetings that nobody has put up yet"),
          .shape = &meeting_plan_shape),
};
const struct shape year_wheel_shape = SHAPE(struct year_wheel, year_wheel_fields);

const struct year_wheel *year_wheel_read(struct sources *sources) {
    struct source *source =
        source_read(sources, TEXT(YEAR_PATH), LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct year_wheel *wheel = arena_alloc(sources->arena, sizeof *wheel);
    wheel->registry.source = source;
    bind_yaml(sources, source, source->text, 1, &year_wheel_shape, wheel);
    return wheel;
}
