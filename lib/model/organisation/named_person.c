// SPDX-License-Identifier: MIT

#include "model/organisation/named_person.h"

#include "base/message.h"

#include <stddef.h>

#define AT(member) .offset = offsetof(struct named_person, member)
static const struct field named_person_fields[] = {
    FIELD("hvem", ID, OPTIONAL, AT(who), N_("the id of a body or person"), .example = "leder-asu"),
    FIELD("navn", TEXT, OPTIONAL, AT(guest),
          N_("the name of a guest, who is not in plan/organisation.yaml"), .example = "Kari Nes"),
    FIELD("stilling", TEXT, OPTIONAL, AT(position), N_("what a guest is"),
          .example = "klinikksjef"),
    FIELD("tilhører", TEXT, OPTIONAL, AT(belongs), N_("where a guest comes from"),
          .example = "Statsforvalteren"),
};
#undef AT
const struct shape named_person_shape =
    SHORT_SHAPE(struct named_person, named_person_fields, "hvem");
