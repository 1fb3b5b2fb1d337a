// SPDX-License-Identifier: MIT

#include "base/message.h"

#include "base/catalogue.h"

#include <string.h>

static const struct catalogue *chosen; // NULL: English

bool message_use_language(const char *name) {
    if (strcmp(name, "en") == 0) {
        chosen = NULL;
        return true;
    }
    for (const struct catalogue *each = catalogues; each->language != NULL; each++)
        if (strcmp(name, each->language) == 0) {
            chosen = each;
            return true;
        }
    return false;
}

bool message_language_is(const char *name) {
    return strcmp(name, chosen == NULL ? "en" : chosen->language) == 0;
}

const char *message_translated(const char *english) {
    const char *translated = chosen == NULL ? NULL : catalogue_find(chosen, english);
    return translated == NULL ? english : translated;
}

// In each of our languages the number one takes the first form, and any other number the second:
// tests/messages.t checks this for every catalogue.
const char *message_plural(const char *singular, const char *plural, size_t count) {
    const char *translated = chosen == NULL ? NULL : catalogue_find(chosen, singular);
    if (translated == NULL)
        return count == 1 ? singular : plural;
    return count == 1 ? translated : translated + strlen(translated) + 1;
}

struct text message_about(struct arena *arena, const char *message, struct text about) {
    static const char place[] = "%.*s";
    const char *found = strstr(message, place);
    if (found == NULL)
        return text_from(message);
    const struct text parts[] = {
        {message, (size_t)(found - message)}, about, text_from(found + strlen(place))};
    return text_join(arena, parts, 3, TEXT(""));
}
