// SPDX-License-Identifier: MIT

#include "view/year/wheel.h"

#include "view/plan/width.h"
#include "view/year/rings.h"
#include "view/year/shapes.h"

enum {
    WIDTH = 7600,
    CENTRE = WIDTH / 2,
    EDGE = 3720,       // of the months' names
    RINGS_EDGE = 3500, // of the outer ring
    HUB = 960,         // where the year stands
    UPRIGHT = 3567,    // where a month's name stands that is read from within the wheel,
    TURNED = 3653,     // and one that is read from outside
    SLOT = 240,        // of a mark
    BORDER = 10,       // between a mark's slot and a line
    LETTER = 110,      // half of a ring's letter, with room around it
    MONTHS = 12,
    SECTOR = FULL_TURN / MONTHS,
    DEGREE = 1000,
    FONT = 120, // tenths of a pixel, of which the picture's lengths are
    LEGEND_TOP = WIDTH + 60,
    LEGEND_LEFT = 200,
    LEGEND_RIGHT = 7500,
    LEGEND_LINE = 280,
    LEGEND_GAP = 160,
    LEGEND_WORDS = 160 // from a sign to its words
};

static const struct spot centre = {CENTRE, CENTRE};

// The entries of a month in a ring, in the order of their days.
struct cell_of_wheel {
    const struct year_entry **items;
    size_t count;
};

struct wheel {
    const struct year_entries *entries;
    struct rings rings;
    struct wheel_shapes shapes;
    struct cell_of_wheel *cells; // a row of months for each ring
    int edges[MOST_RINGS + 1];   // from the outer edge of the outer ring to the inner one's inner
};

static enum wheel_shape_kind look_of(enum year_entry_kind kind) {
    static const enum wheel_shape_kind looks[YEAR_ENTRY_KINDS] = {
        [YEAR_MEETING] = WHEEL_MEETING,   [YEAR_PROPOSAL] = WHEEL_PROPOSAL,
        [YEAR_DUTY] = WHEEL_DUTY,         [YEAR_PREPARATION] = WHEEL_PREPARATION,
        [YEAR_DECISION] = WHEEL_DEADLINE, [YEAR_ACTION] = WHEEL_DEADLINE,
        [YEAR_REPORT] = WHEEL_REPORT,
    };
    return looks[kind];
}

// --- what a month of a ring has room for ---

// A line of marks at one distance from the centre: so many have room, from one angle to another.
struct lane {
    int radius, from, to;
    size_t room;
};

static struct lane lane_of(const struct wheel *wheel, size_t ring, int month, size_t lane,
                           size_t lanes) {
    int across = wheel->edges[ring] - wheel->edges[ring + 1];
    int radius = wheel->edges[ring + 1] + across * (2 * (int)lane + 1) / (2 * (int)lanes);
    int side = polar_angle(SLOT / 2 + BORDER, radius);
    int beside_letter = polar_angle(SLOT / 2 + LETTER, radius);
    int from = month * SECTOR + (month == 0 ? beside_letter : side);
    int to = (month + 1) * SECTOR - (month == MONTHS - 1 ? beside_letter : side);
    size_t room = to < from ? 0 : (size_t)(polar_length(to - from, radius) / SLOT) + 1;
    return (struct lane){radius, from, to, room};
}

static size_t room_of(const struct wheel *wheel, size_t ring, int month, size_t lanes) {
    size_t room = 0;
    for (size_t i = 0; i < lanes; i++)
        room += lane_of(wheel, ring, month, i, lanes).room;
    return room;
}

// The fewest lanes that have room for so many; 0: none have.
static size_t lanes_for(const struct wheel *wheel, size_t ring, int month, size_t count) {
    size_t most = (size_t)((wheel->edges[ring] - wheel->edges[ring + 1]) / SLOT);
    for (size_t lanes = 1; lanes <= most; lanes++)
        if (room_of(wheel, ring, month, lanes) >= count)
            return lanes;
    return 0;
}

static void add_mark(struct wheel *wheel, enum wheel_shape_kind kind, struct spot at,
                     struct text words) {
    wheel_add(&wheel->shapes, (struct wheel_shape){.kind = kind, .at = at, .words = words});
}

static void add_lane(struct wheel *wheel, struct lane lane, const struct year_entry *const marks[],
                     size_t count) {
    for (size_t i = 0; i < count; i++) {
        int angle = count == 1 ? (lane.from + lane.to) / 2
                               : lane.from + (int)((int64_t)(lane.to - lane.from) * (int64_t)i /
                                                   (int64_t)(count - 1));
        add_mark(wheel, look_of(marks[i]->kind), polar_point(centre, lane.radius, angle),
                 text_format(wheel->shapes.arena, "%zu", marks[i]->number));
    }
}

