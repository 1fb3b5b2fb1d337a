// SPDX-License-Identifier: MIT

#include "input/file/source.h"

#include "input/file/link.h"
#include "input/file/missing.h"

#include "base/ignore.h"
#include "base/message.h"
#include "base/path.h"
#include "base/system_error.h"
#include "input/file/foreign.h"
#include "input/file/characters.h"
#include "input/file/conflict.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// From this size on a file is in pages of its own, which can be released.
enum { LARGE_FILE = 4 * 1024 * 1024 };

static bool read_again(const struct sources *sources, struct source *source);

static bool line_for_diagnostics(void *context, struct text file, uint32_t line,
                                 struct text *content) {
    const struct sources *sources = context;
    struct source *source = source_find(sources, file);
    if (source == NULL || (source->forgotten > 0 && !read_again(sources, source)))
        return false;
    *content = source_line(sources, source, line);
    return true;
}

static bool place_for_diagnostics(void *context, struct text file, size_t offset,
                                  struct position *place) {
    const struct sources *sources = context;
    struct source *source = source_find(sources, file);
    if (source == NULL || (source->forgotten > 0 && !read_again(sources, source)) ||
        offset > source->text.size)
        return false;
    *place = source_position(sources, source, offset);
    return true;
}

static bool offset_for_diagnostics(void *context, struct text file, struct position place,
                                   size_t *offset) {
    const struct sources *sources = context;
    struct source *source = source_find(sources, file);
    if (source == NULL || source->forgotten > 0 || place.line == 0)
        return false;
    struct text line = source_line(sources, source, place.line);
    size_t at = 0;
    for (uint32_t column = 1; column < place.column && at < line.size; column++)
        do
            at++;
        while (at < line.size && ((unsigned char)line.data[at] & 0xC0) == 0x80);
    *offset = (size_t)(line.data - source->text.data) + at;
    return line.size > 0;
}

void sources_init(struct sources *sources, struct arena *arena, struct diagnostics *diagnostics) {
    *sources = (struct sources){
        .arena = arena,
        .diagnostics = diagnostics,
        .examples = {TEXT("ASU"), 2024},
    };
    index_init(&sources->by_path, arena);
    index_init(&sources->guests, arena);
    diagnostics->line_of = line_for_diagnostics;
    diagnostics->place_of = place_for_diagnostics;
    diagnostics->offset_of = offset_for_diagnostics;
    diagnostics->context = sources;
}

static void find_lines(const struct sources *sources, struct source *source) {
    struct text text = source->text;
    struct arena *arena = sources->arena;
    size_t *starts = arena_append(arena, NULL, 0, sizeof *starts), count = 0, end;
    for (size_t at = 0; (end = text_line_end(text, at)) < text.size;) {
        at = text_next_line(text, end);
        starts = arena_append(arena, starts, ++count, sizeof *starts);
        starts[count] = at;
    }
    starts = arena_append(arena, starts, ++count, sizeof *starts);
    starts[count] = text.size;
    source->line_starts = starts;
    source->line_count = count;
}

size_t source_line_count(const struct sources *sources, struct source *source) {
    if (source->line_starts == NULL)
        find_lines(sources, source);
    return source->line_count;
}

struct text source_line(const struct sources *sources, struct source *source, uint32_t line) {
    if (source->line_starts == NULL)
        find_lines(sources, source);
    if (line < 1 || line > source->line_count)
        return TEXT("");
    size_t from = source->line_starts[line - 1], to = source->line_starts[line];
    while (to > from && (source->text.data[to - 1] == '\n' || source->text.data[to - 1] == '\r'))
        to--;
    return text_slice(source->text, from, to);
}

struct position source_position(const struct sources *sources, struct source *source,
                                size_t offset) {
    if (source->line_starts == NULL)
        find_lines(sources, source);
    size_t low = 0, high = source->line_count; // line_starts[low] <= offset < line_starts[high]
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t from = source->line_starts[low];
    uint32_t column = 1;
    if (source->known.line == (uint32_t)low + 1 && source->known_offset <= offset) {
        from = source->known_offset;
        column = source->known.column;
    }
    column += (uint32_t)text_length(text_slice(source->text, from, offset));
    source->known = (struct position){(uint32_t)low + 1, column};
    source->known_offset = offset;
    return source->known;
}

void source_keep_text(const struct sources *sources, struct source *source,
                      struct written_text text) {
    if (!sources->keeps_texts || text.from >= text.to)
        return;
    source->texts =
        arena_append(sources->arena, source->texts, source->text_count, sizeof *source->texts);
    source->texts[source->text_count++] = text;
}

