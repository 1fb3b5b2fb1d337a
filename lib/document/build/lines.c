// SPDX-License-Identifier: MIT

#include "document/build/lines.h"

#include <string.h>

// Names are in quotes where a shell would read more than a name.
static void put_quoted(struct writer *writer, struct text word) {
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+,-";
    size_t at = 0;
    while (at < word.size && strchr(plain, word.data[at]) != NULL && word.data[at] != '\0')
        at++;
    if (at == word.size && word.size > 0) {
        writer_put(writer, word);
        return;
    }
    writer_byte(writer, '\'');
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] == '\'')
            writer_put(writer, TEXT("'\\''"));
        else
            writer_byte(writer, word.data[i]);
    writer_byte(writer, '\'');
}

static void put_word(struct writer *writer, struct text word) {
    writer_byte(writer, ' ');
    put_quoted(writer, word);
}

struct line_writer {
    struct build *build;
    struct text folder;
    struct writer *writer;
};

static struct text place(const struct line_writer *lines, const struct inventory_entry *entry,
                         const char *suffix) {
    struct arena *arena = lines->build->arena;
    struct text path = inventory_path(entry, suffix, arena);
    return text_format(arena, "%.*s/%s/%.*s", TEXT_ARGS(lines->folder), room_names[entry->room],
                       TEXT_ARGS(path));
}

static void write_command(const struct line_writer *lines, const struct inventory_entry *entry,
                          enum format format) {
    const struct document *document = &entry->document;
    struct writer *writer = lines->writer;
    const struct date today = document->choices.today;
    writer_put(writer, text_from(document->kind->command));
    if (document->kind->options[0] != '\0')
        put_word(writer, text_from(document->kind->options));
    if (document->choices.audience == AUDIENCE_MEMBERS)
        writer_put(writer, TEXT(" --audience members"));
    if (document->kind->knows_day && today.year != 0) {
        writer_put(writer, TEXT(" -d"));
        put_word(writer, date_iso(lines->build->arena, today));
    }
    writer_put(writer, TEXT(" -o"));
    put_word(writer, place(lines, entry, document_suffix(format)));
    if (entry->operand.size > 0)
        put_word(writer, entry->operand);
    for (size_t i = 0; i < document->together_count; i++)
        put_word(writer, document->together[i].grant->source->path);
    writer_byte(writer, '\n');
}

static void begin_conversion(const struct line_writer *lines, const char *program) {
    struct arena *arena = lines->build->arena;
    struct text path =
        text_format(arena, "%.*s/%s", TEXT_ARGS(lines->build->options.converters), program);
    put_quoted(lines->writer, path);
}

static void write_conversions(const struct line_writer *lines, const struct inventory_entry *entry,
                              const bool *has) {
    struct writer *writer = lines->writer;
    const bool *is_without = lines->build->options.is_without;
    struct arena *arena = lines->build->arena;
    if (has[FORMAT_HTML] && !is_without[CONVERSION_PDF]) {
        begin_conversion(lines, "html-to-pdf");
        if (entry->has_pdfs && has[FORMAT_JSON]) {
            struct text stem = place(lines, entry, "");
            stem.size--; // the period
            writer_put(writer, TEXT(" --with-attachments"));
            put_word(writer, text_concat(arena, stem, TEXT("-with-attachments.pdf")));
            put_word(writer, entry->document.meeting->folder);
        }
        writer_put(writer, TEXT(" --"));
        put_word(writer, place(lines, entry, "html"));
        put_word(writer, place(lines, entry, "pdf"));
        writer_byte(writer, '\n');
    }
    enum conversion_kind office = inventory_office_kind(entry);
    if (has[FORMAT_MARKDOWN] && has[FORMAT_JSON] && !is_without[office]) {
        const struct text program =
            text_concat(arena, TEXT("markdown-to-"), text_from(conversion_names[office]));
        begin_conversion(lines, program.data);
        writer_put(writer, TEXT(" --"));
        put_word(writer, place(lines, entry, "md"));
        put_word(writer, place(lines, entry, conversion_names[office]));
        writer_byte(writer, '\n');
    }
}

static void write_entry(const struct line_writer *lines, const struct inventory_entry *entry) {
    struct text names = text_from(entry->document.kind->formats);
    bool has[FORMAT_COUNT] = {false};
    while (names.data != NULL) {
        enum format format = format_find(text_cut(&names, ' '));
        has[format] = document_is_due(&entry->document, format);
        if (has[format])
            write_command(lines, entry, format);
    }
    write_conversions(lines, entry, has);
}

void lines_write(struct build *build, const struct inventory *inventory, struct text folder,
                 struct writer *writer) {
    const struct line_writer lines = {build, folder, writer};
    for (size_t i = 0; i < inventory->count; i++)
        if (!build_holds_back(build, &inventory->items[i]))
            write_entry(&lines, &inventory->items[i]);
}
