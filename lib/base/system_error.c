// SPDX-License-Identifier: MIT

#include "base/system_error.h"

#include "base/message.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static const struct {
    int number;
    const char *message;
} errors[] = {
    {EACCES, N_("permission denied")},
    {EBADF, N_("it is closed")},
    {EBUSY, N_("it is in use")},
    {EDQUOT, N_("your share of the disk is used up")},
    {EEXIST, N_("it exists already")},
    {EFBIG, N_("the file would become too large")},
    {EINTR, N_("interrupted")},
    {EINVAL, N_("the system does not allow this here")},
    {EIO, N_("the disk or the network failed")},
    {EISDIR, N_("it is a folder")},
    {ELOOP, N_("it is a link, which is not followed, or links lead in a circle")},
    {EMFILE, N_("too many files are open")},
    {ENAMETOOLONG, N_("the name is too long")},
    {ENFILE, N_("too many files are open")},
    {ENODEV, N_("there is no such device")},
    {ENOENT, N_("there is no such file or folder")},
    {ENOMEM, N_("out of memory")},
    {ENOSPC, N_("there is no more room on the disk")},
    {ENOTDIR, N_("a part of the path is not a folder")},
    {ENOTEMPTY, N_("the folder is not empty")},
    {ENXIO, N_("it is no regular file")},
    {EPERM, N_("the system does not permit it")},
    {EPIPE, N_("nobody reads what is written")},
    {EROFS, N_("the disk can only be read")},
    {ETXTBSY, N_("it is a program that runs")},
    {EXDEV, N_("it is on another disk")},
};

const char *system_error(int number) {
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].number == number)
            return _(errors[i].message);
    return strerror(number);
}