void source_note_name(struct sources *sources, struct named_thing thing) {
    sources->named =
        arena_append(sources->arena, sources->named, sources->named_count, sizeof *sources->named);
    sources->named[sources->named_count++] = thing;
}

static bool check_encoding(const struct sources *sources, struct source *source) {
    size_t invalid = text_first_invalid(source->text);
    if (invalid == source->text.size)
        return true;
    // What comes before the fault is text, so that its line can be counted and shown.
    struct text whole = source->text;
    source->text = text_slice(whole, 0, invalid);
    source->is_as_in_file = false;
    const char *foreign = foreign_format(whole);
    if (foreign != NULL)
        report(sources->diagnostics, RULE_ENCODING, source->path, (struct position){1, 1}, "%s",
               foreign);
    else
        report(sources->diagnostics, RULE_ENCODING, source->path,
               source_position(sources, source, invalid),
               _("the file is not UTF-8 here (byte 0x%02X); save it as UTF-8"),
               (unsigned char)whole.data[invalid]);
    return false;
}

static enum charset find_charset(struct text bytes) {
    if (has_utf16_mark(bytes))
        return CHARSET_UTF16;
    return text_first_invalid(bytes) == bytes.size ? CHARSET_UTF8 : CHARSET_WINDOWS_1252;
}

static void report_undefined(const struct sources *sources, struct source *source,
                             struct text bytes, size_t undefined) {
    struct position at = source_position(sources, source, source->text.size);
    if (source->charset == CHARSET_UTF16)
        report(sources->diagnostics, RULE_ENCODING, source->path, at,
               _("the file is not whole here: half a character of UTF-16"));
    else
        report(sources->diagnostics, RULE_ENCODING, source->path, at,
               _("the byte 0x%02X is not a character of Windows-1252; save the file as UTF-8"),
               (unsigned char)bytes.data[undefined]);
}

// What comes before an invalid byte is kept, so that its line can be shown.
static bool decode(const struct sources *sources, struct source *source, enum charset *charset) {
    struct text bytes = source->text;
    if (*charset == CHARSET_ANY)
        *charset = find_charset(bytes);
    bool is_foreign = *charset != CHARSET_UTF16 && foreign_format(bytes) != NULL;
    if (*charset == CHARSET_UTF8 || is_foreign) // the second is reported later
        return true;
    size_t undefined;
    source->text = *charset == CHARSET_UTF16
                       ? utf16_to_utf8(bytes, sources->arena, &undefined)
                       : windows_1252_to_utf8(bytes, sources->arena, &undefined);
    source->can_forget = source->is_as_in_file = false;
    source->charset = *charset;
    if (undefined < bytes.size)
        report_undefined(sources, source, bytes, undefined);
    return undefined == bytes.size;
}

static bool check_controls(const struct sources *sources, struct source *source) {
    bool clean = true;
    for (size_t at = 0;;) {
        at = text_skip_plain(source->text, at);
        if (at == source->text.size)
            return clean;
        size_t from = at;
        uint32_t code_point = text_next_code_point(source->text, &at);
        if (!character_is_control(code_point))
            continue;
        clean = false;
        report(sources->diagnostics, RULE_CONTROL_CHARACTER, source->path,
               source_position(sources, source, from),
               _("invisible control character U+%04X; delete it"), (unsigned)code_point);
        if (character_is_meaningless(code_point) && source->charset == CHARSET_UTF8)
            report_fix(sources->diagnostics, (struct fix){from, at, TEXT("")});
    }
}

// Only the first line of it is reported; the others belong to it.
static bool check_conflict(const struct sources *sources, struct source *source) {
    size_t found = conflict_find(source->text);
    if (found == source->text.size)
        return true;
    report(sources->diagnostics, RULE_CONFLICT_MARKERS, source->path,
           source_position(sources, source, found),
           _("git has left two versions of the file here; keep one of them, and delete the lines "
             "with <<<<<<<, ======= and >>>>>>>"));
    return false;
}

static bool is_readable(const struct sources *sources, struct source *source) {
    bool clean = character_first_refused(source->text) == source->text.size;
    return (clean || (check_encoding(sources, source) && check_controls(sources, source))) &&
           check_conflict(sources, source);
}

static char *room_for_file(const struct sources *sources, struct source *source, size_t size) {
    if (size < LARGE_FILE || sources->keeps_texts)
        return arena_alloc_unset(sources->arena, size + 1);
    void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        sources->arena->out_of_memory();
    source->can_forget = true;
    return pages;
}

