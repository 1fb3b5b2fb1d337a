// SPDX-License-Identifier: MIT

#include "document/build/build.h"

#include "base/folders.h"
#include "base/message.h"
#include "base/system_error.h"
#include "check/tree/settle.h"
#include "document/build/tools.h"
#include "input/file/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fails(struct build *build, struct text path) {
    build->fault = text_format(build->arena, "%.*s: %s", TEXT_ARGS(path), system_error(errno));
    return false;
}

static bool site_fails(struct build *build) {
    build->fault = build->site->fault;
    return false;
}

struct site_file *build_put(struct build *build, enum room room, struct text path,
                            struct text content) {
    struct site_file *file = site_put(build->site, room, path, content);
    if (file == NULL)
        site_fails(build);
    return file;
}

bool build_read_file(struct text path, struct arena *arena, struct text *content) {
    struct stat status;
    int file = open(text_copy(arena, path).data,
                    O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    bool good = file >= 0 && fstat(file, &status) == 0;
    if (good && !S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : ENXIO;
        good = false;
    }
    char *data = good ? arena_alloc_unset(arena, (size_t)status.st_size + 1) : NULL;
    ssize_t size = good ? read(file, data, (size_t)status.st_size) : -1;
    int error = errno;
    if (file >= 0)
        close(file);
    errno = error;
    *content = (struct text){data, size > 0 ? (size_t)size : 0};
    return size >= 0;
}

// --- texts and workbooks ---

// By the levels that rules have here.
static size_t refusals(struct build *build) {
    check_settle(build->repository, &build->levels);
    return build->repository->diagnostics->errors;
}

const struct labels *build_labels(struct build *build, enum language language) {
    if (build->labels[language] == NULL)
        build->labels[language] = labels_read(&build->template_folder, language);
    return build->labels[language];
}

struct made {
    struct site_file *html;
    struct site_file *markdown;
    struct site_file *json;
};

static void remember(struct made *made, enum format format, struct site_file *file) {
    if (format == FORMAT_HTML)
        made->html = file;
    else if (format == FORMAT_MARKDOWN)
        made->markdown = file;
    else if (format == FORMAT_JSON)
        made->json = file;
}

static void hold_back(struct build *build, struct text path) {
    text_list_add(&build->held_back, path, build->arena);
}

// False with build->fault, or with errors in templates; true also where the document is held back.
static bool put_format(struct build *build, const struct inventory_entry *entry, enum format format,
                       struct document_maker *maker, struct output *output, struct made *made) {
    const char *suffix = document_suffix(format);
    struct text path = inventory_path(entry, suffix, build->arena);
    size_t refused = refusals(build);
    bool written = document_write(&entry->document, format, maker, output);
    if (build->diagnostics->errors > 0)
        return false;
    if (refusals(build) > refused) {
        hold_back(build, path);
        return true;
    }
    if (!written) {
        build->fault =
            text_format(build->arena, "%.*s: %.*s", TEXT_ARGS(path), TEXT_ARGS(maker->message));
        return false;
    }
    struct site_file *file = build_put(build, entry->room, path, output_content(output));
    if (file == NULL)
        return false;
    file->entry = entry;
    file->format = format_names[format];
    file->is_listed = true;
    remember(made, format, file);
    return true;
}

// The bytes have an arena of their own: their maker gives back memory of the scratch while it
// writes.
static bool make_format(struct build *build, const struct inventory_entry *entry,
                        enum format format, struct document_maker *maker, struct made *made) {
    bool good = put_format(build, entry, format, maker, output_in_memory(&build->output), made);
    arena_reset(&build->output);
    arena_reset(build->scratch);
    return good;
}

static bool make_formats(struct build *build, const struct inventory_entry *entry,
                         struct made *made) {
    struct text names = text_from(entry->document.kind->formats);
    enum language language = document_language(&entry->document);
    struct document_maker maker = {
        .templates = &build->templates,
        .labels = build_labels(build, language),
        .language = language,
        .diagnostics = build->diagnostics,
        .arena = build->scratch,
        .source_date = build->options.source_date,
    };
    while (names.data != NULL && maker.labels != NULL) {
        enum format format = format_find(text_cut(&names, ' '));
        if (!document_is_due(&entry->document, format) ||
            (build->options.makes_some && !build->options.needs[format]))
            continue;
        if (!make_format(build, entry, format, &maker, made))
            return false;
    }
    return maker.labels != NULL;
}

// --- what is converted ---

static bool add_digest_of_file(struct build *build, struct text path, struct writer *writer) {
    struct arena_savepoint saved = arena_save(build->scratch);
    struct text content;
    bool good = build_read_file(path, build->scratch, &content);
    if (good)
        writer_put(writer, digest_text(content, build->scratch));
    else
        fails(build, path);
    arena_release(build->scratch, saved);
    return good;
}

static bool look_at_converters(struct build *build) {
    struct text_list files =
        folder_list(build->options.converters, TEXT(""), build->diagnostics, build->arena);
    struct writer writer;
    writer_to_memory(&writer, build->arena);
    writer_put(&writer, tools_digest(build->arena));
    for (size_t i = 0; i < files.count; i++)
        if (!add_digest_of_file(build, files.items[i], &writer))
            return false;
    build->converters_digest = digest_text(writer_text(&writer), build->arena);
    return true;
}

static bool add_digests_of_attachments(struct build *build, const struct inventory_entry *entry,
                                       struct writer *writer) {
    const struct meeting *meeting = entry->document.meeting;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        for (size_t j = 0; paper != NULL && j < paper->attachments.count; j++) {
            const struct attachment *attachment = &paper->attachments.items[j];
            struct text path = text_format(build->arena, "%.*s/%.*s", TEXT_ARGS(meeting->folder),
                                           TEXT_ARGS(attachment->file.text));
            if (attachment->pages > 0 && attachment->file.text.size > 0 &&
                !add_digest_of_file(build, path, writer))
                return false;
        }
    }
    return true;
}

