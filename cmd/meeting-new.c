// SPDX-License-Identifier: MIT
// meeting-new: the folder of a new meeting, with what it begins with.

#include "common/command.h"

#include "base/hold.h"
#include "base/meant.h"
#include "base/message.h"
#include "base/path.h"
#include "base/system_error.h"
#include "check/meeting/queue.h"
#include "model/tree/reading.h"
#include "model/year/proposals.h"
#include "view/meeting/newmeeting.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct state {
    struct new_meeting meeting;
    struct text model; // --from
    struct text folder;
};

static bool take_model(struct run *run, struct text value, struct text *why) {
    ((struct state *)run->state)->model = value;
    *why = text_from(_("the folder of a meeting is expected"));
    return value.size > 0;
}

static bool misuse(struct run *run, struct text message) {
    run->misuse = message;
    return false;
}

static bool take_committee(struct run *run, struct text committee) {
    const struct index *bodies = &run->repository.organisation->body_ids;
    if (index_find(bodies, committee) != NULL)
        return true;
    struct text near = index_nearest(bodies, committee);
    if (near.size == 0)
        return misuse(run, message_about(&run->arena, _("there is no body '%.*s'"), committee));
    return misuse(run, text_format(&run->arena, _("there is no body '%.*s'; did you mean '%.*s'?"),
                                   TEXT_ARGS(committee), TEXT_ARGS(near)));
}

static bool take_day(struct run *run, struct text day, struct date *date) {
    if (date_parse(day, date))
        return true;
    struct text meant = date_meant(&run->arena, day);
    struct text example = example_date(&run->repository.sources.examples, &run->arena);
    if (meant.size > 0)
        return misuse(run, text_format(&run->arena,
                                       _("'%.*s' is written in another way here; write %.*s"),
                                       TEXT_ARGS(day), TEXT_ARGS(meant)));
    return misuse(run, text_format(&run->arena, _("'%.*s' is not a day; write it like %.*s"),
                                   TEXT_ARGS(day), TEXT_ARGS(example)));
}

// The day has year 0 where none is given.
static bool read_operands(struct run *run, struct text *committee, struct date *date) {
    struct date first;
    bool swapped = run->operand_count > 0 && date_parse(text_from(run->operands[0]), &first);
    const struct examples *examples = &run->repository.sources.examples;
    *date = (struct date){0, 0, 0};
    if (run->operand_count < 1 || run->operand_count > 2 || swapped)
        return misuse(run, text_format(&run->arena,
                                       _("a committee and a day are needed, like %.*s %.*s"),
                                       TEXT_ARGS(examples->committee),
                                       TEXT_ARGS(example_date(examples, &run->arena))));
    *committee = text_nfc(&run->arena, text_from(run->operands[0]));
    if (!take_committee(run, *committee))
        return false;
    return run->operand_count == 1 || take_day(run, text_from(run->operands[1]), date);
}

// The folder is not there yet.
static bool take_folder(struct run *run, struct text committee, struct date date) {
    struct state *state = run->state;
    struct text name = meeting_folder_name(&run->arena, date, committee);
    state->folder = text_concat(&run->arena, TEXT("meetings/"), name);
    if (access(state->folder.data, F_OK) != 0)
        return true;
    return misuse(run, message_about(&run->arena, _("%.*s is there already"), state->folder));
}

// The next day that plan/year.yaml proposes for the committee, whose meetings have been read.
static bool take_proposal(struct run *run, struct text committee,
                          struct proposed_meeting *proposed) {
    const struct repository *repository = &run->repository;
    const struct year_wheel *wheel = read_year_alone(&run->repository);
    if (run->diagnostics.errors > 0)
        return false;
    if (wheel != NULL &&
        proposal_next(wheel, repository->meetings.items, repository->meetings.count, committee,
                      proposed, &run->arena))
        return true;
    return misuse(run,
                  text_format(&run->arena,
                              _("a day is needed, like %.*s: plan/year.yaml has no 'møteplan' "
                                "that proposes one for %.*s"),
                              TEXT_ARGS(example_date(&repository->sources.examples, &run->arena)),
                              TEXT_ARGS(committee)));
}

static void check_all(struct run *run) {
    struct state *state = run->state;
    check_queue(&run->repository, &state->meeting.queue);
    for (size_t i = 0; i < state->meeting.postponed_count; i++) {
        const struct postponed_case *postponed = &state->meeting.postponed[i];
        check_paper_alone(&run->repository, postponed->meeting->folder, postponed->meeting->files,
                          postponed->meeting->committee, postponed->paper);
    }
}

