// SPDX-License-Identifier: MIT
// What every view needs, and the parts that they share. docs/views.md lists the keys of each.

#ifndef FELLESSKAP_VIEW_VIEW_H
#define FELLESSKAP_VIEW_VIEW_H

#include "base/value.h"
#include "model/meeting/audience.h"
#include "model/tree/repository.h"
#include "view/labels.h"

// What a document shows that others link to.
enum view_kind { VIEW_OF_PLAN, VIEW_OF_GRANT, VIEW_OF_CASES, VIEW_OF_OTHER };

struct view {
    struct prose_links links; // first: the callbacks get the view through it
    struct repository *repository;
    struct arena *arena; // for what lasts as long as the view
    const struct labels *labels;
    enum language language;
    enum view_kind kind;
    struct text home;   // the folder of its source: "plan", "meetings/2024-10-29-asu"
    struct text folder; // where it lies in the site: "", "2024-10-29-asu"; below "members/"
    enum audience audience;
    struct text suffix;    // of the documents that it links to: ".html" or ".md"
    struct text committee; // whose case numbers are meant
    int64_t created;       // seconds since 1970, for formats that want a time: never the clock
};

// Sets up a view for a document of `kind` whose file lies in the folder of `source_path`. What the
// view makes is owned by `arena`.
void view_init(struct view *view, struct repository *repository, struct arena *arena,
               const struct labels *labels, enum language language, enum view_kind kind,
               struct text source_path, struct text committee, bool markdown);

// The document is for the members, and lies in the folder "members" beside "public": what is
// published never holds it.
void view_for_members(struct view *view);

// A document's first keys: dokument, språk, fellesskap, tittel, kilde. `name` is the value of
// dokument.
void view_put_head(const struct view *view, struct map_builder *map, const char *name,
                   struct text title, struct text source_path);

// Addresses, relative to the document. Empty where the thing is shown nowhere.
struct text view_action_address(const struct view *view, struct text number, struct arena *arena);
struct text view_case_address(const struct view *view, const struct known_case *known,
                              struct arena *arena);

// The same of any document, by the folder of its source, its name without a suffix, and a fragment
// that may be empty: "plan", "action-plan" → "../action-plan.html". The layout is that of the site
// (docs/addresses.md); names are percent-encoded.
struct text view_document_address(const struct view *view, struct text home, struct text stem,
                                  struct text fragment, struct arena *arena);

// Where a file beside the document lies in the site, percent-encoded: "2024-10-29-asu/packet.pdf".
struct text view_site_path(const struct view *view, struct text file, struct arena *arena);

// The fragment of a case's heading in the packet: "sak-42-24"; in Markdown the one that forges make
// of the heading "Sak 42/24", "sak-4224".
struct text view_case_anchor(const struct view *view, struct text number, struct arena *arena);

// One that can be shown: {id, navn, kort}. NULL gives the id alone.
struct value view_party(const struct view *view, struct text id, struct arena *arena);

// The keys of a value and of what belongs to it: "L", whether there is any, and in words.
struct view_key {
    struct text name;
    struct text has;
    struct text words;
};

#define VIEW_KEY(key) ((struct view_key){TEXT(key), TEXT("har-" key), TEXT(key "-tekst")})

// Lists: "L", "har-L" and "L-tekst", the items with commas between.
void view_put_parties(const struct view *view, struct map_builder *map, struct view_key key,
                      const struct scalar_list *ids, struct arena *arena);
void view_put_actions(const struct view *view, struct map_builder *map, struct view_key key,
                      const struct scalar_list *numbers, struct arena *arena);
void view_put_cases(const struct view *view, struct map_builder *map, struct view_key key,
                    const struct scalar_list *numbers, struct arena *arena);
void view_put_web_links(struct map_builder *map, const struct web_links *links,
                        struct arena *arena);

// "L" and "har-L" of a text, an empty one being none; of a prose likewise.
void view_put_text(struct map_builder *map, struct view_key key, struct text text);
void view_put_prose(const struct view *view, struct map_builder *map, struct view_key key,
                    const struct prose *prose);

// "unntatt" and "har-unntatt": the legal basis, where something is exempt from publicity.
void view_put_exemption(struct map_builder *map, const struct exemption *exemption);

// An action that something refers to: {nr, anker, lenke, har-lenke}.
struct value view_action_reference(const struct view *view, struct text number,
                                   struct arena *arena);

// A case that something refers to: {sak, tittel, lenke, har-lenke}.
struct value view_case_reference(const struct view *view, struct text number, struct arena *arena);

#endif
