// SPDX-License-Identifier: MIT

#include "document/build/single.h"

#include "base/folders.h"
#include "base/message.h"
#include "base/path.h"
#include "base/system_error.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const struct text of_members = TEXT_OF("members/");

// Without "members/", which says which room is meant, and without a slash at the end.
static struct text name_in_room(const char *name, bool *for_members) {
    struct text text = text_from(name);
    *for_members = text_starts_with(text, of_members);
    if (*for_members)
        text = text_slice(text, of_members.size, text.size);
    while (text.size > 0 && text.data[text.size - 1] == '/')
        text.size--;
    return text;
}

static struct text stem_path(const struct inventory_entry *entry, struct arena *arena) {
    struct text path = inventory_path(entry, "", arena);
    return text_slice(path, 0, path.size - 1); // without the period
}

static bool is_of(const struct inventory_entry *entry, const char *name, struct arena *arena) {
    bool for_members;
    struct text wanted = name_in_room(name, &for_members), stem = stem_path(entry, arena);
    if (for_members != (entry->room == ROOM_MEMBERS) || wanted.size == 0)
        return false;
    struct text rest = text_slice(wanted, stem.size < wanted.size ? stem.size : 0, wanted.size);
    return text_equal(wanted, entry->folder) || text_equal(wanted, stem) ||
           (text_starts_with(wanted, stem) &&
            (text_starts_with(rest, TEXT(".")) || text_is(rest, "-with-attachments.pdf")));
}

struct inventory single_select(const struct inventory *inventory, struct names names,
                               struct arena *arena, const char **unknown) {
    struct inventory chosen = {
        .items = arena_alloc(arena, (inventory->count + 1) * sizeof *chosen.items),
        .decisions = inventory->decisions,
    };
    bool *is_known = arena_alloc(arena, names.count * sizeof *is_known);
    for (size_t i = 0; i < inventory->count; i++) {
        bool is_chosen = false;
        for (size_t j = 0; j < names.count; j++)
            if (is_of(&inventory->items[i], names.items[j], arena))
                is_chosen = is_known[j] = true;
        if (is_chosen)
            chosen.items[chosen.count++] = inventory->items[i];
    }
    *unknown = NULL;
    for (size_t j = 0; j < names.count; j++)
        if (!is_known[j])
            *unknown = names.items[j];
    return chosen;
}

bool single_needs(struct names names, const char *format) {
    for (size_t i = 0; i < names.count; i++) {
        struct text name = path_name(text_from(names.items[i])), stem = path_without_suffix(name);
        if (stem.size == name.size || text_is(text_slice(name, stem.size + 1, name.size), format))
            return true;
    }
    return false;
}

static bool is_asked_for(const struct site_file *file, const char *name, struct arena *arena) {
    bool for_members;
    struct text wanted = name_in_room(name, &for_members);
    return file->entry != NULL && for_members == (file->room == ROOM_MEMBERS) &&
           (text_equal(wanted, file->path) || text_equal(wanted, file->entry->folder) ||
            text_equal(wanted, stem_path(file->entry, arena)));
}

static bool move(struct build *build, const struct site_file *file, struct text target) {
    struct text path =
        text_format(build->arena, "%.*s/%s%.*s", TEXT_ARGS(target),
                    file->room == ROOM_MEMBERS ? of_members.data : "", TEXT_ARGS(file->path));
    if (folders_make_way(path, target.size + 1, build->arena) &&
        rename(site_place(build->site, file).data, path.data) == 0)
        return true;
    build->fault =
        text_format(build->arena, _("cannot write %s: %s"), path.data, system_error(errno));
    return false;
}

bool single_move(struct build *build, struct names names, struct text target,
                 const char **missing) {
    bool *is_made = arena_alloc(build->arena, names.count * sizeof *is_made);
    *missing = NULL;
    for (size_t i = 0; i < build->site->count; i++) {
        bool is_wanted = false;
        for (size_t j = 0; j < names.count; j++)
            if (is_asked_for(build->site->files[i], names.items[j], build->arena))
                is_wanted = is_made[j] = true;
        if (is_wanted && !move(build, build->site->files[i], target))
            return false;
    }
    for (size_t j = 0; j < names.count; j++)
        if (!is_made[j])
            *missing = names.items[j];
    return true;
}
