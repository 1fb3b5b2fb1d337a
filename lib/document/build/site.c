// SPDX-License-Identifier: MIT

#include "document/build/site.h"

#include "base/folders.h"
#include "base/message.h"
#include "base/system_error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fails(struct site *site, struct text path) {
    site->fault =
        text_format(site->arena, _("cannot write %s: %s"), path.data, system_error(errno));
    return false;
}

static struct text in_room(const struct site *site, enum room room, struct text path) {
    return text_format(site->arena, "%s/%.*s", room_names[room], TEXT_ARGS(path));
}

bool site_open(struct site *site, struct text folder, struct arena *arena) {
    *site = (struct site){.folder = folder, .arena = arena};
    for (int room = 0; room < ROOM_COUNT; room++) {
        struct staging *staging = &site->rooms[room];
        staging_init(staging, folder, room_names[room], arena);
        staging_recover(staging);
        index_init(&site->by_path[room], arena);
        if (!folders_list(staging->target, arena, &site->old[room]))
            return fails(site, staging->target);
    }
    ledger_read(&site->ledger, folder, arena);
    return true;
}

struct text site_foreign_file(const struct site *site) {
    for (int room = 0; room < ROOM_COUNT; room++)
        for (size_t i = 0; i < site->old[room].count; i++) {
            struct text path = in_room(site, (enum room)room, site->old[room].items[i]);
            if (!ledger_knows(&site->ledger, path))
                return path;
        }
    return TEXT("");
}

static struct text old_place(const struct site *site, enum room room, struct text path) {
    return text_format(site->arena, "%.*s/%.*s", TEXT_ARGS(site->rooms[room].target),
                       TEXT_ARGS(path));
}