// A digest of all that a conversion depends on; empty with build->fault.
static struct text source_digest(struct build *build, const struct inventory_entry *entry,
                                 const char *what, const struct site_file *source,
                                 const struct site_file *facts, bool attachments) {
    const enum language language = document_language(&entry->document);
    struct text name = text_format(build->arena, "labels.%s.txt", language_names[language]);
    const struct source *words[] = {template_folder_installed(&build->template_folder, name),
                                    template_folder_own(&build->template_folder, name)};
    struct writer writer;
    writer_to_memory(&writer, build->arena);
    if (build->converters_digest.size == 0 && !look_at_converters(build))
        return TEXT("");
    writer_put(&writer, text_from(what));
    writer_put(&writer, build->converters_digest);
    for (size_t i = 0; i < 2; i++)
        writer_put(&writer, words[i] == NULL ? TEXT("") : words[i]->text);
    writer_put(&writer, source->digest);
    writer_put(&writer, facts == NULL ? TEXT("") : facts->digest);
    if (attachments && !add_digests_of_attachments(build, entry, &writer))
        return TEXT("");
    return digest_text(writer_text(&writer), build->arena);
}

static struct site_file *expect(struct build *build, const struct inventory_entry *entry,
                                const char *suffix, struct text stem_end,
                                struct text converted_from) {
    struct text name = text_format(build->arena, "%.*s%s%.*s%.*s.%s", TEXT_ARGS(entry->folder),
                                   entry->folder.size > 0 ? "/" : "", TEXT_ARGS(entry->stem),
                                   TEXT_ARGS(stem_end), suffix);
    struct site_file *file = site_expect(build->site, entry->room, name, converted_from);
    if (file == NULL) {
        site_fails(build);
        return NULL;
    }
    file->entry = entry;
    file->format = suffix;
    file->is_listed = true;
    return file;
}

