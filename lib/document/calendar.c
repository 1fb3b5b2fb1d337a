// SPDX-License-Identifier: MIT
// Apart from the other formats: a command without calendars has no use for it.

#include "document/maker.h"

#include "render/data/ics.h"

void maker_write_calendar(const struct calendar *calendar, struct writer *writer) {
    ics_write(writer, calendar);
}
