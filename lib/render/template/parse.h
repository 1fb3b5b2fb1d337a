// SPDX-License-Identifier: MIT
// From the text of a template to its operations.

#ifndef FELLESSKAP_RENDER_TEMPLATE_PARSE_H
#define FELLESSKAP_RENDER_TEMPLATE_PARSE_H

#include "render/template/set.h"

// Makes the operations of a template whose text has been found, and adds its partials to the set.
// False after a fault, which has been reported.
bool template_parse(struct template_set *set, struct template *template);

// The place of a byte of the template.
struct position template_position(const struct template *template, size_t offset);

#endif
