// SPDX-License-Identifier: MIT

#include "document/build/manifest.h"

#include "base/message.h"
#include "base/system_error.h"
#include "render/data/json.h"

#include <errno.h>

struct lister {
    const struct build *build;
    struct index digests; // path → struct text
};

// Each file is hashed once.
static struct text digest_of_source(struct lister *lister, struct text path) {
    struct arena *arena = lister->build->arena;
    const struct text *known = index_find(&lister->digests, path);
    if (known != NULL)
        return *known;
    struct text *digest = arena_alloc(arena, sizeof *digest), content;
    struct arena_savepoint saved = arena_save(lister->build->scratch);
    if (build_read_file(path, lister->build->scratch, &content))
        *digest = digest_text(content, arena);
    arena_release(lister->build->scratch, saved);
    index_add(&lister->digests, path, digest);
    return *digest;
}

struct sources_list {
    struct lister *lister;
    struct value *items;
    size_t count;
};

static void add_source(struct sources_list *list, struct text path) {
    struct arena *arena = list->lister->build->arena;
    struct map_builder map = map_begin(arena);
    struct text digest = digest_of_source(list->lister, path);
    map_put(&map, TEXT("fil"), value_text(text_made_valid(arena, path)));
    map_put(&map, TEXT("sha256"), value_text_or_none(digest));
    list->items = arena_append(arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = map_end(&map);
}

static void add_meeting(struct sources_list *list, const struct meeting *meeting) {
    struct arena *arena = list->lister->build->arena;
    add_source(list, meeting->source->path);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper == NULL)
            continue;
        add_source(list, paper->source->path);
        for (size_t j = 0; j < paper->attachments.count; j++)
            if (paper->attachments.items[j].file.text.size > 0)
                add_source(list, text_format(arena, "%.*s/%.*s", TEXT_ARGS(meeting->folder),
                                             TEXT_ARGS(paper->attachments.items[j].file.text)));
    }
}

// Its own files; what it shows of others is below "felles".
static struct value sources_of(struct lister *lister, const struct document *document) {
    struct sources_list list = {.lister = lister};
    if (document->plan != NULL)
        add_source(&list, document->plan->source->path);
    if (document->grant != NULL)
        add_source(&list, document->grant->source->path);
    if (document->meeting != NULL)
        add_meeting(&list, document->meeting);
    return value_list(list.items, list.count);
}

static struct value file_value(struct lister *lister, const struct site_file *file) {
    static const struct text audiences[ROOM_COUNT] = {TEXT_OF("alle"), TEXT_OF("sekretariatet"),
                                                      TEXT_OF("medlemmene")};
    struct arena *arena = lister->build->arena;
    struct text path = text_format(arena, "%s/%.*s", room_names[file->room], TEXT_ARGS(file->path));
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("fil"), value_text(text_made_valid(arena, path)));
    map_put(&map, TEXT("for"), value_text(audiences[file->room]));
    map_put(&map, TEXT("størrelse"), value_number(file->size));
    map_put(&map, TEXT("sha256"), value_text(file->digest));
    if (file->converted_from.size > 0)
        map_put(&map, TEXT("omformet-av"), value_text(file->converted_from));
    if (file->entry != NULL)
        map_put(&map, TEXT("laget-av"), sources_of(lister, &file->entry->document));
    return map_end(&map);
}

// Every file of the tree that was read, for any document may show something of it.
static struct value shared_sources(struct lister *lister) {
    const struct sources *sources = &lister->build->repository->sources;
    struct sources_list list = {.lister = lister};
    for (size_t i = 0; i < sources->read_count; i++)
        if (sources->read[i]->path.size > 0 && sources->read[i]->path.data[0] != '/')
            add_source(&list, sources->read[i]->path);
    return value_list(list.items, list.count);
}

static struct value manifest_value(struct build *build) {
    struct arena *arena = build->arena;
    struct lister lister = {.build = build};
    struct value *files = arena_alloc(arena, (build->site->count + 1) * sizeof *files);
    struct map_builder map = map_begin(arena);
    index_init(&lister.digests, arena);
    for (size_t i = 0; i < build->site->count; i++)
        files[i] = file_value(&lister, build->site->files[i]);
    map_put(&map, TEXT("versjon"), value_text(TEXT(FELLESSKAP_VERSION)));
    map_put(&map, TEXT("filer"), value_list(files, build->site->count));
    map_put(&map, TEXT("felles"), shared_sources(&lister));
    return map_end(&map);
}

bool manifest_write(struct build *build) {
    struct text path =
        text_format(build->arena, "%.*s/manifest.json", TEXT_ARGS(build->site->folder));
    struct value value = manifest_value(build);
    struct writer writer;
    struct text old;
    writer_to_memory(&writer, build->arena);
    json_write(&writer, &value, build->arena);
    if (build_read_file(path, build->arena, &old) && text_equal(old, writer_text(&writer)))
        return true;
    struct output *output = output_open(path.data, build->arena, build->arena);
    if (output != NULL) {
        writer_put(output_writer(output), writer_text(&writer));
        if (output_commit(output))
            return true;
    }
    build->site->fault =
        text_format(build->arena, _("cannot write %s: %s"), path.data, system_error(errno));
    return false;
}
