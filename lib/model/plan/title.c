// SPDX-License-Identifier: MIT

#include "model/plan/title.h"

#include "model/plan/short_title.h"

#include <string.h>

// "2,5" and "mill. kr" go on; so does what is in brackets.
static bool ends_clause(struct text text, size_t at) {
    struct text rest = text_slice(text, at, text.size);
    if (text_starts_with(rest, TEXT(" – ")))
        return true;
    if (strchr(".,:;", text.data[at]) == NULL)
        return false;
    bool last = rest.size == 1 || rest.data[1] == ' ' || rest.data[1] == '\n';
    bool goes_on = rest.size > 2 && rest.data[2] >= 'a' && rest.data[2] <= 'z';
    return last && !(text.data[at] == '.' && goes_on);
}

// The first clause of the first line.
static struct text first_clause(struct text text) {
    size_t at = 0;
    for (int depth = 0; at < text.size && text.data[at] != '\n'; at++) {
        depth += (text.data[at] == '(') - (text.data[at] == ')');
        if (depth == 0 && ends_clause(text, at))
            break;
    }
    return text_trim(text_slice(text, 0, at));
}

// The most words of it that leave room for the "…"; one that is too long alone is cut itself.
static struct text cut_to_words(struct text text, struct arena *arena) {
    size_t at = 0, space = 0;
    for (size_t count = 0; count < TITLE_MOST - 1; count++) {
        if (text.data[at] == ' ')
            space = at;
        text_next_code_point(text, &at);
    }
    if (text.data[at] == ' ' || space == 0)
        space = at;
    return text_concat(arena, text_trim(text_slice(text, 0, space)), TEXT("…"));
}

struct text action_short_title(const struct action *action) {
    return action->original->title.text;
}

struct text action_title(const struct action *action, struct arena *arena) {
    struct text own = action_short_title(action);
    if (own.size > 0)
        return own;
    struct text clause = first_clause(prose_plain(&action->original->text, false, arena));
    return text_length(clause) > TITLE_MOST ? cut_to_words(clause, arena) : clause;
}
