// SPDX-License-Identifier: MIT

#include "input/file/ignore.h"

#include "base/ignore.h"
#include "input/file/frontmatter.h"
#include "input/yaml/yaml.h"

struct finding {
    const struct sources *sources;
    struct source *source;
    struct arena *arena;
    size_t line_count;
    struct ignore_list *list;
};

static struct text line_of(const struct finding *finding, uint32_t number) {
    return source_line(finding->sources, finding->source, number);
}

static struct position place_in(struct text line, uint32_t number, const char *at) {
    struct text before = text_slice(line, 0, (size_t)(at - line.data));
    return (struct position){number, (uint32_t)text_length(before) + 1};
}

static void read_rules(const struct finding *finding, const char *start, struct text words,
                       struct ignore *ignore) {
    bool more = ignore_begins(&words);
    struct position here = ignore->at;
    while (more && words.size > 0) {
        const char *at = words.data;
        struct text id = ignore_cut_id(&words, &more);
        here.column += (uint32_t)text_length((struct text){start, (size_t)(at - start)});
        start = at;
        ignore->rules =
            arena_append(finding->arena, ignore->rules, ignore->rule_count, sizeof *ignore->rules);
        ignore->rules[ignore->rule_count++] = (struct ignored_rule){
            .id = id,
            .at = here,
            .rule = rule_find(id),
        };
    }
    ignore->understood = ignore->rule_count > 0;
    ignore->has_reason = words.size > 0;
}

