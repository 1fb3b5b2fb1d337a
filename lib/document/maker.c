// SPDX-License-Identifier: MIT

#include "document/maker.h"

#include "base/path.h"
#include "document/page.h"
#include "render/data/csv.h"
#include "render/data/json.h"
#include "render/template/template.h"

const char *const format_names[] = {
    [FORMAT_MARKDOWN] = "md",     [FORMAT_HTML] = "html",           [FORMAT_XLSX] = "xlsx",
    [FORMAT_SVG] = "svg",         [FORMAT_JSON] = "json",           [FORMAT_ICS] = "ics",
    [FORMAT_EINNSYN] = "einnsyn", [FORMAT_360GIVING] = "360giving", [FORMAT_CSV] = "csv",
    [FORMAT_ATOM] = "atom",       [FORMAT_TEXT] = "text",           [FORMAT_SARIF] = "sarif",
    [FORMAT_GITLAB] = "gitlab",   [FORMAT_GITHUB] = "github",       [FORMAT_JUNIT] = "junit",
    [FORMAT_COUNT] = NULL,
};

enum format format_find(struct text name) {
    enum format format = FORMAT_MARKDOWN;
    while (format < FORMAT_COUNT && !text_is(name, format_names[format]))
        format++;
    return format;
}

bool format_is_among(enum format format, const char *names) {
    struct text rest = text_from(names);
    while (format != FORMAT_COUNT && rest.data != NULL)
        if (text_is(text_cut(&rest, ' '), format_names[format]))
            return true;
    return false;
}

// Where the suffix is not the name of the format.
static const struct {
    struct text ending;
    enum format format;
} endings[] = {
    {TEXT_OF(".txt"), FORMAT_TEXT},           {TEXT_OF(".sarif.json"), FORMAT_SARIF},
    {TEXT_OF(".gitlab.json"), FORMAT_GITLAB}, {TEXT_OF(".360giving.json"), FORMAT_360GIVING},
    {TEXT_OF(".xml"), FORMAT_JUNIT},
};

enum format format_of_file(struct text path) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_ends_with(path, endings[i].ending))
            return endings[i].format;
    size_t stem = path_without_suffix(path).size;
    return stem < path.size ? format_find(text_slice(path, stem + 1, path.size)) : FORMAT_COUNT;
}

static struct value labels_context(const struct document_maker *maker) {
    struct map_builder map = map_begin(maker->arena);
    map_put(&map, TEXT("tekst"), maker->labels->map);
    return map_end(&map);
}

bool maker_refuse(struct document_maker *maker, struct text message) {
    maker->message = message;
    maker->is_misused = true;
    return false;
}

static bool render(const struct document_maker *maker, const char *name, enum format format,
                   const struct value *contexts, size_t count, struct writer *writer) {
    struct text suffix = text_format(maker->arena, ".%s", format_names[format]);
    struct template_set *set = document_templates_with(
        maker->templates, suffix, format == FORMAT_MARKDOWN ? ESCAPE_MARKDOWN : ESCAPE_HTML);
    return template_render(set, text_concat(maker->arena, text_from(name), suffix), contexts, count,
                           writer);
}

bool maker_write_view(const struct document_maker *maker, const char *name, enum format format,
                      const struct value *view, struct writer *writer) {
    if (format == FORMAT_JSON || format == FORMAT_EINNSYN || format == FORMAT_360GIVING) {
        json_write(writer, view, maker->arena);
        return true;
    }
    if (format == FORMAT_CSV) {
        csv_write(writer, view, maker->arena);
        return true;
    }
    struct value contexts[3] = {labels_context(maker), *view};
    size_t count = 2;
    if (format == FORMAT_HTML && !page_assets(maker, name, contexts, 2, &contexts[count++]))
        return false;
    return render(maker, name, format, contexts, count, writer);
}

bool maker_write_linked(const struct document_maker *maker, const char *name,
                        const struct value *view, struct writer *writer) {
    const struct value contexts[] = {labels_context(maker), *view};
    return render(maker, name, FORMAT_HTML, contexts, 2, writer);
}
