// SPDX-License-Identifier: MIT
// What all pages of the site have around what they say: the style sheet that they share, the menu,
// and the way down to the page.

#ifndef FELLESSKAP_VIEW_SITE_FRAME_H
#define FELLESSKAP_VIEW_SITE_FRAME_H

#include "view/view.h"

// A page or a place in it that the menu leads to.
struct site_menu_item {
    const char *label;
    struct text path; // in the site: "index.html"
    const char *fragment;
};

enum { MOST_IN_MENU = 8 };

struct site_frame {
    struct text style; // the sheet in the site: "style-0123456789abcdef.css"
    struct site_menu_item menu[MOST_IN_MENU];
    size_t menu_count;
};

// A step of the way down to a page.
struct site_step {
    struct text name;
    struct text address; // from the page
};

// "stilark", "forside", "meny" and "smuler".
void site_put_frame(const struct view_context *context, const struct site_frame *frame,
                    const struct site_step *steps, size_t count, struct map_builder *map);

#endif
