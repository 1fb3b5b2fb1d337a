// SPDX-License-Identifier: MIT

#include "common/language.h"

#include "base/message.h"
#include "common/installed.h"
#include "model/organisation/organisation.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

// Not in the environment but chosen by the document tree.
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
    return *locale == '\0' || strcmp(locale, "POSIX") == 0 || *locale == 'C';
}

// gettext takes LANGUAGE into account in any locale but "C". "C.UTF-8" is always there, while a
// bare system has no Norwegian one.
static void use_language(const char *language) {
    setenv("LANGUAGE", language, 1);
    setlocale(LC_CTYPE, "C.UTF-8");
    setlocale(LC_MESSAGES, "C.UTF-8");
}

// What the next message is written in, when there is one.
static struct arena *path_arena;
static const char *chosen;

static void choose_language(void) {
    bindtextdomain(MESSAGE_DOMAIN, installed_path(path_arena, "share/locale").data);
    bind_textdomain_codeset(MESSAGE_DOMAIN, "UTF-8");
    use_language(chosen);
}

void language_start(struct arena *arena) {
    const char *languages = getenv("LANGUAGE");
    const char *locale = language_of_locale();
    path_arena = arena;
    tree_decides = names_no_language(locale);
    if (tree_decides)
        chosen = language_names[LANGUAGE_NB];
    else
        chosen = languages != NULL && *languages != '\0' ? languages : locale;
    message_prepare_with(choose_language);
}

void language_of_messages_must_be(int language) {
    tree_decides = false;
    chosen = language_names[language];
    message_prepare_with(choose_language);
}

void language_of_messages_is(int language) {
    if (!tree_decides || chosen == language_names[language])
        return;
    chosen = language_names[language];
    message_prepare_with(choose_language);
}