static void convert(struct build *build, enum conversion_kind kind,
                    const struct inventory_entry *entry, const struct site_file *source,
                    struct site_file *target, struct site_file *bundle) {
    if (target->is_same && (bundle == NULL || bundle->is_same))
        return;
    target->is_same = false;
    if (bundle != NULL)
        bundle->is_same = false;
    build->conversions = arena_append(build->arena, build->conversions, build->conversion_count,
                                      sizeof *build->conversions);
    // Two for each.
    for (int i = 0; i < 2; i++)
        build->converted =
            arena_append(build->arena, build->converted, 2 * build->conversion_count + (size_t)i,
                         sizeof *build->converted);
    build->converted[2 * build->conversion_count] = target;
    build->converted[2 * build->conversion_count + 1] = bundle;
    // Where things are is known when the room is complete.
    build->conversions[build->conversion_count++] = (struct conversion){
        .kind = kind,
        .source = source->path,
        .folder = bundle == NULL ? TEXT("") : entry->document.meeting->folder,
    };
}

static bool plan_pdf(struct build *build, const struct inventory_entry *entry,
                     const struct made *made) {
    struct text from = source_digest(build, entry, "pdf", made->html, NULL, false);
    struct site_file *bundle = NULL;
    struct site_file *target = from.size == 0 ? NULL : expect(build, entry, "pdf", TEXT(""), from);
    if (target == NULL)
        return false;
    if (entry->has_pdfs && made->json != NULL) {
        from = source_digest(build, entry, "bundle", made->html, made->json, true);
        bundle =
            from.size == 0 ? NULL : expect(build, entry, "pdf", TEXT("-with-attachments"), from);
        if (bundle == NULL)
            return false;
    }
    convert(build, CONVERSION_PDF, entry, made->html, target, bundle);
    return true;
}

// The one that is made of its Markdown.
static bool plan_office(struct build *build, const struct inventory_entry *entry,
                        const struct made *made) {
    enum conversion_kind kind = inventory_office_kind(entry);
    const char *name = conversion_names[kind];
    if (made->markdown == NULL || made->json == NULL || build->options.is_without[kind])
        return true;
    struct text from = source_digest(build, entry, name, made->markdown, made->json, false);
    struct site_file *target = from.size == 0 ? NULL : expect(build, entry, name, TEXT(""), from);
    if (target != NULL)
        convert(build, kind, entry, made->markdown, target, NULL);
    return target != NULL;
}

static bool is_due(const struct document *document) {
    struct text names = text_from(document->kind->formats);
    while (names.data != NULL)
        if (document_is_due(document, format_find(text_cut(&names, ' '))))
            return true;
    return false;
}

bool build_holds_back(struct build *build, const struct inventory_entry *entry) {
    size_t refused = refusals(build);
    if (entry->document.kind->check != NULL && is_due(&entry->document))
        entry->document.kind->check(&entry->document);
    return refusals(build) > refused;
}

static bool make_files(struct build *build, const struct inventory_entry *entry) {
    const bool *is_without = build->options.is_without;
    struct made made = {.html = NULL};
    if (!is_due(&entry->document))
        return true;
    if (build_holds_back(build, entry)) {
        hold_back(build, inventory_path(entry, "html", build->arena));
        return true;
    }
    return make_formats(build, entry, &made) &&
           (made.html == NULL || is_without[CONVERSION_PDF] || plan_pdf(build, entry, &made)) &&
           plan_office(build, entry, &made);
}

// With what has been found in its own files, and what is found now beside all else.
static bool make_entry(struct build *build, const struct inventory_entry *entry) {
    struct repository *repository = build->repository;
    struct diagnostics *others = repository->diagnostics;
    if (entry->found == NULL)
        return make_files(build, entry);
    size_t before = entry->found->count;
    repository->diagnostics = entry->found;
    bool good = make_files(build, entry);
    repository->diagnostics = others;
    for (size_t i = before; i < entry->found->count; i++) {
        const struct diagnostic *found = &entry->found->items[i];
        report(others, found->rule, found->file, found->at, "%.*s", TEXT_ARGS(found->message));
    }
    return good;
}

