// SPDX-License-Identifier: MIT

#include "render/template/template.h"

#include "base/amount.h"
#include "base/message.h"
#include "render/escape.h"
#include "render/prose/escape_markdown.h"
#include "render/prose/prose.h"
#include "render/template/names.h"
#include "render/template/parse.h"

struct renderer {
    struct template_set *set;
    struct writer *writer;
    struct arena *scratch; // for the items of lists; released after each
    uint64_t steps;
    size_t reports;
    bool failed;
    bool stopped;
};

// A template being shown.
struct frame {
    struct template *template;
    struct text indent; // of each of its lines
    size_t depth;       // of partials
    bool in_row;
    bool begun; // its first line follows other text
};

static void render_range(struct renderer *renderer, struct frame *frame,
                         const struct context *context, size_t from, size_t to);

static void report_missing_partials(struct template_set *set, const struct template *template) {
    for (size_t i = 0; i < template->count; i++) {
        const struct operation *operation = &template->operations[i];
        if (operation->kind != OPERATION_PARTIAL || operation->partial->found ||
            set->faults >= MOST_FAULTS)
            continue;
        report(set->diagnostics, RULE_TEMPLATE, template->path,
               template_position(template, operation->at), _("there is no template '%.*s'"),
               TEXT_ARGS(operation->partial->name));
        set->faults++;
    }
}

// Reads the template and all that it includes.
static struct template *get_template(struct template_set *set, struct text name) {
    struct template *wanted = template_set_add(set, name);
    size_t first = set->read;
    for (; set->read < set->count; set->read++) { // `count` grows meanwhile
        struct template *template = set->templates[set->read];
        template->path = template->name;
        template->found =
            set->source->load(set->source, template->name, &template->path, &template->content);
        if (template->found && !template_parse(set, template))
            set->faults++;
    }
    for (size_t i = first; i < set->count; i++)
        report_missing_partials(set, set->templates[i]);
    return wanted;
}

#define FAULT(renderer, frame, operation, ...)                                                     \
    do {                                                                                           \
        if (is_new_fault(renderer, operation))                                                     \
            report((renderer)->set->diagnostics, RULE_TEMPLATE, (frame)->template->path,           \
                   template_position((frame)->template, (operation)->at), __VA_ARGS__);            \
    } while (0)

// A tag is reported once, however often it is shown, and the number of reports is limited.
static bool is_new_fault(struct renderer *renderer, struct operation *operation) {
    renderer->failed = true;
    if (operation->reported)
        return false;
    operation->reported = true;
    renderer->reports++;
    renderer->stopped = renderer->stopped || renderer->reports == MOST_FAULTS;
    return true;
}

static void report_unknown(struct renderer *renderer, struct frame *frame,
                           const struct context *context, struct operation *operation,
                           size_t missing, const struct value *inside) {
    const struct tag_name *name = &operation->name;
    struct text part = name->parts[missing].text;
    if (inside != NULL && inside->kind != VALUE_MAP) {
        FAULT(renderer, frame, operation, _("'%.*s' in '%.*s': what comes before it has no parts"),
              TEXT_ARGS(part), TEXT_ARGS(name->text));
        return;
    }
    struct arena *arena = renderer->set->arena;
    struct text nearest = {NULL, 0};
    if (!operation->reported)
        nearest = inside == NULL ? context_nearest(context, part, arena)
                                 : member_nearest(inside, part, arena);
    if (nearest.size > 0)
        FAULT(renderer, frame, operation, _("unknown name '%.*s'; did you mean '%.*s'?"),
              TEXT_ARGS(part), TEXT_ARGS(nearest));
    else
        FAULT(renderer, frame, operation, _("unknown name '%.*s'"), TEXT_ARGS(part));
}

// The value that the tag names; NULL after a fault.
static const struct value *find_value(struct renderer *renderer, struct frame *frame,
                                      const struct context *context, struct operation *operation) {
    size_t missing;
    const struct value *inside;
    const struct value *found = context_find(context, &operation->name, &missing, &inside);
    if (found == NULL)
        report_unknown(renderer, frame, context, operation, missing, inside);
    return found;
}

static void begin_line(struct renderer *renderer, struct frame *frame, struct text indent) {
    if (!frame->begun)
        writer_put(renderer->writer, indent);
    frame->begun = false;
}

