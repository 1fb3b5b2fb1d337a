// SPDX-License-Identifier: MIT
// The reason why a system call failed, in the reader's language.

#ifndef FELLESSKAP_BASE_SYSTEM_ERROR_H
#define FELLESSKAP_BASE_SYSTEM_ERROR_H

// What errno `number` means, as the end of a sentence: "there is no more room on the disk". The
// system's own words, which are English, where the number is a rare one. The result lives until the
// next call.
const char *system_error(int number);

#endif
