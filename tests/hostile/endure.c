// SPDX-License-Identifier: MIT
// Runs a command for each of many versions of a file, and tells of those that it does not endure.
//
// usage: endure TARGET cut STEP COMMAND [ARGUMENT...]      TARGET cut off at each STEPth byte
//        endure TARGET flip STEP COMMAND [ARGUMENT...]     a bit of each STEPth byte turned
//        endure TARGET list LIST COMMAND [ARGUMENT...]     each of the files that LIST names, by
//        line
//
// Of each run is asked: exit status 0 or 1, with 1 something is said, less than a second of
// processor time, less than 64 MB at most. Otherwise a line is written: which version, and why.
// TARGET is as it was in the end. The last line of standard output tells the number of runs, and
// what the longest and the largest took. Exit status: 0 all endured, 1 some not, 2 wrong usage.

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_KILOBYTES = 64 * 1024, KILLED_AFTER = 20 /* seconds, of waiting too */ };
static const double most_seconds = 1.0;

extern char **environ;

struct content {
    char *bytes;
    size_t size;
};

static struct {
    long count;
    long bad;
    double longest;
    long largest;
} runs;

static _Noreturn void fail(const char *what, const char *why) {
    fprintf(stderr, "endure: %s: %s\n", what, why);
    exit(2);
}

static struct content read_file(const char *path) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0)
        fail(path, strerror(errno));
    struct content content = {malloc((size_t)status.st_size + 1), (size_t)status.st_size};
    if (content.bytes == NULL || read(file, content.bytes, content.size) != status.st_size)
        fail(path, strerror(errno));
    close(file);
    return content;
}

static void write_file(const char *path, struct content content) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0 || write(file, content.bytes, content.size) != (ssize_t)content.size)
        fail(path, strerror(errno));
    close(file);
}

// What the command writes goes to a file without a name, which tells how much it was.
static pid_t start(char **command, int said) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, said, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO);
    pid_t child;
    int error = posix_spawn(&child, command[0], &actions, NULL, command, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        fail(command[0], strerror(error));
    return child;
}

static pid_t running;

static void kill_it(int signal_number) {
    (void)signal_number;
    kill(running, SIGKILL);
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

// Why the run was not endured, or NULL.
static const char *judge(int status, const struct rusage *usage, off_t said) {
    static char why[80];
    double time = seconds(usage->ru_utime) + seconds(usage->ru_stime);
    runs.longest = time > runs.longest ? time : runs.longest;
    runs.largest = usage->ru_maxrss > runs.largest ? usage->ru_maxrss : runs.largest;
    if (WIFSIGNALED(status))
        snprintf(why, sizeof why, "ended by signal %d", WTERMSIG(status));
    else if (WEXITSTATUS(status) > 1)
        snprintf(why, sizeof why, "exit status %d", WEXITSTATUS(status));
    else if (WEXITSTATUS(status) == 1 && said == 0)
        snprintf(why, sizeof why, "exit status 1 without a word");
    else if (time >= most_seconds)
        snprintf(why, sizeof why, "%.2f seconds", time);
    else if (usage->ru_maxrss >= MOST_KILOBYTES)
        snprintf(why, sizeof why, "%ld kilobytes", usage->ru_maxrss);
    else
        return NULL;
    return why;
}

static void run(char **command, const char *version, size_t at) {
    static int said = -1;
    if (said < 0)
        said = open("/tmp", O_RDWR | O_TMPFILE, 0600);
    if (said < 0 || ftruncate(said, 0) != 0 || lseek(said, 0, SEEK_SET) != 0)
        fail("/tmp", strerror(errno));
    int status;
    struct rusage usage;
    running = start(command, said);
    alarm(KILLED_AFTER);
    while (wait4(running, &status, 0, &usage) < 0 && errno == EINTR)
        continue;
    alarm(0);
    runs.count++;
    const char *why = judge(status, &usage, lseek(said, 0, SEEK_END));
    if (why == NULL)
        return;
    runs.bad++;
    printf("%s", version);
    if (at != (size_t)-1)
        printf(" at %zu", at);
    printf(": %s\n", why);
}

static void cut(const char *target, struct content whole, size_t step, char **command) {
    for (size_t size = 0; size < whole.size; size += step) {
        write_file(target, (struct content){whole.bytes, size});
        run(command, "cut", size);
    }
}

static void flip(const char *target, struct content whole, size_t step, char **command) {
    for (size_t at = 0; at < whole.size; at += step) {
        char bit = (char)(1 << at * 5 % 8);
        whole.bytes[at] ^= bit;
        write_file(target, whole);
        run(command, "flipped", at);
        whole.bytes[at] ^= bit;
    }
}

static void take_each(const char *target, const char *list, char **command) {
    char *name = NULL;
    size_t room = 0;
    FILE *names = fopen(list, "r");
    if (names == NULL)
        fail(list, strerror(errno));
    for (ssize_t size; (size = getline(&name, &room, names)) > 0;) {
        name[size - (name[size - 1] == '\n')] = '\0';
        struct content content = read_file(name);
        write_file(target, content);
        free(content.bytes);
        run(command, name, (size_t)-1);
    }
    free(name);
    fclose(names);
}

int main(int count, char **arguments) {
    if (count < 5)
        fail("usage", "endure TARGET cut|flip|list STEP|LIST COMMAND [ARGUMENT...]");
    const char *target = arguments[1], *mode = arguments[2];
    size_t step = strtoul(arguments[3], NULL, 10);
    struct content whole = read_file(target);
    signal(SIGALRM, kill_it);
    if (strcmp(mode, "list") == 0)
        take_each(target, arguments[3], arguments + 4);
    else if (strcmp(mode, "cut") == 0 && step > 0)
        cut(target, whole, step, arguments + 4);
    else if (strcmp(mode, "flip") == 0 && step > 0)
        flip(target, whole, step, arguments + 4);
    else
        fail(mode, "no such mode, or no step");
    write_file(target, whole);
    printf("%ld runs; at most %.3f seconds, %ld kilobytes\n", runs.count, runs.longest,
           runs.largest);
    return runs.bad > 0 || runs.count == 0;
}
