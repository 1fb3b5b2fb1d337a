// SPDX-License-Identifier: MIT
// The document tree as it has been read (model/tree/reading.h): its files, and what they call each
// other. Nothing here reads a file.

#ifndef FELLESSKAP_MODEL_TREE_REPOSITORY_H
#define FELLESSKAP_MODEL_TREE_REPOSITORY_H

#include "model/grant/payments.h"
#include "model/meeting/meeting.h"
#include "model/organisation/organisation.h"
#include "model/plan/plan.h"
#include "model/register/registry.h"
#include "model/status/note.h"
#include "model/strategy/strategy.h"
#include "model/tree/settings.h"
#include "model/tree/terms.h"
#include "model/year/year.h"

// Where cases wait that have no meeting yet.
#define QUEUE_FOLDER "meetings/queue"

// What is known of a case that something refers to.
struct known_case {
    struct text committee;
    struct text number;             // "41/24"
    struct text title;              // the one for the public
    struct text folder;             // of its meeting; empty for an earlier case
    struct text url;                // of an earlier case; may be empty
    struct date date;               // of its meeting; year 0: not known
    const struct case_paper *paper; // NULL: an earlier case, or one that cannot be read
};

// Whether a case has decided something: a grant, say, that names it.
enum case_standing {
    STANDING_DECIDED,   // also where nothing is known against it: of an earlier case
    STANDING_LOST,      // nothing was adopted, see case_paper_did_not_pass()
    STANDING_CANCELLED, // its meeting was
    STANDING_TOLD,      // it is not for deciding anything, or decides on minutes alone
    STANDING_TO_COME,   // its meeting has no minutes yet
};

// Nothing came of the case, and nothing will.
bool standing_is_lost(enum case_standing standing);

// A folder that has a paper of some case; all of them, by the order of their names.
struct paper_place {
    struct text folder;
    struct text number; // "41/24"; found by the name of its file, as that has it: "41-24"
    struct text path;
    const struct case_paper *paper; // where several folders have the case; NULL: not readable
    struct paper_place *next;
    struct paper_place *last; // of the first one alone
};

// A paper that takes up the minutes of a meeting, and the meeting that it is for; all of them, as
// they were found.
struct approving_paper {
    const struct case_paper *paper;
    const struct meeting *meeting;
    struct approving_paper *next;
};

struct grant_in_tree {
    const struct grant *grant;
    const struct payments *payments; // NULL: they cannot be read
};

// A file in plan/ or meetings/, as it was found.
struct tree_file {
    struct text path;
    bool is_link;       // which is not followed
    bool is_folder;     // what the link leads to
    bool is_read;       // as a document, by whatever reads it
    bool is_attached;   // a paper on an agenda lists it
    bool says_its_kind; // neither, but it has the key `dokument`
};

struct queue;

struct repository {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct sources sources;
    struct date today; // as given to the command; year 0: not given, and nothing is late
    const struct organisation *organisation;
    const struct settings *settings; // what holds where there is no .plan-check.yaml
    const struct terms *terms;       // NULL: there is no such file
    const struct plan *plan;         // the only one that references can mean; NULL: none, or
                                     // several: repository_plan() (model/tree/plans.h)
    struct {
        const struct plan **items;
        size_t count;
    } plans; // all that have been read
    struct status_notes notes;
    const struct strategy *strategy; // NULL: there is none, or it has not been read
    struct {
        struct grant_in_tree *items;
        size_t count;
    } grants;
    struct {
        const struct meeting **items;
        size_t count;
    } meetings;                                        // by the names of their folders
    const struct registry *registries[REGISTRY_COUNT]; // NULL: there is no such file, or it cannot
                                                       // be read
    const struct year_wheel *year;                     // likewise
    const struct queue *queue;                         // NULL: it has not been read
    struct text_list plan_files;                       // the files in plan/, by name
    struct text_list meeting_folders;                  // in meetings/, but for the queue
    struct {
        struct tree_file *items;
        size_t count;
    } files;                      // where everything has been read
    struct text_list stray_files; // in meetings/, where only folders belong
    struct index cases;           // "ASU-41/24" → struct known_case
    struct index papers;          // "asu-41/24" → struct paper_place, the first of them
    struct index grant_ids;       // "2024", by the name of the file → struct grant
    struct index approving;       // "2024-10-29-asu" → struct approving_paper
    struct index meeting_names;   // "2024-10-29-asu" → those that have a meeting.yaml
    struct index sent;            // folder → whether the notice of its meeting has been sent
    struct index looked_at;       // folder → struct meeting, of those whose cases are known
};

// An empty one, for model/tree/reading.h to fill.
void repository_init(struct repository *repository, struct arena *arena,
                     struct diagnostics *diagnostics, bool keeps_texts);

// plan/grant-ID.yaml, or NULL where there is no such file or it is not readable.
const struct grant *repository_grant(const struct repository *repository, struct text id);

// The status note of a file, NULL where it has not been read.
const struct status_note *repository_note(const struct repository *repository, struct text path);

// What has been paid of a grant; NULL where that cannot be read.
const struct payments *repository_payments(const struct repository *repository,
                                           const struct grant *grant);

// "plan/grant-2024.yaml" → "2024"; empty where the name is another.
struct text grant_id_in_path(struct text path);

// The nearest id to `id` among the grants in plan/; empty where none is near.
struct text repository_nearest_grant(const struct repository *repository, struct text id);

// A case by its number, "41/24" of `committee` or "PSU-5/24"; NULL where it is not known.
const struct known_case *repository_case(const struct repository *repository, struct text committee,
                                         struct text number);

// The day on which a grant was decided; year 0 where its case, or the day of it, is not known.
struct date repository_decision_day(const struct repository *repository, const struct grant *grant);

// The number nearest to that of a case among those of the committee; empty where none is near.
struct text repository_nearest_case(const struct repository *repository, struct text committee,
                                    struct text number);

// Whether the notice of the meeting in a folder has been sent: until then nobody is led to its
// documents.
bool repository_is_sent(const struct repository *repository, struct text folder);

// `known` may be NULL: nothing is known against it.
enum case_standing repository_standing(const struct repository *repository,
                                       const struct known_case *known);

// A case that is to be decided, of a meeting that has been held, without an outcome. NULL: false.
bool repository_lacks_outcome(const struct repository *repository, const struct known_case *known);

// The names of all folders in meetings/, "2024-10-29-asu", whether they can be read or not.
struct index repository_folder_names(const struct repository *repository);

// Whether meetings/ has a meeting in a folder of this name that a case has approved the minutes of.
bool repository_has_meeting(const struct repository *repository, struct text name);

// A folder other than `folder` that has a paper of the case, "41/24" of `committee`; empty when no
// folder has, but for one from which it was postponed, or to which.
struct text repository_other_folder_of(const struct repository *repository, struct text folder,
                                       struct text committee, struct text number);

// The folder name that a meeting must have: "2024-10-29-asu".
struct text meeting_folder_name(struct arena *arena, struct date date, struct text committee);

// What a case has in repository->cases: "ASU-41/24". `folder` is that of its meeting, or empty: see
// case_number_key().
struct text repository_case_key(const struct repository *repository, struct text committee,
                                struct text number, struct text folder);

// The case as any document may name it: "ASU-42/24", or "2024-10-29-asu/1" of a committee that
// counts in each meeting anew.
struct text repository_case_in_full(const struct repository *repository, struct text committee,
                                    struct text number, struct text folder);

// The name of a meeting's folder: "2024-10-29-asu" of "meetings/2024-10-29-asu".
struct text meeting_name_of(struct text folder);

#endif