// False where it is not a regular file.
static bool read_old(struct text place, struct arena *arena, struct text *content) {
    struct stat status;
    int file = open(place.data, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    bool good = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    if (good) {
        char *data = arena_alloc_unset(arena, (size_t)status.st_size + 1);
        size_t at = 0;
        for (ssize_t size; at < (size_t)status.st_size &&
                           (size = read(file, data + at, (size_t)status.st_size - at)) > 0;)
            at += (size_t)size;
        good = at == (size_t)status.st_size;
        *content = (struct text){data, at};
    }
    if (file >= 0)
        close(file);
    return good;
}

static struct site_file *add(struct site *site, enum room room, struct text path) {
    struct site_file *file = arena_alloc(site->arena, sizeof *file);
    *file = (struct site_file){.room = room, .path = text_copy(site->arena, path)};
    if (index_add(&site->by_path[room], file->path, file) != NULL) {
        site->fault =
            text_format(site->arena, _("two files would have the address %.*s"), TEXT_ARGS(path));
        return NULL;
    }
    site->files = arena_append(site->arena, site->files, site->count, sizeof *site->files);
    return site->files[site->count++] = file;
}

// Whether the file has these bytes, compared piece by piece.
static bool has_content(int file, const struct stat *status, struct text content) {
    char piece[64 * 1024];
    if (!S_ISREG(status->st_mode) || (uint64_t)status->st_size != content.size)
        return false;
    while (content.size > 0) {
        ssize_t size = read(file, piece, sizeof piece);
        if (size <= 0 || (size_t)size > content.size ||
            memcmp(piece, content.data, (size_t)size) != 0)
            return false;
        content = text_slice(content, (size_t)size, content.size);
    }
    return true;
}

// The digest of what is the same is known where nobody has touched it.
static void compare(const struct site *site, struct site_file *file, struct text content) {
    struct text place = old_place(site, file->room, file->path);
    struct stat status;
    int old = open(place.data, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    file->is_same = old >= 0 && fstat(old, &status) == 0 && has_content(old, &status, content);
    if (file->is_same)
        file->digest = ledger_digest(&site->ledger, in_room(site, file->room, file->path), &status);
    if (old >= 0)
        close(old);
}

struct site_file *site_put(struct site *site, enum room room, struct text path,
                           struct text content) {
    struct staging *staging = &site->rooms[room];
    struct site_file *file = add(site, room, path);
    if (file == NULL)
        return NULL;
    file->size = (int64_t)content.size;
    compare(site, file, content);
    if (file->digest.size == 0)
        file->digest = digest_text(content, site->arena);
    if (!file->is_same) {
        file->is_staged = staging_begin(staging) && staging_write(staging, file->path, content);
        if (!file->is_staged && !fails(site, in_room(site, room, path)))
            return NULL;
    }
    return file;
}

static bool look(struct site_file *file, struct text place, struct arena *arena) {
    struct text content;
    struct arena_savepoint saved = arena_save(arena);
    char digest[2 * DIGEST_SIZE];
    bool good = read_old(place, arena, &content);
    if (good) {
        memcpy(digest, digest_text(content, arena).data, sizeof digest);
        file->size = (int64_t)content.size;
    }
    arena_release(arena, saved);
    if (good)
        file->digest = text_copy(arena, (struct text){digest, sizeof digest});
    return good;
}

struct site_file *site_expect(struct site *site, enum room room, struct text path,
                              struct text converted_from) {
    struct site_file *file = add(site, room, path);
    if (file == NULL)
        return NULL;
    file->converted_from = converted_from;
    file->is_same = look(file, old_place(site, room, file->path), site->arena) &&
                    ledger_is_from(&site->ledger, in_room(site, room, file->path), file->digest,
                                   converted_from);
    return file;
}

struct text site_place(const struct site *site, const struct site_file *file) {
    const struct staging *staging = &site->rooms[file->room];
    return text_format(site->arena, "%.*s/%.*s",
                       TEXT_ARGS(file->is_staged ? staging->fresh : staging->target),
                       TEXT_ARGS(file->path));
}

bool site_complete(struct site *site, enum room room) {
    struct staging *staging = &site->rooms[room];
    if (!staging_begin(staging))
        return fails(site, staging->fresh);
    for (size_t i = 0; i < site->count; i++) {
        struct site_file *file = site->files[i];
        if (file->room != room || !file->is_same || file->is_staged)
            continue;
        file->is_staged = staging_link(staging, file->path, old_place(site, room, file->path));
        if (!file->is_staged)
            return fails(site, in_room(site, room, file->path));
    }
    return true;
}

bool site_take(struct site *site, struct site_file *file) {
    file->is_staged = true;
    return look(file, site_place(site, file), site->arena) ||
           fails(site, in_room(site, file->room, file->path));
}

static bool is_one_file(struct text a, struct text b) {
    struct stat first, second;
    return lstat(a.data, &first) == 0 && lstat(b.data, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static bool add_same(struct site *site, const struct site_file *file, enum room room,
                     struct text path) {
    struct site_file *same = add(site, room, path);
    if (same == NULL)
        return false;
    same->of = file;
    same->digest = file->digest;
    same->size = file->size;
    same->converted_from = file->converted_from;
    same->entry = file->entry;
    same->format = file->format;
    same->is_same = file->is_same && is_one_file(old_place(site, file->room, file->path),
                                                 old_place(site, room, same->path));
    return true;
}

bool site_put_again(struct site *site, const struct site_file *file, struct text path) {
    return add_same(site, file, file->room, path);
}

// Links lead to pages of one's own format, and to attachments.
static bool may_be_linked(const struct site_file *file) {
    return file->entry == NULL || strcmp(file->format, "html") == 0 ||
           strcmp(file->format, "md") == 0;
}

bool site_share(struct site *site) {
    size_t count = site->count;
    for (size_t i = 0; i < count; i++) {
        const struct site_file *file = site->files[i];
        if (file->room == ROOM_PUBLIC && may_be_linked(file) &&
            index_find(&site->by_path[ROOM_DRAFTS], file->path) == NULL &&
            !add_same(site, file, ROOM_DRAFTS, file->path))
            return false;
    }
    return true;
}

static bool is_changed(const struct site *site, enum room room) {
    if (site->is_kept[room])
        return false;
    for (size_t i = 0; i < site->count; i++)
        if (site->files[i]->room == room && !site->files[i]->is_same)
            return true;
    for (size_t i = 0; i < site->old[room].count; i++)
        if (index_find(&site->by_path[room], site->old[room].items[i]) == NULL)
            return true;
    return false;
}

// What the drafts share with the public room is linked from there, which comes before them.
static bool link_same(struct site *site, enum room room) {
    for (size_t i = 0; i < site->count; i++) {
        struct site_file *file = site->files[i];
        if (file->room != room || file->of == NULL || file->is_staged)
            continue;
        file->is_staged = staging_link(&site->rooms[room], file->path, site_place(site, file->of));
        if (!file->is_staged)
            return fails(site, in_room(site, room, file->path));
    }
    return true;
}

// The new folder of a room is whole; one that stays as it is has none.
static bool make_room(struct site *site, enum room room) {
    struct staging *staging = &site->rooms[room];
    if (!is_changed(site, room))
        staging_discard(staging);
    else if (site->by_path[room].count > 0 && !(site_complete(site, room) && link_same(site, room)))
        return site->fault.size > 0 ? false : fails(site, staging->fresh);
    return true;
}

static bool exchange_room(struct site *site, enum room room) {
    struct staging *staging = &site->rooms[room];
    bool done =
        !is_changed(site, room) ||
        (site->by_path[room].count == 0 ? staging_remove(staging) : staging_exchange(staging));
    return done || fails(site, staging->target);
}

static size_t add_kept(const struct site *site, struct made_file *files) {
    size_t count = 0;
    for (int room = 0; room < ROOM_COUNT; room++)
        for (size_t i = 0; site->is_kept[room] && i < site->old[room].count; i++) {
            const struct made_file *old = index_find(
                &site->ledger.files, in_room(site, (enum room)room, site->old[room].items[i]));
            if (old != NULL)
                files[count++] = *old;
        }
    return count;
}

static struct text modified(const struct site *site, const struct site_file *file) {
    struct stat status;
    const struct site_file *own = file->of != NULL ? file->of : file;
    return lstat(site_place(site, own).data, &status) == 0 ? ledger_modified(&site->ledger, &status)
                                                           : TEXT("");
}

static bool announce(struct site *site) {
    size_t most = site->count;
    for (int room = 0; room < ROOM_COUNT; room++)
        most += site->old[room].count;
    struct made_file *files = arena_alloc(site->arena, (most + 1) * sizeof *files);
    size_t count = add_kept(site, files);
    for (size_t i = 0; i < site->count; i++)
        files[count++] = (struct made_file){
            .path = in_room(site, site->files[i]->room, site->files[i]->path),
            .digest = site->files[i]->digest,
            .converted_from = site->files[i]->converted_from,
            .modified = modified(site, site->files[i]),
        };
    return ledger_announce(&site->ledger, files, count) || fails(site, site->folder);
}

static bool each_room(struct site *site, bool (*work)(struct site *site, enum room room)) {
    for (int room = 0; room < ROOM_COUNT; room++)
        if (!work(site, (enum room)room))
            return false;
    return true;
}

// All that needs room on the disk comes before the first folder has another name.
static bool put_in_place(struct site *site, struct output **list) {
    if (!announce(site) || !each_room(site, make_room) || !each_room(site, exchange_room))
        return false;
    struct output *last = *list;
    *list = NULL;
    return last == NULL || output_commit(last) || fails(site, site->folder);
}

bool site_finish(struct site *site, struct output *list) {
    bool changed = site->ledger.was_interrupted || list != NULL;
    for (int room = 0; room < ROOM_COUNT; room++)
        changed |= is_changed(site, (enum room)room);
    if (!changed)
        return true;
    bool good = put_in_place(site, &list);
    for (int room = 0; room < ROOM_COUNT; room++)
        if (good)
            staging_settle(&site->rooms[room]);
        else
            staging_undo(&site->rooms[room]);
    if (good) // where it fails, the next run knows both records
        ledger_settle(&site->ledger);
    if (list != NULL)
        output_discard(list);
    return good;
}

void site_discard(struct site *site) {
    for (int room = 0; room < ROOM_COUNT; room++)
        staging_discard(&site->rooms[room]);
}