static struct text without_spaces_after(struct text text) {
    while (text.size > 0 && (text.data[text.size - 1] == ' ' || text.data[text.size - 1] == '\t'))
        text.size--;
    return text;
}

static void render_text(struct renderer *renderer, struct frame *frame,
                        const struct operation *operation) {
    struct text rest = operation->text;
    if (frame->indent.size == 0) {
        writer_put(renderer->writer, rest);
        return;
    }
    bool at_start = operation->begins_line;
    while (rest.size > 0 || at_start) {
        bool blank = rest.size > 0 && (rest.data[0] == '\n' || rest.data[0] == '\r');
        if (at_start)
            begin_line(renderer, frame,
                       blank ? without_spaces_after(frame->indent) : frame->indent);
        size_t end = text_find(rest, '\n');
        size_t size = end < rest.size ? end + 1 : end;
        writer_put(renderer->writer, text_slice(rest, 0, size));
        rest = text_slice(rest, size, rest.size);
        at_start = rest.size > 0;
    }
}

struct embedding {
    struct renderer *renderer;
    struct frame *frame;
    const struct context *context;
    struct operation *operation;
};

static bool can_include(struct renderer *renderer, struct frame *frame,
                        struct operation *operation) {
    if (frame->depth < DEEPEST_PARTIAL)
        return true;
    FAULT(renderer, frame, operation, _("partials nest deeper than %d; does one include itself?"),
          DEEPEST_PARTIAL);
    renderer->stopped = true;
    return false;
}

static struct template *get_embedded(const struct embedding *embedding, struct text partial,
                                     struct arena *arena) {
    struct template_set *set = embedding->renderer->set;
    struct text parts[] = {partial, set->suffix};
    struct template *template = get_template(set, text_join(arena, parts, 2, TEXT("")));
    if (!template->found)
        FAULT(embedding->renderer, embedding->frame, embedding->operation,
              _("there is no template '%.*s', which the text embeds"), TEXT_ARGS(template->name));
    if (set->faults > 0)
        embedding->renderer->failed = embedding->renderer->stopped = true;
    return embedding->renderer->stopped || !template->found ? NULL : template;
}

static void show_embedded(const struct embedding *embedding, struct template *template,
                          const struct value *value, struct text indent, struct writer *writer) {
    struct renderer *outer = embedding->renderer;
    struct arena scratch;
    arena_init(&scratch, outer->set->arena->out_of_memory);
    struct renderer renderer = *outer;
    renderer.writer = writer;
    renderer.scratch = &scratch;
    struct frame frame = {
        .template = template,
        .indent = indent,
        .depth = embedding->frame->depth + 1,
        .begun = true,
    };
    struct context context;
    context_enter(&context, embedding->context, value);
    render_range(&renderer, &frame, &context, 0, template->count);
    outer->failed = renderer.failed;
    outer->reports = renderer.reports;
    outer->steps = renderer.steps;
    outer->stopped = renderer.stopped;
    arena_free(&scratch);
}

// Nothing here may stay in the arena of the prose, where its writer may be building a text.
static void embed(struct prose_output *output, struct text partial, const struct value *value,
                  struct text indent) {
    const struct embedding *embedding = output->context;
    struct template_set *set = embedding->renderer->set;
    if (!can_include(embedding->renderer, embedding->frame, embedding->operation))
        return;
    struct arena arena;
    arena_init(&arena, set->arena->out_of_memory);
    struct template *template = get_embedded(embedding, partial, &arena);
    if (template != NULL) {
        struct writer shown;
        writer_to_memory(&shown, &arena);
        show_embedded(embedding, template, value, indent, &shown);
        struct text text = writer_text(&shown);
        while (set->escape == ESCAPE_MARKDOWN && text.size > 0 && text.data[text.size - 1] == '\n')
            text.size--;
        writer_put(output->writer, text);
    }
    arena_free(&arena);
}

// The indentation of the further lines of the tag's value.
static struct text whole_indent(struct renderer *renderer, const struct frame *frame,
                                const struct operation *operation) {
    if (frame->indent.size == 0)
        return operation->indent;
    if (operation->indent.size == 0)
        return frame->indent;
    struct text parts[] = {frame->indent, operation->indent};
    return text_join(renderer->scratch, parts, 2, TEXT(""));
}

