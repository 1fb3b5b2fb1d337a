// SPDX-License-Identifier: MIT

#include "model/organisation/called.h"

#include "base/text.h"

#include <string.h>

static void add_called(struct organisation *organisation, struct text name, struct scalar id,
                       struct arena *arena) {
    const struct party *party = index_find(&organisation->parties, id.text);
    if (party == NULL || name.size == 0)
        return;
    index_add(&organisation->called, text_lower(arena, name), party);
    size_t words = 0;
    for (struct text rest = name; rest.data != NULL; words++)
        text_cut(&rest, ' ');
    organisation->most_words = words > organisation->most_words ? words : organisation->most_words;
}

void called_index(struct organisation *organisation, struct arena *arena) {
    index_init(&organisation->called, arena);
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct body *body = &organisation->bodies.items[i];
        add_called(organisation, body->id.text, body->id, arena);
        add_called(organisation, body->name.text, body->id, arena);
        add_called(organisation, body->short_name.text, body->id, arena);
        for (size_t j = 0; j < body->also.count; j++)
            add_called(organisation, body->also.items[j].text, body->id, arena);
    }
    for (size_t i = 0; i < organisation->persons.count; i++) {
        const struct person *person = &organisation->persons.items[i];
        add_called(organisation, person->id.text, person->id, arena);
        add_called(organisation, person->role.text, person->id, arena);
        for (size_t j = 0; j < person->names.count; j++)
            add_called(organisation, person->names.items[j].name.text, person->id, arena);
    }
}

static struct text without_marks(struct text words) {
    while (words.size > 0 && memchr("(\"", words.data[0], 2) != NULL)
        words = text_slice(words, 1, words.size);
    while (words.size > 0 && memchr(".,:;)\"", words.data[words.size - 1], 6) != NULL)
        words.size--;
    return words;
}

size_t called_size(const struct organisation *organisation, struct text words) {
    struct text rest = words;
    size_t longest = 0;
    for (size_t i = 0; i < organisation->most_words && rest.data != NULL; i++) {
        struct text word = text_cut(&rest, ' ');
        struct text first = text_slice(words, 0, (size_t)(word.data + word.size - words.data));
        if (index_find(&organisation->called, without_marks(first)) != NULL)
            longest = first.size;
    }
    return longest;
}

bool called_names_somebody(const struct organisation *organisation, struct text words) {
    while (words.data != NULL) {
        if (called_size(organisation, words) > 0)
            return true;
        text_cut(&words, ' ');
    }
    return false;
}
