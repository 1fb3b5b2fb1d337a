// SPDX-License-Identifier: MIT

#include "document/build/converter.h"

#include "base/index.h"
#include "base/message.h"
#include "base/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

const char *const conversion_names[] = {
    [CONVERSION_PDF] = "pdf",
    [CONVERSION_DOCX] = "docx",
    [CONVERSION_PPTX] = "pptx",
    [CONVERSION_COUNT] = NULL,
};

static void put(struct writer *writer, struct text text) {
    writer_put(writer, text);
    writer_byte(writer, '\0');
}

static struct text jobs_of(const struct conversion *conversions, size_t count,
                           struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < count; i++) {
        put(&writer, text_from(conversion_names[conversions[i].kind]));
        put(&writer, conversions[i].source);
        put(&writer, conversions[i].target);
        put(&writer, conversions[i].bundle);
        put(&writer, conversions[i].folder);
    }
    return writer_text(&writer);
}

// A file that has the jobs, at its start.
static int open_jobs(struct text jobs) {
    int file = memfd_create("jobs", MFD_CLOEXEC);
    while (file >= 0 && jobs.size > 0) {
        ssize_t written = write(file, jobs.data, jobs.size);
        if (written < 0 && errno != EINTR) {
            close(file);
            return -1;
        }
        if (written > 0)
            jobs = text_slice(jobs, (size_t)written, jobs.size);
    }
    if (file >= 0)
        lseek(file, 0, SEEK_SET);
    return file;
}

static int start(struct text program, int input, int output, int processes, pid_t *child) {
    char number[16];
    char *const arguments[] = {(char *)(uintptr_t)program.data, number, NULL};
    posix_spawn_file_actions_t actions;
    snprintf(number, sizeof number, "%d", processes);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    int error = posix_spawn(child, program.data, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

struct results {
    struct index by_target; // → struct conversion
    size_t done;
    void (*progress)(void *context, size_t done);
    void *context;
    struct arena *arena;
};

static void take(struct results *results, struct text target, struct text fault) {
    const struct text missing = TEXT("missing ");
    // The index gives what was put there, which can be changed.
    struct conversion *conversion =
        (struct conversion *)(uintptr_t)index_find(&results->by_target, target);
    if (conversion == NULL)
        return;
    conversion->is_done = fault.size == 0;
    conversion->fault = text_copy(results->arena, fault);
    if (text_starts_with(fault, missing))
        conversion->package = text_slice(conversion->fault, missing.size, fault.size);
    results->done++;
    if (results->progress != NULL)
        results->progress(results->context, results->done);
}

// Takes the whole results in `pending`, and returns what is left: a result that has only begun.
static struct text take_whole(struct results *results, struct text pending) {
    for (;;) {
        size_t first = text_find(pending, '\0');
        struct text rest = text_slice(pending, first, pending.size);
        if (first == pending.size)
            return pending;
        rest = text_slice(rest, 1, rest.size);
        size_t second = text_find(rest, '\0');
        if (second == rest.size)
            return pending;
        take(results, text_slice(pending, 0, first), text_slice(rest, 0, second));
        pending = text_slice(rest, second + 1, rest.size);
    }
}

static void read_results(struct results *results, int input) {
    char bytes[64 * 1024];
    struct text pending = TEXT("");
    for (;;) {
        ssize_t size = read(input, bytes, sizeof bytes);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return;
        const struct text parts[] = {pending, {bytes, (size_t)size}};
        pending = take_whole(results, text_join(results->arena, parts, 2, TEXT("")));
    }
}

static void tell_of_those_without_result(struct conversion *conversions, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!conversions[i].is_done && conversions[i].fault.size == 0)
            conversions[i].fault = text_from(_("the converter was stopped"));
}

bool conversions_run(struct text program, struct conversion *conversions, size_t count,
                     int processes, void (*progress)(void *context, size_t done), void *context,
                     struct arena *arena) {
    struct results results = {.progress = progress, .context = context, .arena = arena};
    int ends[2];
    pid_t child;
    index_init(&results.by_target, arena);
    for (size_t i = 0; i < count; i++)
        index_add(&results.by_target, conversions[i].target, &conversions[i]);
    int jobs = open_jobs(jobs_of(conversions, count, arena));
    if (jobs < 0 || pipe2(ends, O_CLOEXEC) != 0)
        return false;
    int error = start(program, jobs, ends[1], processes, &child);
    close(ends[1]);
    close(jobs);
    if (error == 0) {
        read_results(&results, ends[0]);
        while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
            continue;
        tell_of_those_without_result(conversions, count);
    }
    close(ends[0]);
    errno = error;
    return error == 0;
}