void source_forget(struct source *source, size_t size) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)source->text.data + source->forgotten) & ~(page - 1);
    uintptr_t to = ((uintptr_t)source->text.data + size) & ~(page - 1);
    if (!source->can_forget || to <= from)
        return;
    // The address is that of the mapping, even if the text begins elsewhere.
    madvise((void *)from, to - from, MADV_DONTNEED);
    source->forgotten = size;
}

static struct text without_mark(struct text text) {
    return text_starts_with(text, TEXT("\uFEFF")) ? text_slice(text, 3, text.size) : text;
}

// False with errno set. The file may shrink or grow meanwhile: the bytes that were read are used.
static bool read_all(struct text *text, char *room, int file, size_t size) {
    size_t at = 0;
    while (at < size) {
        ssize_t count = read(file, room + at, size - at);
        if (count == 0)
            break;
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0)
            at += (size_t)count;
    }
    *text = without_mark((struct text){room, at});
    return true;
}

static bool check_file(struct sources *sources, struct source *source, const struct stat *status,
                       size_t limit) {
    struct position whole = {0, 0};
    if (!S_ISREG(status->st_mode)) {
        report(sources->diagnostics, RULE_FILE_KIND, source->path, whole,
               _("this is %s; a text file is expected"), file_kind_word(status->st_mode));
        return false;
    }
    if ((uint64_t)status->st_size > limit) {
        report(sources->diagnostics, RULE_FILE_TOO_LARGE, source->path, whole,
               _("the file has %lld bytes; at most %zu are read"), (long long)status->st_size,
               limit);
        return false;
    }
    return true;
}

struct source *source_find(const struct sources *sources, struct text path) {
    // The index holds what read_open_file() has put there.
    return (struct source *)(uintptr_t)index_find(&sources->by_path, path);
}

// From here on the file is known: it is read only once, even if it is not text; and looked at once
// more if what was wrong with it was not heard.
static struct source *check_text(struct sources *sources, struct source *source) {
    source->is_heard = !sources->is_silent;
    source->may_ignore = !source->can_forget || ignore_may_be_in(source->text);
    index_add(&sources->by_path, source->path, source);
    source->is_no_text = !is_readable(sources, source);
    if (source->is_no_text)
        return NULL;
    sources->read =
        arena_append(sources->arena, sources->read, sources->read_count, sizeof(struct source *));
    sources->read[sources->read_count++] = source;
    return source;
}

struct source *source_add(struct sources *sources, struct text path, struct text bytes) {
    struct source *source = arena_alloc(sources->arena, sizeof *source);
    source->path = text_copy(sources->arena, path);
    source->text = without_mark(bytes);
    return check_text(sources, source);
}

// Into the text of `source`. False after a report.
static bool read_whole(struct sources *sources, struct source *source, int file, size_t limit) {
    struct stat status = {.st_size = 0};
    bool good = fstat(file, &status) == 0;
    if (good && !check_file(sources, source, &status, limit))
        return false;
    size_t size = (size_t)status.st_size;
    good = good && read_all(&source->text, room_for_file(sources, source, size), file, size);
    if (!good)
        report(sources->diagnostics, RULE_FILE_UNREADABLE, source->path, (struct position){0, 0},
               _("cannot read the file: %s"), system_error(errno));
    source->is_as_in_file = !source->can_forget && source->text.size == size;
    return good;
}

static struct source *read_open_file(struct sources *sources, struct text path, int file,
                                     size_t limit, enum charset *charset) {
    struct source *source = arena_alloc(sources->arena, sizeof *source);
    source->path = text_copy(sources->arena, path);
    if (!read_whole(sources, source, file, limit))
        return NULL;
    if (charset == NULL || decode(sources, source, charset))
        return check_text(sources, source);
    source->is_no_text = true;
    index_add(&sources->by_path, source->path, source);
    return NULL;
}

