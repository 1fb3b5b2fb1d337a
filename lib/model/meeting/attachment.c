// SPDX-License-Identifier: MIT

#include "model/meeting/attachment.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "input/pdf/pdf.h"
#include "model/organisation/webaddress.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>

#define AT(member) .offset = offsetof(struct attachment, member)
static const struct field attachment_fields[] = {
    FIELD("fil", ID, OPTIONAL, AT(file),
          N_("the file, as seen from the folder of the meeting; it must be there"),
          .example = "vedlegg/konseptskisse.pdf"),
    FIELD("url", SPECIAL, OPTIONAL, AT(url),
          N_("the web address of an attachment that is not a file"), .form = &web_address_form),
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("what the papers call the attachment"),
          .example = "Konseptskisse"),
    EXEMPTION_FIELDS(struct attachment, exemption),
};
#undef AT
const struct shape attachment_shape = SHAPE(struct attachment, attachment_fields);

// Inside the folder of the meeting, whatever the file system makes of the name.
static bool is_inside(struct text path) {
    if (path.size == 0 || path.data[0] == '/' || text_find(path, '\\') < path.size)
        return false;
    for (struct text rest = path; rest.data != NULL;) {
        struct text part = text_cut(&rest, '/');
        if (part.size == 0 || text_is(part, ".") || text_is(part, ".."))
            return false;
    }
    return true;
}

// Nothing on the way from the meeting's folder to the file is a link that leads elsewhere.
static bool has_link_on_the_way(struct text folder, struct text file, struct arena *arena) {
    for (size_t at = text_find(file, '/'); at < file.size;
         at += 1 + text_find(text_slice(file, at + 1, file.size), '/')) {
        struct stat status;
        struct text part = text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), (int)at, file.data);
        if (lstat(part.data, &status) == 0 && S_ISLNK(status.st_mode))
            return true;
    }
    return false;
}

static enum attachment_fault fault_of_error(int error) {
    if (error == ENOENT || error == ENOTDIR)
        return ATTACHMENT_MISSING;
    // What open() says of a link, of a socket, and of a device without a driver.
    return error == ELOOP || error == ENXIO || error == ENODEV ? ATTACHMENT_NOT_A_FILE
                                                               : ATTACHMENT_UNREADABLE;
}

static enum attachment_fault look_into(struct attachment *attachment, int file,
                                       struct arena *arena) {
    static const enum attachment_fault faults[] = {
        [PDF_OK] = ATTACHMENT_OK,
        [PDF_DAMAGED] = ATTACHMENT_DAMAGED,
        [PDF_ENCRYPTED] = ATTACHMENT_ENCRYPTED,
    };
    struct stat status;
    if (fstat(file, &status) != 0)
        return ATTACHMENT_UNREADABLE;
    if (!S_ISREG(status.st_mode))
        return ATTACHMENT_NOT_A_FILE;
    attachment->bytes = status.st_size;
    if (status.st_size > LIMIT_ATTACHMENT_BYTES)
        return ATTACHMENT_TOO_LARGE;
    if (!text_ends_with(text_lower(arena, attachment->file.text), TEXT(".pdf")))
        return ATTACHMENT_OK;
    struct pdf_facts facts = {0, 0};
    enum pdf_fault fault = pdf_look(file, status.st_size, arena, &facts);
    attachment->pages = facts.pages;
    attachment->extras = facts.extras;
    return faults[fault];
}

void attachment_look(struct attachment *attachment, struct text folder, struct arena *arena) {
    struct text name = attachment->file.text;
    if (name.size == 0)
        return; // it is only listed, or elsewhere
    attachment->fault = ATTACHMENT_OUTSIDE;
    if (!is_inside(name) || has_link_on_the_way(folder, name, arena))
        return;
    struct text path = text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(name));
    // A pipe that nobody writes to does not block, a terminal does not become this program's.
    int file = open(path.data, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0) {
        attachment->fault = fault_of_error(errno);
        return;
    }
    attachment->fault = look_into(attachment, file, arena);
    close(file);
}