static void add(const struct finding *finding, struct text line, uint32_t number, const char *at,
                struct text words) {
    struct ignore_list *list = finding->list;
    struct ignore ignore = {.at = place_in(line, number, at), .line = number};
    read_rules(finding, at, words, &ignore);
    list->items = arena_append(finding->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = ignore;
}

static bool is_before(struct position a, struct position b) {
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

// A text in YAML: from here to there no "#" is a comment.
struct scalar_place {
    struct position from;
    struct position to;
    bool block;
};

struct scalar_walk {
    struct yaml *yaml;
    struct scalar_place place; // that of the last one read
    bool ended;
};

static void next_scalar(struct scalar_walk *walk) {
    struct yaml_item item = yaml_next(walk->yaml);
    while (item.kind != YAML_SCALAR && item.kind != YAML_END)
        item = yaml_next(walk->yaml);
    walk->ended = item.kind == YAML_END;
    walk->place = (struct scalar_place){item.at, yaml_item_end(walk->yaml), item.block};
    if (item.block)
        walk->place.from = (struct position){item.at.line + 1, 1};
}

// Places are asked for in their order.
static bool is_in_scalar(struct scalar_walk *walk, struct position at) {
    while (!walk->ended && !is_before(at, walk->place.to))
        next_scalar(walk);
    return !walk->ended && !is_before(at, walk->place.from);
}

// "key: text # plan-check: …", or a line with a Markdown comment in a block text.
static void find_in_line(const struct finding *finding, struct text line, uint32_t number,
                         struct scalar_walk *walk) {
    struct text words;
    if (ignore_in_markdown(line, &words)) {
        const char *start = text_trim(line).data;
        if (is_in_scalar(walk, place_in(line, number, start)) && walk->place.block)
            add(finding, line, number, start, words);
        return;
    }
    struct position here = {number, 1};
    for (size_t at = 0; at < line.size; at++) {
        size_t from = at;
        at += text_find(text_slice(line, at, line.size), '#');
        here.column += (uint32_t)text_length(text_slice(line, from, at));
        struct text comment = text_slice(line, at, line.size);
        bool begins = at == 0 || line.data[at - 1] == ' ' || line.data[at - 1] == '\t';
        if (begins && ignore_in_yaml(comment, &words) && !is_in_scalar(walk, here)) {
            add(finding, line, number, comment.data, words);
            return;
        }
        here.column++;
    }
}

static struct text without_end(struct text line) {
    while (line.size > 0 && (line.data[line.size - 1] == ' ' || line.data[line.size - 1] == '\t'))
        line.size--;
    return line;
}

static void find_in_yaml(const struct finding *finding, struct text yaml, uint32_t first_line,
                         uint32_t last_line) {
    struct diagnostics unheard;
    struct sources sources = *finding->sources;
    diagnostics_init(&unheard, finding->arena);
    sources.diagnostics = &unheard;
    struct scalar_walk walk = {.yaml = yaml_open(&sources, finding->source, yaml, first_line)};
    for (uint32_t number = first_line; number <= last_line; number++)
        if (ignore_may_be_in(line_of(finding, number)))
            find_in_line(finding, without_end(line_of(finding, number)), number, &walk);
    yaml_close(walk.yaml);
}

static void find_in_markdown(const struct finding *finding, uint32_t first_line) {
    for (uint32_t number = first_line; number <= finding->line_count; number++) {
        struct text line = line_of(finding, number), words;
        if (ignore_in_markdown(line, &words))
            add(finding, line, number, text_trim(line).data, words);
    }
}

static void find_in_paper(const struct finding *finding) {
    struct diagnostics unheard;
    struct front_matter parts = {.body_line = 1};
    diagnostics_init(&unheard, finding->arena);
    if (front_matter_cut(finding->source, &unheard, &parts))
        find_in_yaml(finding, parts.yaml, parts.yaml_line, parts.body_line - 2);
    find_in_markdown(finding, parts.body_line);
}

// A comment alone on its line skips empty lines and further comments.
static bool is_passed_over(struct text line, bool in_markdown) {
    struct text words;
    line = text_trim(line);
    return line.size == 0 || (in_markdown ? ignore_in_markdown(line, &words) : line.data[0] == '#');
}

// The first line that is not empty; in a case paper, the first after the "---".
static uint32_t first_content(const struct finding *finding) {
    uint32_t number = text_starts_with(line_of(finding, 1), TEXT("---")) ? 2 : 1;
    while (number <= finding->line_count && is_passed_over(line_of(finding, number), false))
        number++;
    return number;
}

// From the last to the first, so that many comments in a row cost one walk.
static void find_lines(const struct finding *finding) {
    const struct ignore_list *list = finding->list;
    uint32_t content = list->count == 0 ? 0 : first_content(finding);
    for (size_t i = list->count; i-- > 0;) {
        struct ignore *ignore = &list->items[i];
        const struct ignore *next = i + 1 < list->count ? ignore + 1 : NULL;
        struct text line = line_of(finding, ignore->at.line), rest = text_trim(line);
        if (place_in(line, ignore->at.line, rest.data).column != ignore->at.column)
            continue;
        bool in_markdown = rest.data[0] == '<';
        uint32_t number = ignore->at.line + 1;
        while (number <= finding->line_count && (next == NULL || number < next->at.line) &&
               is_passed_over(line_of(finding, number), in_markdown))
            number++;
        bool goes_on = next != NULL && number == next->at.line &&
                       is_passed_over(line_of(finding, number), in_markdown);
        ignore->line = goes_on ? next->line : number;
        ignore->at_top = ignore->at.line < content;
    }
}

struct ignore_list *ignores_of(const struct sources *sources, struct source *source) {
    struct arena *arena = sources->arena;
    if (source->ignores != NULL)
        return source->ignores;
    source->ignores = arena_alloc(arena, sizeof *source->ignores);
    bool yaml = text_ends_with(source->path, TEXT(".yaml"));
    if ((!yaml && !text_ends_with(source->path, TEXT(".md"))) || source->is_no_text ||
        !source_may_ignore(sources, source))
        return source->ignores;
    struct finding finding = {
        .sources = sources,
        .source = source,
        .arena = arena,
        .line_count = source_line_count(sources, source),
        .list = source->ignores,
    };
    if (yaml)
        find_in_yaml(&finding, source->text, 1, (uint32_t)finding.line_count);
    else
        find_in_paper(&finding);
    find_lines(&finding);
    return source->ignores;
}

// Only one comment counts on each line: the others silence nothing.
enum { MOST_ON_A_LINE = 4 * RULE_COUNT };

static bool is_about(const struct ignore *ignore, uint32_t line) {
    return line == 0 ? ignore->at_top : ignore->line == line;
}

bool ignores_use(const struct ignore_list *ignores, uint32_t line, enum rule rule) {
    size_t low = 0, high = line == 0 ? 0 : ignores->count; // the first whose line is not before
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ignores->items[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    size_t seen = 0;
    for (; low < ignores->count && is_about(&ignores->items[low], line); low++)
        for (size_t i = 0; i < ignores->items[low].rule_count; i++) {
            struct ignored_rule *ignored = &ignores->items[low].rules[i];
            if (++seen > MOST_ON_A_LINE)
                return false;
            if (ignored->rule == rule)
                return ignored->used = true;
        }
    return false;
}
