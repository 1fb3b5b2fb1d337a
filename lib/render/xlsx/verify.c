// SPDX-License-Identifier: MIT

#include "render/xlsx/verify.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Records of a ZIP file (APPNOTE.TXT 4.3): their sizes, and where fields lie in them.
enum {
    LOCAL_SIZE = 30,
    LOCAL_CHECKSUM = 14, // then packed size and size
    LOCAL_NAME_SIZE = 26,
    LOCAL_EXTRA_SIZE = 28,
    ENTRY_SIZE = 46,
    ENTRY_CHECKSUM = 16,
    ENTRY_PACKED_SIZE = 20,
    ENTRY_REAL_SIZE = 24,
    ENTRY_NAME_SIZE = 28,
    ENTRY_EXTRA_SIZE = 30,
    ENTRY_COMMENT_SIZE = 32,
    ENTRY_OFFSET = 42,
    END_SIZE = 22,
    END_COUNT = 10,
    END_DIRECTORY_SIZE = 12,
    END_DIRECTORY_OFFSET = 16,
    SIZES = 12, // checksum, packed size and size together
};

#define LOCAL_MARK 0x04034B50u
#define ENTRY_MARK 0x02014B50u
#define END_MARK 0x06054B50u

static const struct text parts[] = {
    {"[Content_Types].xml", 19},        {"_rels/.rels", 11},      {"xl/workbook.xml", 15},
    {"xl/_rels/workbook.xml.rels", 26}, {"xl/styles.xml", 13},    {"xl/theme/theme1.xml", 19},
    {"docProps/core.xml", 17},          {"docProps/app.xml", 16},
};

enum { PART_COUNT = sizeof parts / sizeof parts[0] };

static const struct text sheet_folder = {"xl/worksheets/sheet", 19};

struct package {
    int file;
    int error; // errno of a failed read
    struct arena *arena;
    struct text directory;
    uint64_t directory_offset;
    uint64_t next; // where the next member must begin
    size_t parts_found, sheets_found;
};

static uint32_t number16(const char *at) {
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

static uint32_t number32(const char *at) {
    return number16(at) | number16(at + 2) << 16;
}

static bool read_at(struct package *package, char *data, size_t size, uint64_t at) {
    while (size > 0) {
        ssize_t got = pread(package->file, data, size, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            package->error = got < 0 ? errno : 0;
            return false;
        }
        data += got;
        at += (uint64_t)got;
        size -= (size_t)got;
    }
    return true;
}

// The record at the very end leads to the directory, which must fill what lies before it.
static bool read_directory(struct package *package, size_t *count) {
    struct stat status;
    char end[END_SIZE];
    if (fstat(package->file, &status) != 0) {
        package->error = errno;
        return false;
    }
    uint64_t size = (uint64_t)status.st_size;
    if (size < END_SIZE || !read_at(package, end, END_SIZE, size - END_SIZE) ||
        number32(end) != END_MARK)
        return false;
    *count = number16(end + END_COUNT);
    package->directory.size = number32(end + END_DIRECTORY_SIZE);
    package->directory_offset = number32(end + END_DIRECTORY_OFFSET);
    if (package->directory_offset + package->directory.size != size - END_SIZE)
        return false;
    char *directory = arena_alloc(package->arena, package->directory.size + 1);
    package->directory.data = directory;
    return read_at(package, directory, package->directory.size, package->directory_offset);
}

static void count_part(struct package *package, struct text name) {
    for (size_t i = 0; i < PART_COUNT; i++)
        package->parts_found += text_equal(name, parts[i]);
    package->sheets_found += text_starts_with(name, sheet_folder);
}

// The member's own header says the same as the directory, and its data ends where the next begins.
static bool check_member(struct package *package, const char *entry, struct text name) {
    char local[LOCAL_SIZE];
    uint64_t offset = number32(entry + ENTRY_OFFSET);
    if (offset != package->next || number32(entry + ENTRY_REAL_SIZE) == 0 ||
        !read_at(package, local, LOCAL_SIZE, offset) || number32(local) != LOCAL_MARK ||
        number16(local + LOCAL_NAME_SIZE) != name.size ||
        memcmp(local + LOCAL_CHECKSUM, entry + ENTRY_CHECKSUM, SIZES) != 0)
        return false;
    char *local_name = arena_alloc(package->arena, name.size + 1);
    if (!read_at(package, local_name, name.size, offset + LOCAL_SIZE) ||
        memcmp(local_name, name.data, name.size) != 0)
        return false;
    package->next = offset + LOCAL_SIZE + name.size + number16(local + LOCAL_EXTRA_SIZE) +
                    number32(entry + ENTRY_PACKED_SIZE);
    return true;
}

static bool check_members(struct package *package, size_t count) {
    struct text rest = package->directory;
    for (size_t i = 0; i < count; i++) {
        if (rest.size < ENTRY_SIZE || number32(rest.data) != ENTRY_MARK)
            return false;
        struct text name = {rest.data + ENTRY_SIZE, number16(rest.data + ENTRY_NAME_SIZE)};
        size_t size = ENTRY_SIZE + name.size + number16(rest.data + ENTRY_EXTRA_SIZE) +
                      number16(rest.data + ENTRY_COMMENT_SIZE);
        if (size > rest.size || !check_member(package, rest.data, name))
            return false;
        count_part(package, name);
        rest = text_slice(rest, size, rest.size);
    }
    return rest.size == 0 && package->next == package->directory_offset;
}

bool xlsx_verify(const char *name, size_t sheet_count, struct arena *arena, int *error) {
    struct package package = {.file = open(name, O_RDONLY | O_CLOEXEC), .arena = arena};
    *error = errno;
    if (package.file < 0)
        return false;
    size_t count = 0;
    bool whole = read_directory(&package, &count) && check_members(&package, count) &&
                 package.parts_found == PART_COUNT && package.sheets_found == sheet_count;
    close(package.file);
    *error = package.error;
    return whole;
}
