// SPDX-License-Identifier: MIT
// What was meant by a value in another format, where only one meaning is possible.

#ifndef FELLESSKAP_BASE_MEANT_H
#define FELLESSKAP_BASE_MEANT_H

#include "base/date.h"
#include "base/text.h"

// Each returns the value in the format of the documents, owned by the arena; empty where it is not
// certain.

// "2026-06-30" of "30.06.2026", "30. juni 2026", "tirsdag 30. juni 2026", "2026/6/30", "20260630".
// "13/6/2025", "den 30. juni 2026". Not of "06/07/2026" or "30.06.26", nor of a weekday that the
// day is not.
struct text date_meant(struct arena *arena, struct text text);

// True of "31.06.2025" and "2025-06-31": a day after the last one of its month, which is set.
bool date_is_beyond_month(struct arena *arena, struct text text, struct date *last);

// "11 170 000" of "11.170.000", "2 500 000" of "2.500.000,-" and "NOK 2500000", "4,5 mill." of
// "4.5 mill.". Not of "1.500".
struct text amount_meant(struct arena *arena, struct text text);

// "09.00" of "9", "kl. 9", "0900".
struct text clock_meant(struct arena *arena, struct text text);

// "09.00–11.00" of "9-11", "kl. 9 til 11.00", "fra klokka 9 til 11".
struct text clock_span_meant(struct arena *arena, struct text text);

// "2023–2025" of "2023-25", "2023 til 2025".
struct text period_meant(struct arena *arena, struct text text);

// "60" of "60 min", "60 minutter".
struct text minutes_meant(struct arena *arena, struct text text);

#endif