static void render_prose(struct renderer *renderer, struct frame *frame,
                         const struct context *context, struct operation *operation,
                         const struct value *value) {
    struct arena_savepoint saved = arena_save(renderer->scratch);
    struct embedding embedding = {renderer, frame, context, operation};
    struct prose_output output = {
        .writer = renderer->writer,
        .arena = renderer->scratch,
        .links = value->links,
        .embed = embed,
        .context = &embedding,
        .in_item = operation->is_item,
        .in_strong = operation->is_strong,
    };
    if (renderer->set->escape == ESCAPE_CSS)
        FAULT(renderer, frame, operation, _("'%.*s' is prose, which a style sheet cannot show"),
              TEXT_ARGS(operation->name.text));
    else if (renderer->set->escape == ESCAPE_HTML)
        prose_write_html(&output, value->prose, value->shift);
    else if (operation->in_row || frame->in_row)
        prose_write_markdown_cell(&output, value->prose);
    else
        prose_write_markdown(&output, value->prose, value->shift,
                             whole_indent(renderer, frame, operation));
    arena_release(renderer->scratch, saved);
}

static void render_words(struct renderer *renderer, const struct operation *operation,
                         struct text text) {
    struct writer *writer = renderer->writer;
    if (operation->kind == OPERATION_RAW)
        writer_put(writer, text);
    else if (renderer->set->escape == ESCAPE_HTML)
        escape_html(writer, text);
    else if (renderer->set->escape == ESCAPE_CSS)
        escape_css(writer, text);
    else if (operation->in_address)
        escape_markdown_address(writer, text);
    else
        escape_markdown(writer, text, operation->opens_line);
}

static void render_value(struct renderer *renderer, struct frame *frame,
                         const struct context *context, struct operation *operation) {
    const struct value *value = find_value(renderer, frame, context, operation);
    if (value == NULL)
        return;
    struct text name = operation->name.text;
    switch (value->kind) {
    case VALUE_NONE:
        break;
    case VALUE_TEXT:
        render_words(renderer, operation, value->text);
        break;
    case VALUE_NUMBER:
        writer_number(renderer->writer, value->number);
        break;
    case VALUE_AMOUNT:
        (value->with_ore ? amount_write_with_ore : amount_write)(renderer->writer, value->ore);
        break;
    case VALUE_PROSE:
        render_prose(renderer, frame, context, operation, value);
        break;
    case VALUE_TRUTH:
        FAULT(renderer, frame, operation,
              _("'%.*s' is yes or no, not a text: write '{{#%.*s}}' … '{{/%.*s}}'"),
              TEXT_ARGS(name), TEXT_ARGS(name), TEXT_ARGS(name));
        break;
    case VALUE_LIST:
        FAULT(renderer, frame, operation,
              _("'%.*s' is a list, not a text: write '{{#%.*s}}' … '{{/%.*s}}'"), TEXT_ARGS(name),
              TEXT_ARGS(name), TEXT_ARGS(name));
        break;
    case VALUE_MAP:
        FAULT(renderer, frame, operation, _("'%.*s' has parts: write '{{%.*s.NAME}}' for one"),
              TEXT_ARGS(name), TEXT_ARGS(name));
        break;
    }
}

static bool is_true(const struct value *value) {
    switch (value->kind) {
    case VALUE_NONE:
        return false;
    case VALUE_TRUTH:
        return value->truth;
    case VALUE_TEXT:
        return value->text.size > 0;
    case VALUE_LIST:
        return value->list.count > 0;
    default:
        return true;
    }
}

// What every item can see besides: whether it is the last.
static struct value of_item(bool last, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("er-sist"), value_truth(last));
    return map_end(&map);
}

static void render_items(struct renderer *renderer, struct frame *frame,
                         const struct context *context, size_t index, const struct value *list) {
    size_t after = frame->template->operations[index].after;
    struct arena_savepoint before = arena_save(renderer->scratch);
    const struct value around[] = {of_item(false, renderer->scratch),
                                   of_item(true, renderer->scratch)};
    for (size_t i = 0; i < list->list.count && !renderer->stopped; i++) {
        struct arena_savepoint saved = arena_save(renderer->scratch);
        struct value item = value_list_item(list, i, renderer->scratch);
        struct context outer, inner;
        context_enter(&outer, context, &around[i + 1 == list->list.count]);
        context_enter(&inner, &outer, &item);
        render_range(renderer, frame, &inner, index + 1, after);
        arena_release(renderer->scratch, saved);
    }
    arena_release(renderer->scratch, before);
}

