// SPDX-License-Identifier: MIT

#include "input/markdown/html.h"

#include "base/message.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    const char *instead;
    bool empty; // has no end tag
} elements[] = {
    {"br", N_("end the line with '\\' for a line break"), true},
    {"hr", N_("write a line '---' for a rule"), true},
    {"img", N_("images cannot be shown"), true},
    {"b", N_("write '**words**' for bold"), false},
    {"strong", N_("write '**words**' for bold"), false},
    {"i", N_("write '*words*' for italics"), false},
    {"em", N_("write '*words*' for italics"), false},
    {"a", N_("write a link as '[words](https://…)'"), false},
    {"table", N_("write a table with '|' between its cells"), false},
    {"ul", N_("begin each item of a list with '- '"), false},
    {"ol", N_("begin each item of a list with '1. '"), false},
};

enum { ELEMENT_COUNT = sizeof elements / sizeof elements[0] };

static struct text element_name(struct text html) {
    size_t end = 1;
    while (end < html.size && strchr(" \t\n/>", html.data[end]) == NULL)
        end++;
    return html.size == 0 ? html : text_slice(html, 1, end);
}

static size_t find_element(struct text name) {
    size_t i = 0;
    while (i < ELEMENT_COUNT && (strlen(elements[i].name) != name.size ||
                                 strncasecmp(elements[i].name, name.data, name.size) != 0))
        i++;
    return i;
}

bool markdown_html_is_news(struct text html, int *open_tags) {
    if (text_starts_with(html, TEXT("</"))) {
        bool news = *open_tags == 0;
        *open_tags -= !news;
        return news;
    }
    struct text name = element_name(html);
    size_t element = find_element(name);
    bool begins = name.size > 0 && name.data[0] != '!' && name.data[0] != '?';
    bool empty =
        text_ends_with(html, TEXT("/>")) || (element < ELEMENT_COUNT && elements[element].empty);
    *open_tags += begins && !empty;
    return true;
}

const char *markdown_html_instead(struct text html) {
    size_t element = find_element(element_name(html));
    if (element < ELEMENT_COUNT)
        return _(elements[element].instead);
    if (text_starts_with(html, TEXT("<!-- plan-check:")))
        return _("write the comment on a line of its own, above the one that it is about");
    if (text_starts_with(html, TEXT("<!--")))
        return _("leave the comment out");
    return _("write Markdown, or '\\<' for the sign itself");
}
