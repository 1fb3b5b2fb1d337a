// SPDX-License-Identifier: MIT

#include "document/build/manifest.h"

#include "base/message.h"
#include "base/system_error.h"
#include "document/build/sound.h"
#include "render/data/json.h"

#include <errno.h>

// A file that something was made of; it is hashed once.
struct made_of {
    struct value value;
    size_t list; // the newest that has it, by its number
};

// What a file is made of.
struct sources_list {
    struct lister *lister;
    size_t number;
    struct value *items;
    size_t count;
    struct text_list paths; // of the items
};

struct lister {
    const struct build *build;
    struct index files;    // path → struct made_of
    struct index meetings; // folder → struct meeting
    size_t list_count;
    struct sound sound;
    const struct inventory_entry *newest; // whose files `sources` has
    struct sources_list sources;
};

// Of the bytes that the documents were made of, where they are still in memory; empty where the
// file cannot be read.
static struct text digest_of_file(const struct build *build, struct text path) {
    const struct source *source = source_find(&build->repository->sources, path);
    struct text content, digest = TEXT("");
    if (source != NULL && source->is_as_in_file)
        return digest_text(source->text, build->arena);
    struct arena_savepoint saved = arena_save(build->scratch);
    if (build_read_file(path, build->scratch, &content))
        digest = digest_text(content, build->arena);
    arena_release(build->scratch, saved);
    return digest;
}

static struct made_of *find_file(struct lister *lister, struct text path) {
    struct arena *arena = lister->build->arena;
    // The index holds what has been put there below.
    struct made_of *file = (struct made_of *)(uintptr_t)index_find(&lister->files, path);
    if (file != NULL)
        return file;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("fil"), value_text(text_made_valid(arena, path)));
    map_put(&map, TEXT("sha256"), value_text_or_none(digest_of_file(lister->build, path)));
    file = arena_alloc(arena, sizeof *file);
    file->value = map_end(&map);
    index_add(&lister->files, path, file);
    return file;
}

static struct sources_list sources_list(struct lister *lister) {
    return (struct sources_list){.lister = lister, .number = ++lister->list_count};
}

static void add_source(struct sources_list *list, struct text path) {
    struct made_of *file = find_file(list->lister, path);
    if (file->list == list->number)
        return;
    file->list = list->number;
    list->items =
        arena_append(list->lister->build->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = file->value;
    text_list_add(&list->paths, path, list->lister->build->arena);
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

// A file that has been read, or the folder of a meeting.
static void add_named(struct sources_list *list, struct text name) {
    const struct repository *repository = list->lister->build->repository;
    const struct meeting *meeting = index_find(&list->lister->meetings, name);
    if (meeting != NULL)
        add_meeting(list, meeting);
    else if (source_find(&repository->sources, name) != NULL)
        add_source(list, name);
}

static struct sources_list sources_of(struct lister *lister, const struct document *document) {
    struct sources_list list = sources_list(lister);
    struct text_list names = sound_files(&lister->sound, document);
    for (size_t i = 0; i < names.count; i++)
        add_named(&list, names.items[i]);
    if (document->approval != NULL) {
        const struct approval *approval = document->approval;
        struct arena *arena = lister->build->arena;
        add_named(&list, text_concat(arena, approval->folder, TEXT("/meeting.yaml")));
        add_named(&list, case_paper_path(arena, approval->folder, approval->number.text));
    }
    return list;
}

// Those of a document's files are the same.
static const struct sources_list *known_sources_of(struct lister *lister,
                                                   const struct inventory_entry *entry) {
    if (lister->newest != entry)
        lister->sources = sources_of(lister, &entry->document);
    lister->newest = entry;
    return &lister->sources;
}

// Of a page of the site also what it shows of other things.
static struct value sources_of_file(struct lister *lister, const struct site_file *file) {
    const struct sources_list *own = known_sources_of(lister, file->entry);
    if (file->shows.count == 0)
        return value_list(own->items, own->count);
    struct sources_list list = sources_list(lister);
    for (size_t i = 0; i < own->paths.count; i++)
        add_source(&list, own->paths.items[i]);
    for (size_t i = 0; i < file->shows.count; i++)
        add_source(&list, file->shows.items[i]);
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
        map_put(&map, TEXT("laget-av"), sources_of_file(lister, file));
    return map_end(&map);
}

// What any document may be made of beside plan/ and meetings/: templates, labels, settings.
static struct value shared_sources(struct lister *lister) {
    const struct sources *sources = &lister->build->repository->sources;
    struct sources_list list = sources_list(lister);
    for (size_t i = 0; i < sources->read_count; i++) {
        struct text path = sources->read[i]->path;
        if (path.size > 0 && path.data[0] != '/' && !text_starts_with(path, TEXT("plan/")) &&
            !text_starts_with(path, TEXT("meetings/")))
            add_source(&list, path);
    }
    return value_list(list.items, list.count);
}

static void init(struct lister *lister, struct build *build) {
    const struct repository *repository = build->repository;
    struct diagnostics nothing;
    *lister = (struct lister){.build = build};
    diagnostics_init(&nothing, build->arena);
    sound_init(&lister->sound, repository, &nothing);
    index_init(&lister->files, build->arena);
    index_init(&lister->meetings, build->arena);
    for (size_t i = 0; i < repository->meetings.count; i++)
        index_add(&lister->meetings, repository->meetings.items[i]->folder,
                  repository->meetings.items[i]);
}

static struct value manifest_value(struct build *build) {
    struct arena *arena = build->arena;
    struct lister lister;
    struct value *files = arena_alloc(arena, (build->site->count + 1) * sizeof *files);
    struct map_builder map = map_begin(arena);
    init(&lister, build);
    for (size_t i = 0; i < build->site->count; i++)
        files[i] = file_value(&lister, build->site->files[i]);
    map_put(&map, TEXT("versjon"), value_text(TEXT(FELLESSKAP_VERSION)));
    map_put(&map, TEXT("filer"), value_list(files, build->site->count));
    map_put(&map, TEXT("felles"), shared_sources(&lister));
    return map_end(&map);
}

bool manifest_write(struct build *build, struct output **output) {
    struct text path =
        text_format(build->arena, "%.*s/manifest.json", TEXT_ARGS(build->site->folder));
    struct value value = manifest_value(build);
    struct writer writer;
    struct text old;
    *output = NULL;
    writer_to_memory(&writer, build->arena);
    json_write(&writer, &value, build->arena);
    if (build_read_file(path, build->arena, &old) && text_equal(old, writer_text(&writer)))
        return true;
    *output = output_open(path.data, build->arena, build->arena);
    if (*output != NULL) {
        writer_put(output_writer(*output), writer_text(&writer));
        if (output_flush(*output))
            return true;
    }
    build->site->fault =
        text_format(build->arena, _("cannot write %s: %s"), path.data, system_error(errno));
    if (*output != NULL)
        output_discard(*output);
    *output = NULL;
    return false;
}
