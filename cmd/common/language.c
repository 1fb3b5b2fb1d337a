// SPDX-License-Identifier: MIT

#include "common/language.h"

#include "base/message.h"
#include "model/organisation/organisation.h"

#include <stdlib.h>
#include <string.h>

// The environment names no language: the document tree decides.
static bool tree_decides;

static const char *language_of_locale(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && *value != '\0')
            return value;
    }
    return "";
}

static bool names_no_language(const char *locale) {
    static const char *const neutral[] = {"", "C", "POSIX"};
    size_t name = strcspn(locale, ".@"); // "C.UTF-8"
    for (size_t i = 0; i < sizeof neutral / sizeof *neutral; i++)
        if (strlen(neutral[i]) == name && strncmp(locale, neutral[i], name) == 0)
            return true;
    return false;
}

// "nb_NO.UTF-8" is "nb". Norwegian without a written form is "no", in names of locales as on the
// web, and means bokmål.
static bool use_language_of(const char *locale) {
    char name[4] = "";
    size_t length = strcspn(locale, "_.@:");
    if (length >= sizeof name)
        return false;
    memcpy(name, locale, length);
    return message_use_language(strcmp(name, "no") == 0 ? "nb" : name);
}

// The first that we have of a list as LANGUAGE is one: "nn:nb:en".
static bool use_first_of(const char *languages) {
    while (*languages != '\0') {
        if (use_language_of(languages))
            return true;
        languages += strcspn(languages, ":");
        languages += *languages == ':';
    }
    return false;
}

void language_start(void) {
    const char *languages = getenv("LANGUAGE");
    const char *locale = language_of_locale();
    tree_decides = names_no_language(locale);
    if (tree_decides)
        message_use_language(language_names[LANGUAGE_NB]);
    else
        use_first_of(languages != NULL && *languages != '\0' ? languages : locale);
}

void language_of_messages_must_be(int language) {
    tree_decides = false;
    message_use_language(language_names[language]);
}

void language_of_messages_is(int language) {
    if (tree_decides)
        message_use_language(language_names[language]);
}