// Each lane has its share of them, from the outer one, in the order of their days.
static void add_cell(struct wheel *wheel, size_t ring, int month,
                     const struct year_entry *const marks[], size_t count) {
    size_t lanes = lanes_for(wheel, ring, month, count);
    if (lanes == 0) {
        int middle = (wheel->edges[ring] + wheel->edges[ring + 1]) / 2;
        add_mark(wheel, WHEEL_COUNT, polar_point(centre, middle, month * SECTOR + SECTOR / 2),
                 text_format(wheel->shapes.arena, "%zu×", count));
        return;
    }
    size_t room = room_of(wheel, ring, month, lanes), done = 0;
    for (size_t i = lanes; i-- > 0 && done < count;) {
        const struct lane lane = lane_of(wheel, ring, month, i, lanes);
        size_t share = ((count - done) * lane.room + room - 1) / room;
        add_lane(wheel, lane, &marks[done], share < lane.room ? share : lane.room);
        done += share < lane.room ? share : lane.room;
        room -= lane.room;
    }
}

static void find_cells(struct wheel *wheel) {
    struct arena *arena = wheel->shapes.arena;
    const struct year_entries *entries = wheel->entries;
    wheel->cells = arena_alloc(arena, MONTHS * MOST_RINGS * sizeof *wheel->cells);
    for (size_t i = 0; i < entries->count; i++) {
        size_t places[MOST_RINGS];
        const struct year_entry *entry = &entries->items[i];
        size_t count = rings_of_entry(entries, &wheel->rings, entry, places);
        for (size_t j = 0; j < count; j++) {
            struct cell_of_wheel *cell =
                &wheel->cells[places[j] * MONTHS + (size_t)entry->day.day.month - 1];
            cell->items = arena_append(arena, cell->items, cell->count, sizeof(*cell->items));
            cell->items[cell->count++] = entry;
        }
    }
}

static void add_entries(struct wheel *wheel) {
    for (size_t i = 0; i < wheel->rings.count * MONTHS; i++)
        if (wheel->cells[i].count > 0)
            add_cell(wheel, i / MONTHS, (int)(i % MONTHS), wheel->cells[i].items,
                     wheel->cells[i].count);
}

// --- how wide each ring is ---

static bool ring_has_room(const struct wheel *wheel, size_t ring) {
    for (int month = 0; month < MONTHS; month++)
        if (lanes_for(wheel, ring, month, wheel->cells[ring * MONTHS + (size_t)month].count) == 0)
            return false;
    return true;
}

static void set_edges(struct wheel *wheel, const int lanes[], int spare) {
    int rings = (int)wheel->rings.count;
    wheel->edges[0] = RINGS_EDGE;
    for (int i = 0; i < rings; i++)
        wheel->edges[i + 1] = wheel->edges[i] - lanes[i] * SLOT - spare / rings;
    wheel->edges[rings] = HUB;
}

// One lane each, and what is left goes to those that need more, from the inner one, whose months
// are the shortest.
static void share_out(struct wheel *wheel) {
    int lanes[MOST_RINGS], rings = (int)wheel->rings.count;
    int spare = RINGS_EDGE - HUB - rings * SLOT;
    for (int i = 0; i < rings; i++)
        lanes[i] = 1;
    set_edges(wheel, lanes, spare);
    for (int ring = rings; ring-- > 0 && spare >= SLOT;)
        while (spare >= SLOT && !ring_has_room(wheel, (size_t)ring)) {
            lanes[ring]++;
            spare -= SLOT;
            set_edges(wheel, lanes, spare);
        }
}

// --- the wheel itself ---

static void add_months(struct wheel *wheel) {
    const struct labels *labels = wheel->entries->context->labels;
    for (int month = 0; month < MONTHS; month++) {
        int middle = month * SECTOR + SECTOR / 2;
        bool is_turned = middle > FULL_TURN / 4 && middle < FULL_TURN * 3 / 4;
        wheel_add(&wheel->shapes,
                  (struct wheel_shape){.kind = WHEEL_LINE,
                                       .at = polar_point(centre, HUB, month * SECTOR),
                                       .to = polar_point(centre, EDGE, month * SECTOR)});
        wheel_add(
            &wheel->shapes,
            (struct wheel_shape){.kind = WHEEL_MONTH,
                                 .at = polar_point(centre, is_turned ? TURNED : UPRIGHT, middle),
                                 .size = (middle + (is_turned ? FULL_TURN / 2 : 0)) / DEGREE % 360,
                                 .words = labels->months[month]});
    }
}

static struct text letter_of(size_t ring, struct arena *arena) {
    return text_format(arena, "%c", 'A' + (int)ring);
}

static void add_rings(struct wheel *wheel) {
    for (size_t i = 0; i < wheel->rings.count; i++) {
        int middle = (wheel->edges[i] + wheel->edges[i + 1]) / 2;
        wheel_add(&wheel->shapes,
                  (struct wheel_shape){.kind = WHEEL_RING, .at = centre, .size = wheel->edges[i]});
        add_mark(wheel, WHEEL_LETTER, polar_point(centre, middle, 0),
                 letter_of(i, wheel->shapes.arena));
    }
}

// --- the legend ---

