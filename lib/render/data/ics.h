// SPDX-License-Identifier: MIT
// iCalendar (RFC 5545): lines of at most 75 bytes that end in CR LF and never split a character,
// escaped texts, clock times in Europe/Oslo with its rules included.

#ifndef FELLESSKAP_RENDER_DATA_ICS_H
#define FELLESSKAP_RENDER_DATA_ICS_H

#include "base/calendar.h"
#include "base/writer.h"

// Control characters in texts, but for line feeds, are left out.
void ics_write(struct writer *writer, const struct calendar *calendar);

#endif
