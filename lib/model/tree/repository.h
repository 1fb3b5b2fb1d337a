// SPDX-License-Identifier: MIT
// The document tree: its files, read when they are first needed, and what they call each other.

#ifndef FELLESSKAP_MODEL_TREE_REPOSITORY_H
#define FELLESSKAP_MODEL_TREE_REPOSITORY_H

#include "model/grant/grant.h"
#include "model/meeting/meeting.h"
#include "model/organisation/organisation.h"
#include "model/plan/plan.h"
#include "model/tree/settings.h"
#include "model/tree/terms.h"

// Where cases wait that have no meeting yet.
#define QUEUE_FOLDER "meetings/queue"

// A case from before the papers were kept here (plan/earlier-cases.yaml).
struct earlier_case {
    struct scalar number;
    struct scalar committee;
    struct dated date;
    struct scalar title;
    struct scalar url;
};

// What is known of a case that something refers to.
struct known_case {
    struct text committee;
    struct text number; // "41/24"
    struct text title;  // the one for the public
    struct text folder; // of its meeting, "meetings/2024-10-29-asu"; empty for an earlier case
    struct text url;    // of an earlier case; may be empty
    struct date date;   // of its meeting; year 0: not known
};

struct repository {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct sources sources;
    struct date today; // as a command was told; year 0: it was not, and nothing is late
    const struct organisation *organisation;
    const struct plan *plan;
    struct index cases; // "ASU-41/24" → struct known_case, as far as they have been asked for
    struct index papers; // "asu-41/24" → the folders that have one, where they have been looked for
    struct index grants; // id → struct grant, likewise
    struct index sent; // folder → whether its notice has been sent, as far as it has been asked for
    struct text_list meeting_folders;
    bool plan_was_read;
    bool plan_is_whole;
    bool earlier_cases_were_read;
    bool meeting_folders_were_read;
    bool papers_are_known;
    const struct terms *terms; // NULL until somebody asks for them, or where there are none
    bool terms_were_read;
    const struct settings *settings; // NULL until somebody asks for them
};

// Opens the tree in the current folder and reads its organisation. False after a report that there
// is none: then nothing else can be read.
bool repository_open(struct repository *repository, struct arena *arena,
                     struct diagnostics *diagnostics, bool keeps_texts);

// The same in two steps, where files are to be put between them that are not as on the disk.
void repository_init(struct repository *repository, struct arena *arena,
                     struct diagnostics *diagnostics, bool keeps_texts);
bool repository_read(struct repository *repository);

// plan/terms.yaml, or NULL.
const struct terms *repository_terms(struct repository *repository);

// .plan-check.yaml, or what holds where there is none.
const struct settings *repository_settings(struct repository *repository);

// plan/action-plan.yaml, or NULL. Until somebody asks for the whole, it has its numbers alone.
const struct plan *repository_plan(struct repository *repository);
const struct plan *repository_whole_plan(struct repository *repository);

// Makes `plan` the one that references mean; it has been read whole.
void repository_use_plan(struct repository *repository, const struct plan *plan);

// plan/grant-ID.yaml, or NULL where there is no such file or it is not readable.
const struct grant *repository_grant(struct repository *repository, struct text id);

// The id nearest to `id` among those of the grants in plan/; empty where none is near.
struct text repository_nearest_grant(struct repository *repository, struct text id);

// A case by its number, "41/24" of `committee` or "PSU-5/24"; NULL where it is not known.
const struct known_case *repository_case(struct repository *repository, struct text committee,
                                         struct text number);

// The day on which a grant was decided; year 0 where its case, or the day of it, is not known.
struct date repository_decision_day(struct repository *repository, const struct grant *grant);

// The folders in meetings/ that are no hidden ones, without the queue: "meetings/2024-10-29-asu",
// by name.
struct text_list repository_meeting_folders(struct repository *repository);

// Looks for the papers in all meeting folders once, where many cases will be asked for.
void repository_find_papers(struct repository *repository);

// The number nearest to that of a case among those of the committee; empty where none is near.
struct text repository_nearest_case(struct repository *repository, struct text committee,
                                    struct text number);

// Whether the notice of the meeting in a folder has been sent: until then nobody is led to its
// documents.
bool repository_is_sent(struct repository *repository, struct text folder);

// Whether meetings/ has a meeting in a folder of this name.
bool repository_has_meeting(struct repository *repository, struct text name);

// Another folder than `folder` that has a paper of the case, "41/24" of `committee`; empty when
// there is none.
struct text repository_other_folder_of(struct repository *repository, struct text folder,
                                       struct text committee, struct text number);

// plan/earlier-cases.yaml, where it has not been read yet.
void repository_read_earlier_cases(struct repository *repository);

// The folder name that a meeting must have: "2024-10-29-asu".
struct text meeting_folder_name(struct arena *arena, struct date date, struct text committee);

// The keys of the earlier cases.
extern const struct shape earlier_cases_shape;

#endif
