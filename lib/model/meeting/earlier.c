// SPDX-License-Identifier: MIT

#include "model/meeting/earlier.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "model/meeting/casenumber.h"
#include "model/organisation/webaddress.h"

#include <stddef.h>

static const char *const earlier_kind[] = {"tidligere saker", NULL};

#define AT(member) .offset = offsetof(struct earlier_case, member)
static const struct field earlier_case_fields[] = {
    FIELD("sak", SPECIAL, REQUIRED, AT(number), N_("the number of the case, without the committee"),
          .form = &case_number_form),
    FIELD("utvalg", ID, REQUIRED, AT(committee), N_("the committee of the case: the id of a body"),
          .example = "ASU"),
    FIELD("dato", DATE, OPTIONAL, AT(date), N_("the day of the meeting")),
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the title of the case")),
    FIELD("lenke", SPECIAL, OPTIONAL, AT(url),
          N_("where the case can be read; references link there"), .form = &web_address_form),
};
#undef AT
static const struct shape earlier_case_shape = SHAPE(struct earlier_case, earlier_case_fields);

static const struct field earlier_cases_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = earlier_kind, N_("the kind of this file")),
    FIELD("saker", RECORDS, REQUIRED, .offset = 0,
          N_("cases from before the papers were kept here"), .shape = &earlier_case_shape),
};
const struct shape earlier_cases_shape = SHAPE(struct earlier_cases, earlier_cases_fields);

const struct source *earlier_cases_read(struct sources *sources, struct earlier_cases *list) {
    struct source *source =
        source_read_if_present(sources, TEXT(EARLIER_CASES_PATH), LIMIT_YAML_BYTES);
    *list = (struct earlier_cases){NULL, 0};
    if (source != NULL)
        bind_yaml(sources, source, source->text, 1, &earlier_cases_shape, list);
    return source;
}