static void render_section(struct renderer *renderer, struct frame *frame,
                           const struct context *context, size_t index) {
    struct operation *operation = &frame->template->operations[index];
    const struct value *value = find_value(renderer, frame, context, operation);
    bool inverted = operation->kind == OPERATION_INVERTED;
    if (value == NULL || is_true(value) == inverted)
        return;
    if (inverted || value->kind == VALUE_TRUTH) {
        render_range(renderer, frame, context, index + 1, operation->after);
    } else if (value->kind == VALUE_LIST) {
        render_items(renderer, frame, context, index, value);
    } else {
        struct context inner;
        context_enter(&inner, context, value);
        render_range(renderer, frame, &inner, index + 1, operation->after);
    }
}

static void render_partial(struct renderer *renderer, struct frame *frame,
                           const struct context *context, struct operation *operation) {
    if (!can_include(renderer, frame, operation))
        return;
    struct arena_savepoint saved = arena_save(renderer->scratch);
    struct frame inner = {
        .template = operation->partial,
        .indent = whole_indent(renderer, frame, operation),
        .depth = frame->depth + 1,
        .in_row = frame->in_row || operation->in_row,
        .begun = !operation->begins_line || frame->begun,
    };
    if (operation->begins_line && frame->begun) {
        writer_put(renderer->writer, operation->indent);
        frame->begun = false;
    }
    render_range(renderer, &inner, context, 0, inner.template->count);
    arena_release(renderer->scratch, saved);
}

static void stop_at(struct renderer *renderer, struct frame *frame, struct operation *operation) {
    FAULT(renderer, frame, operation,
          _("more than %llu tags and texts are shown; are lists or partials nested in themselves?"),
          (unsigned long long)renderer->set->most_steps);
    renderer->failed = renderer->stopped = true;
}

static void render_range(struct renderer *renderer, struct frame *frame,
                         const struct context *context, size_t from, size_t to) {
    for (size_t i = from; i < to && !renderer->stopped;) {
        struct operation *operation = &frame->template->operations[i];
        if (++renderer->steps > renderer->set->most_steps) {
            stop_at(renderer, frame, operation);
            return;
        }
        size_t next = i + 1;
        switch (operation->kind) {
        case OPERATION_TEXT:
            render_text(renderer, frame, operation);
            break;
        case OPERATION_VALUE:
        case OPERATION_RAW:
            render_value(renderer, frame, context, operation);
            break;
        case OPERATION_SECTION:
        case OPERATION_INVERTED:
            render_section(renderer, frame, context, i);
            next = operation->after;
            break;
        case OPERATION_PARTIAL:
            render_partial(renderer, frame, context, operation);
            break;
        }
        i = next;
    }
}

static void render_whole(struct renderer *renderer, struct template *template,
                         const struct value *values, size_t count) {
    struct context nothing;
    struct value none = {.kind = VALUE_NONE};
    context_enter(&nothing, NULL, &none);
    const struct context *innermost = &nothing;
    struct context *contexts = arena_alloc(renderer->scratch, count * sizeof *contexts);
    for (size_t i = 0; i < count; i++) {
        context_enter(&contexts[i], innermost, &values[i]);
        innermost = &contexts[i];
    }
    struct frame frame = {.template = template};
    render_range(renderer, &frame, innermost, 0, template->count);
}

bool template_render(struct template_set *set, struct text name, const struct value *contexts,
                     size_t context_count, struct writer *writer) {
    struct template *template = get_template(set, name);
    if (!template->found) {
        report(set->diagnostics, RULE_TEMPLATE, template->path, (struct position){0, 0},
               _("there is no template of this name"));
        return false;
    }
    if (set->faults > 0)
        return false;
    struct arena scratch;
    arena_init(&scratch, set->arena->out_of_memory);
    struct renderer renderer = {.set = set, .writer = writer, .scratch = &scratch};
    render_whole(&renderer, template, contexts, context_count);
    arena_free(&scratch);
    return !renderer.failed;
}
