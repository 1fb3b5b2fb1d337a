// SPDX-License-Identifier: MIT

#include "input/yaml/wrong_value.h"

#include "base/message.h"

void bind_wrong_value(struct binding *binding, enum rule rule, struct scalar scalar,
                      const char *format, struct text meant, struct text example) {
    if (meant.size == 0) {
        bind_report(binding, rule, scalar.at, format, TEXT_ARGS(scalar.text), TEXT_ARGS(example));
        return;
    }
    bind_report(binding, rule, scalar.at, _("'%.*s' is written in another way here; write %.*s"),
                TEXT_ARGS(scalar.text), TEXT_ARGS(meant));
    if (!yaml_is_as_written(binding->yaml))
        return;
    struct yaml_extent extent = yaml_extent(binding->yaml);
    report_fix(binding->diagnostics, (struct fix){extent.from, extent.to, meant});
}