static bool read_tree(struct run *run, struct text operand) {
    struct state *state = run->state;
    struct text committee;
    struct date date;
    struct proposed_meeting proposed = {.plan = NULL};
    const struct meeting *model = NULL;
    (void)operand;
    if (!read_operands(run, &committee, &date) ||
        (date.year > 0 && !take_folder(run, committee, date)))
        return true;
    read_for_new_meeting(&run->repository, committee, state->model, &model);
    if (state->model.size > 0 && model == NULL)
        return false;
    if (date.year == 0) {
        if (!take_proposal(run, committee, &proposed) || !take_folder(run, committee, proposed.day))
            return true;
        date = proposed.day;
    }
    state->meeting = new_meeting_find(&run->repository, committee, date, model);
    if (proposed.plan != NULL)
        state->meeting.time = proposed.plan->time;
    check_all(run);
    return true;
}

// Git keeps no empty folder. Without the folder of the queue, git takes a case that another branch
// puts there for one of the new meeting's, because all that was in it has moved there.
static void keep_queue(void) {
    int file = open(QUEUE_FOLDER "/.gitkeep", O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file >= 0)
        close(file);
}

// The hidden name that a file has while it can still be put back.
static struct text hidden(struct text path, struct arena *arena) {
    struct text folder = path_parent(path), name = path_name(path);
    return text_format(arena, "%.*s/.%.*s.taken", TEXT_ARGS(folder), TEXT_ARGS(name));
}

// All of them, or none. False with errno set, and `*fault` the one that cannot be taken away.
static bool take_away(const struct text_list *paths, struct text *fault, struct arena *arena) {
    size_t taken = 0;
    while (taken < paths->count &&
           rename(paths->items[taken].data, hidden(paths->items[taken], arena).data) == 0)
        taken++;
    bool all = taken == paths->count;
    int error = errno;
    *fault = all ? TEXT("") : paths->items[taken];
    for (size_t i = 0; i < taken; i++) {
        struct text name = hidden(paths->items[i], arena);
        if (all)
            unlink(name.data);
        else
            rename(name.data, paths->items[i].data);
    }
    errno = error;
    return all;
}

// A case is in the queue or in the folder, never in both, even where the run is stopped. False with
// errno set, and `*fault` what cannot be written: nothing has changed.
static bool make_folder(struct text folder, const struct new_meeting_files *files,
                        struct text *fault, struct arena *arena) {
    sigset_t before;
    signals_hold(&before);
    *fault = folder;
    bool written = new_folder_write(folder, files->items, files->count, arena);
    bool made = written && take_away(&files->to_remove, fault, arena);
    int error = errno;
    if (written && !made)
        new_folder_remove(folder, files->items, files->count, arena);
    if (made && files->to_remove.count > 0)
        keep_queue();
    signals_release(&before);
    errno = error;
    return made;
}

static bool write_folder(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    struct writer *writer = output_writer(output);
    const struct new_meeting_files files = new_meeting_files(
        &run->repository, &state->meeting, run->maker.labels, run->maker.language);
    (void)format;
    if (run->diagnostics.errors > 0)
        return false;
    if (files.end > 24 * 60) {
        run->message = text_from(_("that many cases do not fit into a day"));
        return false;
    }
    struct text fault;
    if (!make_folder(state->folder, &files, &fault, &run->arena)) {
        run->message =
            text_format(&run->arena, _("cannot write %s: %s"), fault.data, system_error(errno));
        return false;
    }
    for (size_t i = 0; i < files.count; i++) {
        writer_put(writer, state->folder);
        writer_byte(writer, '/');
        writer_put(writer, files.items[i].name);
        writer_byte(writer, '\n');
    }
    return true;
}

static const struct command_option options[] = {
    {"from", "MEETING", N_("the meeting whose time, place and people it takes over"), take_model,
     0},
};

static const struct command command = {
    .name = "meeting-new",
    .summary = N_("Makes the folder of a new meeting, with the papers that it begins with."),
    .operand = "COMMITTEE [DATE]",
    .many_operands = true,
    .formats = "text",
    .changes_tree = true,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_tree,
    .write = write_folder,
};

int main(int argc, char **argv) {
    struct state state = {.model = TEXT("")};
    return command_main(&command, &state, argc, argv);
}