static void tell_progress(void *context, size_t done) {
    const struct build *build = context;
    if (build->options.progress != NULL)
        build->options.progress(build->options.context, done, build->conversion_count);
}

// Gives the conversions the places of their files.
static bool place_conversions(struct build *build) {
    bool is_complete[ROOM_COUNT] = {false};
    struct site *site = build->site;
    for (size_t i = 0; i < build->conversion_count; i++) {
        struct conversion *conversion = &build->conversions[i];
        const struct site_file *target = build->converted[2 * i];
        const struct site_file *bundle = build->converted[2 * i + 1];
        if (!is_complete[target->room] && !site_complete(site, target->room))
            return site_fails(build);
        is_complete[target->room] = true;
        conversion->source = staging_path(&site->rooms[target->room], conversion->source);
        conversion->target = staging_path(&site->rooms[target->room], target->path);
        conversion->bundle =
            bundle == NULL ? TEXT("") : staging_path(&site->rooms[bundle->room], bundle->path);
    }
    return true;
}

static bool run_conversions(struct build *build) {
    struct text program =
        text_format(build->arena, "%.*s/convert-all", TEXT_ARGS(build->options.converters));
    bool good = true;
    if (build->conversion_count == 0)
        return true;
    if (!place_conversions(build))
        return false;
    if (!conversions_run(program, build->conversions, build->conversion_count,
                         build->options.processes, tell_progress, build, build->arena))
        return fails(build, program);
    for (size_t i = 0; i < build->conversion_count; i++)
        good &= build->conversions[i].is_done;
    for (size_t i = 0; good && i < 2 * build->conversion_count; i++)
        if (build->converted[i] != NULL && !site_take(build->site, build->converted[i]))
            return site_fails(build);
    return good;
}

bool build_documents(struct build *build, const struct inventory *inventory) {
    build->template_folder = (struct template_folder){
        .sources = &build->repository->sources,
        .installed = build->options.templates,
    };
    document_templates_init(&build->templates, &build->template_folder, build->diagnostics,
                            build->arena);
    arena_init(&build->output, build->arena->out_of_memory);
    bool good = true;
    for (size_t i = 0; good && i < inventory->count; i++)
        good = make_entry(build, &inventory->items[i]);
    arena_free(&build->output);
    return good && run_conversions(build);
}

// --- what is no document ---

static bool put_copy(struct build *build, struct text from, struct text path) {
    struct text content;
    if (!build_read_file(from, build->scratch, &content))
        return fails(build, from);
    bool good = build_put(build, ROOM_PUBLIC, path, content) != NULL;
    arena_reset(build->scratch);
    return good;
}

static bool put_own(struct build *build, struct text path) {
    struct text from = text_concat(build->arena, TEXT("web/"), path);
    if (folder_can_show(path))
        return put_copy(build, from, path);
    build->fault =
        text_format(build->arena, "%.*s: %s", TEXT_ARGS(folder_shown_name(from, build->arena)),
                    _("the name has characters that cannot be shown; give the file another name"));
    return false;
}

bool build_extras(struct build *build) {
    const struct text own = TEXT("web");
    struct text schemas = build->options.schemas;
    struct text_list files = folder_list(schemas, TEXT(".json"), build->diagnostics, build->arena);
    for (size_t i = 0; i < files.count; i++) {
        struct text name = text_slice(files.items[i], schemas.size, files.items[i].size);
        if (!put_copy(build, files.items[i],
                      text_format(build->arena, "schemas%.*s", TEXT_ARGS(name))))
            return false;
    }
    if (!folders_list(own, build->arena, &files))
        return fails(build, own);
    for (size_t i = 0; i < files.count; i++)
        if (!text_ends_with(files.items[i], TEXT("/")) && !put_own(build, files.items[i]))
            return false;
    return true;
}
