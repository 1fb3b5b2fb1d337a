// SPDX-License-Identifier: MIT
// Escaping, with render/prose/escape_markdown.h the only place for it: a user's text stays text in
// every format.

#ifndef FELLESSKAP_RENDER_ESCAPE_H
#define FELLESSKAP_RENDER_ESCAPE_H

#include "base/writer.h"

// & < > " ' for element content and attributes between quotes.
void escape_html(struct writer *writer, struct text text);

// Inside a CSS string between double quotes, also in a style sheet within HTML.
void escape_css(struct writer *writer, struct text text);

// In a workflow command of GitHub Actions: the message after "::", or the value of a property.
void escape_github(struct writer *writer, struct text text, bool property);

// As the path of a URI: all but letters, digits, "-", ".", "_", "~" and "/" as "%C3%A5".
void escape_uri_path(struct writer *writer, struct text path);

// Inside a JSON string.
void escape_json(struct writer *writer, struct text text);

#endif