static struct text name_of_ring(const struct wheel *wheel, size_t ring) {
    const struct view_context *context = wheel->entries->context;
    struct text id = wheel->rings.ids[ring];
    return id.size == 0 ? label(context->labels, TEXT("årshjul-andre"))
                        : organisation_short_name(context->repository->organisation, id);
}

// A sign with its words at *at, or on the next line where the rest of this one is too short; words
// that are longer than a line go on below. Moves *at behind them.
static void add_sign(struct wheel *wheel, struct spot *at, enum wheel_shape_kind kind,
                     struct text sign, struct text words) {
    int room = (LEGEND_RIGHT - LEGEND_LEFT - LEGEND_WORDS) / 10;
    int width = text_picture_width(words, FONT);
    if (at->x > LEGEND_LEFT && at->x + LEGEND_WORDS + 10 * width > LEGEND_RIGHT)
        *at = (struct spot){LEGEND_LEFT, at->y + LEGEND_LINE};
    add_mark(wheel, kind, *at, sign);
    while (words.size > 0) {
        size_t line = text_line_size(words, room, FONT);
        add_mark(wheel, WHEEL_WORDS, (struct spot){at->x + LEGEND_WORDS, at->y},
                 text_trim(text_slice(words, 0, line)));
        words = text_slice(words, line, words.size);
        if (words.size > 0)
            at->y += LEGEND_LINE;
    }
    at->x += LEGEND_WORDS + 10 * width + LEGEND_GAP;
}

// Returns where the picture ends.
static int add_legend(struct wheel *wheel) {
    static const struct {
        enum wheel_shape_kind kind;
        struct text sign, label_key;
    } signs[] = {
        {WHEEL_MEETING, TEXT_OF(""), TEXT_OF("årshjul-møte")},
        {WHEEL_PROPOSAL, TEXT_OF(""), TEXT_OF("årshjul-forslag-til-møte")},
        {WHEEL_DUTY, TEXT_OF(""), TEXT_OF("årshjul-oppgave")},
        {WHEEL_PREPARATION, TEXT_OF(""), TEXT_OF("årshjul-forberedelse")},
        {WHEEL_DEADLINE, TEXT_OF(""), TEXT_OF("årshjul-frist")},
        {WHEEL_REPORT, TEXT_OF(""), TEXT_OF("årshjul-rapport")},
        {WHEEL_COUNT, TEXT_OF("n×"), TEXT_OF("årshjul-så-mange")},
    };
    const struct labels *labels = wheel->entries->context->labels;
    struct spot at = {LEGEND_LEFT, LEGEND_TOP + LEGEND_LINE / 2};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (wheel_has(&wheel->shapes, signs[i].kind))
            add_sign(wheel, &at, signs[i].kind, signs[i].sign, label(labels, signs[i].label_key));
    if (at.x > LEGEND_LEFT)
        at = (struct spot){LEGEND_LEFT, at.y + LEGEND_LINE};
    for (size_t i = 0; i < wheel->rings.count; i++)
        add_sign(wheel, &at, WHEEL_LETTER, letter_of(i, wheel->shapes.arena),
                 name_of_ring(wheel, i));
    return at.y + LEGEND_LINE;
}

static struct text description_of(const struct wheel *wheel) {
    struct arena *arena = wheel->shapes.arena;
    const struct labels *labels = wheel->entries->context->labels;
    struct text rings[MOST_RINGS];
    for (size_t i = 0; i < wheel->rings.count; i++)
        rings[i] = name_of_ring(wheel, i);
    const struct text names[] = {TEXT("antall"), TEXT("år"), TEXT("organer")};
    const struct text values[] = {
        text_format(arena, "%zu", wheel->entries->count),
        text_format(arena, "%d", wheel->entries->subject->year),
        text_join(arena, rings, wheel->rings.count, TEXT(", ")),
    };
    return label_filled(labels, TEXT("årshjul-bildetekst"), names, values, 3, arena);
}

struct value wheel_value(const struct year_entries *entries) {
    struct arena *arena = entries->context->arena;
    struct wheel wheel = {
        .entries = entries, .rings = rings_of(entries), .shapes = {.arena = arena}};
    struct map_builder map = map_begin(arena);
    find_cells(&wheel);
    if (wheel.rings.count > 0)
        share_out(&wheel);
    add_rings(&wheel);
    add_months(&wheel);
    add_entries(&wheel);
    int height = add_legend(&wheel);
    map_put(&map, TEXT("bredde"), value_number(WIDTH));
    map_put(&map, TEXT("høyde"), value_number(height));
    map_put(&map, TEXT("punkt-bredde"), value_number(WIDTH / 10));
    map_put(&map, TEXT("punkt-høyde"), value_number(height / 10));
    map_put(&map, TEXT("midt"), value_number(CENTRE));
    map_put(&map, TEXT("nav"), value_number(HUB));
    map_put(&map, TEXT("kant"), value_number(EDGE));
    map_put(&map, TEXT("årstall"), value_number(entries->subject->year));
    map_put(&map, TEXT("beskrivelse"), value_text(description_of(&wheel)));
    wheel_put_shapes(&wheel.shapes, &map);
    return map_end(&map);
}
