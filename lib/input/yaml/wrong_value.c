// SPDX-License-Identifier: MIT

#include "input/yaml/wrong_value.h"

#include "base/message.h"

#include <stdarg.h>

void bind_wrong_value(struct binding *binding, enum rule rule, struct scalar scalar,
                      struct text meant, const char *format, ...) {
    if (meant.size == 0) {
        va_list arguments;
        va_start(arguments, format);
        report_list(binding->diagnostics, rule, binding->file, scalar.at, format, arguments);
        va_end(arguments);
        return;
    }
    bind_report(binding, rule, scalar.at, _("'%.*s' is written in another way here; write %.*s"),
                TEXT_ARGS(scalar.text), TEXT_ARGS(meant));
    if (!yaml_is_as_written(binding->yaml))
        return;
    struct yaml_extent extent = yaml_extent(binding->yaml);
    report_fix(binding->diagnostics, (struct fix){extent.from, extent.to, meant});
}
