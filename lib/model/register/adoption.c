// SPDX-License-Identifier: MIT

#include "model/register/adoption.h"

#include "base/message.h"
#include "model/meeting/casenumber.h"
#include "model/organisation/organisation.h"

#include <stddef.h>

static const char *const kind[] = {"tilslutning", NULL};

const char *const adoption_state_names[] = {
    [ADOPTION_HEARING] = "på høring", [ADOPTION_IN_PROGRESS] = "til behandling",
    [ADOPTION_DECIDED] = "vedtatt",   [ADOPTION_SIGNED] = "signert",
    [ADOPTION_REFUSED] = "avslått",   [ADOPTION_STATE_COUNT] = NULL,
};

const char *const stance_names[] = {
    [STANCE_FOR] = "støtter",
    [STANCE_FOR_WITH_REMARKS] = "støtter med merknad",
    [STANCE_AGAINST] = "støtter ikke",
    [STANCE_COUNT] = NULL,
};

#define AT(member) .offset = offsetof(struct adoption, member)
static const struct field adoption_fields[] = {
    FIELD("hvem", ID, REQUIRED, AT(who), N_("who: one of the parties of the agreement"),
          .example = "trondheim"),
    FIELD("tilstand", CHOICE, REQUIRED, AT(state), N_("how far this party has come"),
          .choices = adoption_state_names),
    FIELD("dato", DATE, OPTIONAL, AT(date), N_("the day on which the party decided")),
    FIELD("sak", TEXT, OPTIONAL, AT(number), N_("the number of the case, as the party has it"),
          .example = "12/21"),
    FIELD("forbehold", PROSE, OPTIONAL, AT(reservation),
          N_("what the decision depends on, in Markdown")),
};
#undef AT
static const struct shape adoption_shape = SHAPE(struct adoption, adoption_fields);

#define AT(member) .offset = offsetof(struct hearing_answer, member)
static const struct field answer_fields[] = {
    FIELD("hvem", ID, REQUIRED, AT(who), N_("who has answered: the id of a body or a person"),
          .example = "trondheim"),
    FIELD("mottatt", DATE, REQUIRED, AT(received), N_("the day on which the answer came")),
    FIELD("standpunkt", CHOICE, REQUIRED, AT(stance), N_("whether the agreement is supported"),
          .choices = stance_names),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("what the answer remarks, in Markdown")),
    FIELD("oppfølging", PROSE, OPTIONAL, AT(met), N_("what came of the remark, in Markdown")),
};
#undef AT
static const struct shape answer_shape = SHAPE(struct hearing_answer, answer_fields);

#define AT(member) .offset = offsetof(struct agreement, member)
static const struct field agreement_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the agreement; no other agreement of the register has it"),
          .example = "samarbeidsavtalen"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the agreement"), .example = "Samarbeidsavtalen"),
    FIELD("versjon", TEXT, OPTIONAL, AT(version), N_("which text of it, where there are several"),
          .example = "revidert 2020"),
    FIELD("parter", IDS, REQUIRED, AT(parties), N_("who is to adopt it: ids of bodies"),
          .example = "st-olavs"),
    FIELD("saker", IDS, OPTIONAL, AT(cases), N_("the cases of the cooperation about it"),
          .form = &case_reference_form),
    FIELD("fra", DATE, OPTIONAL, AT(from), N_("the day from which it is in force")),
    FIELD("tilslutninger", RECORDS, OPTIONAL, AT(adoptions),
          N_("what each party has done; of those that are not here nothing is known"),
          .shape = &adoption_shape),
    FIELD("høringsfrist", DATE, OPTIONAL, AT(hearing_deadline),
          N_("the last day for answers to the hearing")),
    FIELD("høringssvar", RECORDS, OPTIONAL, AT(answers), N_("the answers to the hearing"),
          .shape = &answer_shape),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark, in Markdown")),
};
#undef AT
static const struct shape agreement_shape = SHAPE(struct agreement, agreement_fields);

static const struct field agreements_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    REGISTRY_FIELDS(struct agreements),
    FIELD("avtaler", RECORDS, REQUIRED, .offset = offsetof(struct agreements, agreements),
          N_("the agreements"), .shape = &agreement_shape),
};
const struct shape agreements_shape = SHAPE(struct agreements, agreements_fields);

const struct adoption *adoption_of(const struct agreement *agreement, struct text party) {
    for (size_t i = 0; i < agreement->adoptions.count; i++)
        if (text_equal(agreement->adoptions.items[i].who.text, party))
            return &agreement->adoptions.items[i];
    return NULL;
}

bool is_adopted(const struct adoption *adoption) {
    return adoption != NULL &&
           (adoption->state.index == ADOPTION_DECIDED || adoption->state.index == ADOPTION_SIGNED);
}

struct adoption_count adoption_count_of(const struct agreement *agreement) {
    struct adoption_count count = {.asked = agreement->parties.count};
    for (size_t i = 0; i < agreement->parties.count; i++)
        count.adopted += is_adopted(adoption_of(agreement, agreement->parties.items[i].text));
    return count;
}
