// SPDX-License-Identifier: MIT
// The parts that views share. docs/views.md lists the keys of each.

#ifndef FELLESSKAP_VIEW_VIEW_H
#define FELLESSKAP_VIEW_VIEW_H

#include "base/value.h"
#include "view/context.h"

// A document's first keys: dokument, språk, fellesskap, tittel, kilde. `name` is the value of
// dokument.
void view_put_head(const struct view_context *context, struct map_builder *map, const char *name,
                   struct text title, struct text source_path);

// One that can be shown: {id, navn, kort}. NULL gives the id alone.
struct value view_party(const struct view_context *context, struct text id, struct arena *arena);

// The same with "grupper": the ids of the groups that it is part of, with spaces between.
struct value view_party_choice(const struct view_context *context, struct text id,
                               struct arena *arena);

// The keys of a value and of what belongs to it: "L", whether there is any, and in words.
struct view_key {
    struct text name;
    struct text has;
    struct text words;
};

#define VIEW_KEY(key) ((struct view_key){TEXT(key), TEXT("har-" key), TEXT(key "-tekst")})

// Lists: "L", "har-L" and "L-tekst", the items with commas between.
void view_put_parties(const struct view_context *context, struct map_builder *map,
                      struct view_key key, const struct scalar_list *ids, struct arena *arena);

// The same of view_party_choice().
void view_put_party_choices(const struct view_context *context, struct map_builder *map,
                            struct view_key key, const struct scalar_list *ids,
                            struct arena *arena);
void view_put_actions(const struct view_context *context, struct map_builder *map,
                      struct view_key key, const struct scalar_list *numbers, struct arena *arena);
void view_put_cases(const struct view_context *context, struct map_builder *map,
                    struct view_key key, const struct scalar_list *numbers, struct arena *arena);
void view_put_web_links(struct map_builder *map, const struct web_links *links,
                        struct arena *arena);

// "L" and "har-L" of a text, an empty one being none; of a prose likewise.
void view_put_text(struct map_builder *map, struct view_key key, struct text text);
void view_put_prose(const struct view_context *context, struct map_builder *map,
                    struct view_key key, const struct prose *prose);

// "unntatt" and "har-unntatt": the legal basis, where something is exempt from publicity.
void view_put_exemption(struct map_builder *map, const struct exemption *exemption);

// An action that something refers to: {nr, anker, lenke, har-lenke}.
struct value view_action_reference(const struct view_context *context, struct text number,
                                   struct arena *arena);

// A plan's own word for how something stands, in the language of the view, and the words for a
// status of which something is known: the plan's own, or those of the labels.
struct text view_own_status_words(const struct view_context *context, const struct own_status *own);
struct text view_status_words(const struct view_context *context, const struct told_status *status);

// A case as the view's committee names it, in the form in which all documents do.
struct text view_case_number(const struct view_context *context, struct text number,
                             struct arena *arena);

// A case that something refers to: {sak, tittel, lenke, har-lenke}.
struct value view_case_reference(const struct view_context *context, struct text number,
                                 struct arena *arena);

#endif
