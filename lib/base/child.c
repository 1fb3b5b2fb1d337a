// SPDX-License-Identifier: MIT

#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdalign.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// In memory shared by both processes. How the child ended is recorded here and not in its exit
// status, which is lost where SIGCHLD is ignored.
struct shared {
    enum child_end end;
    alignas(max_align_t) char result[];
};

static void be_the_child(pid_t parent, int silent, struct shared *shared,
                         bool (*work)(void *context, void *result), void *context) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() == parent && dup2(silent, STDERR_FILENO) >= 0)
        shared->end = work(context, shared->result) ? CHILD_DONE : CHILD_REFUSED;
    _exit(0);
}

// CHILD_NOT_MADE with errno set, or CHILD_DIED unless the child has recorded another result.
static enum child_end run(int silent, struct shared *shared,
                          bool (*work)(void *context, void *result), void *context) {
    pid_t parent = getpid(), child = fork();
    if (child < 0)
        return CHILD_NOT_MADE;
    if (child == 0)
        be_the_child(parent, silent, shared, work, context);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
        continue;
    return shared->end;
}

enum child_end child_do(bool (*work)(void *context, void *result), void *context, void *result,
                        size_t size) {
    size_t room = sizeof(struct shared) + size;
    int silent = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (silent < 0)
        return CHILD_NOT_MADE;
    struct shared *shared =
        mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    enum child_end end = CHILD_NOT_MADE;
    if (shared != MAP_FAILED) {
        shared->end = CHILD_DIED;
        memcpy(shared->result, result, size);
        end = run(silent, shared, work, context);
        if (end == CHILD_DONE || end == CHILD_REFUSED)
            memcpy(result, shared->result, size);
    }
    int error = errno;
    if (shared != MAP_FAILED)
        munmap(shared, room);
    close(silent);
    errno = error;
    return end;
}
