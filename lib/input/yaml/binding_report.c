// SPDX-License-Identifier: MIT

#include "input/yaml/binding_report.h"

#include "base/message.h"

#include <stdarg.h>

void bind_report(struct binding *binding, enum rule rule, struct position at, const char *format,
                 ...) {
    va_list arguments;
    va_start(arguments, format);
    report_list(binding->diagnostics, rule, binding->file, at, format, arguments);
    va_end(arguments);
}

static const char *kind_word(enum yaml_kind kind) {
    if (kind == YAML_LIST)
        return _("a list");
    return kind == YAML_MAP ? _("a map of keys") : _("a text");
}

void bind_type(struct binding *binding, struct yaml_item item, const char *expected) {
    if (item.kind == YAML_SCALAR && item.text.size == 0)
        bind_report(binding, RULE_WRONG_TYPE, item.at, _("there is nothing here; %s is expected"),
                    expected);
    else
        bind_report(binding, RULE_WRONG_TYPE, item.at, _("this is %s; %s is expected"),
                    kind_word(item.kind), expected);
    yaml_skip(binding->yaml, item);
}