// Opened without waiting, so that a named pipe does not block the run.
static int open_file(struct text path, struct arena *arena) {
    return open(text_copy(arena, path).data, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

static bool read_bytes(const struct sources *sources, const struct source *source,
                       struct text *bytes, struct text *text) {
    struct stat status;
    int file = open_file(source->path, sources->arena);
    bool good = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    if (good) {
        char *room = arena_alloc_unset(sources->arena, (size_t)status.st_size + 1);
        good = read_all(text, room, file, (size_t)status.st_size);
        *bytes = (struct text){room, good ? (size_t)(text->data - room) + text->size : 0};
    }
    if (file >= 0)
        close(file);
    return good;
}

bool source_read_bytes(const struct sources *sources, const struct source *source,
                       struct text *bytes) {
    struct text text;
    return source->forgotten == 0 && read_bytes(sources, source, bytes, &text) &&
           text_equal(text, source->text);
}

// For messages about a file of which a part has been forgotten.
static bool read_again(const struct sources *sources, struct source *source) {
    struct text bytes, text;
    if (!read_bytes(sources, source, &bytes, &text))
        return false;
    source->text = text;
    source->forgotten = 0;
    source->can_forget = false;
    return true;
}

bool source_may_ignore(const struct sources *sources, struct source *source) {
    if (!source->may_ignore || (source->forgotten > 0 && !read_again(sources, source)))
        return false;
    return source->can_forget || ignore_may_be_in(source->text);
}

static struct source *or_unread(struct sources *sources, struct text path, struct source *source) {
    if (source == NULL)
        report_unread_file(sources->diagnostics, text_copy(sources->arena, path));
    return source;
}

// `*error` is 0, or why the file cannot be opened, which has not been reported.
static struct source *read_if_it_opens(struct sources *sources, struct text path, size_t limit,
                                       enum charset *charset, int *error) {
    *error = 0;
    struct source *known = source_find(sources, path);
    if (known != NULL && charset != NULL)
        *charset = known->charset;
    if (known != NULL && (known->is_heard || sources->is_silent))
        return known->is_no_text ? NULL : known;
    if (known != NULL)
        return or_unread(sources, path, check_text(sources, known));
    if (path_has_link(path, &sources->plain_folder, sources->arena)) {
        report(sources->diagnostics, RULE_FILE_KIND, text_copy(sources->arena, path),
               (struct position){0, 0}, _("this is %s; a text file is expected"),
               file_kind_word(S_IFLNK));
        report_unread_file(sources->diagnostics, text_copy(sources->arena, path));
        return NULL;
    }
    int file = open_file(path, sources->arena);
    if (file < 0) {
        *error = errno;
        return NULL;
    }
    struct source *source = read_open_file(sources, path, file, limit, charset);
    close(file);
    return or_unread(sources, path, source);
}

static struct source *read_as(struct sources *sources, struct text path, size_t limit,
                              struct text from_file, struct position from, enum charset *charset) {
    int error;
    struct source *source = read_if_it_opens(sources, path, limit, charset, &error);
    if (error != 0) {
        report_unopened(sources->diagnostics, sources->arena, path, error, from_file, from);
        report_unread_file(sources->diagnostics, text_copy(sources->arena, path));
    }
    return source;
}

struct source *source_read(struct sources *sources, struct text path, size_t limit,
                           struct text from_file, struct position from) {
    return read_as(sources, path, limit, from_file, from, NULL);
}

struct text source_read_binary(struct sources *sources, struct text path, size_t limit,
                               struct text from_file, struct position from) {
    struct source *source = arena_alloc(sources->arena, sizeof *source);
    int file = open_file(path, sources->arena), error = errno;
    source->path = text_copy(sources->arena, path);
    if (file < 0) {
        report_unopened(sources->diagnostics, sources->arena, path, error, from_file, from);
        return (struct text){NULL, 0};
    }
    bool good = read_whole(sources, source, file, limit);
    close(file);
    return good ? source->text : (struct text){NULL, 0};
}

struct source *source_read_foreign(struct sources *sources, struct text path, size_t limit,
                                   struct text from_file, struct position from,
                                   enum charset *charset) {
    return read_as(sources, path, limit, from_file, from, charset);
}

bool source_is_present(const struct sources *sources, struct text path) {
    return source_find(sources, path) != NULL ||
           access(text_copy(sources->arena, path).data, F_OK) == 0 || !file_is_missing(errno);
}

static bool is_same_file(const struct stat *status, struct text path, struct arena *arena) {
    struct stat other;
    return stat(text_copy(arena, path).data, &other) == 0 && other.st_dev == status->st_dev &&
           other.st_ino == status->st_ino;
}

bool source_is_read(const struct sources *sources, struct text path) {
    struct stat status;
    bool found = false;
    bool is_there = stat(text_copy(sources->arena, path).data, &status) == 0;
    for (size_t i = 0; is_there && !found && i < sources->read_count; i++)
        found = is_same_file(&status, sources->read[i]->path, sources->arena);
    return found;
}

struct source *source_read_if_present(struct sources *sources, struct text path, size_t limit) {
    int error;
    struct source *source = read_if_it_opens(sources, path, limit, NULL, &error);
    if (error != 0 && !file_is_missing(error))
        report_unopened(sources->diagnostics, sources->arena, path, error, TEXT(""),
                        (struct position){0, 0});
    return source;
}
