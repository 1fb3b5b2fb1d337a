// SPDX-License-Identifier: MIT

#include "render/xlsx/styles.h"

#include <xlsxwriter.h>

#define FONT "Calibri" // LibreOffice has Carlito for it, of the same widths

enum colour {
    NONE = 0,
    INK = 0x16211F,
    SOFT = 0x52605D,
    LINE = 0xCFD8D5,
    BAND = 0xEEF4F2,
    BAR = 0x1F6F63,
    LIGHT_BAR = 0xB9DCD4,
    WAIT = 0x8A6D1A,
    PALE = 0xFDF6E0,
    RED = 0xB3261E,
    AMBER = 0xF2D479,
    WHITE = 0xFFFFFF,
};

enum edge { NO_EDGE, THIN, THICK, DASHED, STRONG, GAP };

static const struct {
    enum lxw_format_borders border;
    enum colour colour;
} edges[] = {
    [THIN] = {LXW_BORDER_THIN, LINE},     [THICK] = {LXW_BORDER_THICK, BAR},
    [DASHED] = {LXW_BORDER_DASHED, WAIT}, [STRONG] = {LXW_BORDER_MEDIUM, INK},
    [GAP] = {LXW_BORDER_MEDIUM, WHITE}, // between a spring and the autumn of the next year
};

struct style {
    struct xlsx_type type;
    enum colour ink, fill;
    enum lxw_format_alignments across, down;
    struct {
        enum edge left, right, top, bottom;
    } edge;
    bool italic, hatched;
    bool literal; // never read as a number or date, even when it is edited
    bool open;    // can be changed on a protected sheet
};

#define LEFT LXW_ALIGN_LEFT
#define RIGHT LXW_ALIGN_RIGHT
#define CENTRE LXW_ALIGN_CENTER
#define TOP LXW_ALIGN_VERTICAL_TOP
#define MIDDLE LXW_ALIGN_VERTICAL_CENTER
#define BOTTOM LXW_ALIGN_VERTICAL_BOTTOM

// clang-format off
// Of type: points, bold, wrapped, indented.
static const struct style styles[STYLE_COUNT] = {
    [STYLE_PLAIN] = {{11, false, false, 0}, INK, NONE, LEFT, .down = MIDDLE},
    [STYLE_TITLE] = {{18, true, false, 0}, INK, NONE, LEFT, .down = MIDDLE},
    [STYLE_SUBTITLE] = {{11, false, false, 0}, SOFT, NONE, LEFT, .down = MIDDLE},
    [STYLE_HEADER] = {{11, true, true, 1}, INK, NONE, LEFT, BOTTOM, .edge.bottom = STRONG},
    [STYLE_HEADER_CENTRE] = {{11, true, true, 0}, INK, NONE, CENTRE, BOTTOM, .edge.bottom = STRONG},
    [STYLE_HEADER_RIGHT] = {{11, true, true, 1}, INK, NONE, RIGHT, BOTTOM, .edge.bottom = STRONG},
    [STYLE_AREA] = {{13, true, false, 1}, WHITE, INK, LEFT, .down = MIDDLE},
    [STYLE_GOAL] = {{11, true, true, 1}, INK, BAND, LEFT, TOP, .edge.bottom = THIN},
    [STYLE_GOAL_AGAIN] = {{11, false, true, 1}, SOFT, NONE, LEFT, TOP, .edge.bottom = THIN},
    [STYLE_BODY] = {{11, false, true, 1}, INK, NONE, LEFT, TOP, .edge.bottom = THIN},
    [STYLE_BODY_CENTRE] = {{11, false, true, 0}, INK, NONE, CENTRE, TOP, .edge.bottom = THIN},
    [STYLE_BODY_RIGHT] = {{11, false, false, 1}, INK, NONE, RIGHT, TOP, .edge.bottom = THIN},
    [STYLE_LABEL] = {{11, true, true, 1}, INK, BAND, LEFT, TOP, .edge.bottom = THIN},
    [STYLE_NUMBER_KEY] = {{11, true, false, 1}, INK, NONE, LEFT, TOP, .edge.bottom = THIN,
                          .literal = true},
    [STYLE_BAR] = {{11, true, true, 0}, WHITE, BAR, CENTRE, MIDDLE, .edge = {.top = THIN, .bottom = THIN}},
    [STYLE_BAR_START] = {{11, true, true, 0}, WHITE, BAR, CENTRE, MIDDLE,
                         .edge = {.left = STRONG, .top = THIN, .bottom = THIN}},
    [STYLE_BAR_SPRING] = {{11, false, true, 1}, INK, LIGHT_BAR, LEFT, MIDDLE,
                          .edge = {.left = THICK, .right = GAP, .top = THIN, .bottom = THIN}},
    [STYLE_BAR_AUTUMN] = {{11, false, true, 1}, INK, LIGHT_BAR, RIGHT, MIDDLE,
                          .edge = {.left = GAP, .right = THICK, .top = THIN, .bottom = THIN}},
    [STYLE_DEFERRED] = {{11, true, true, 0}, INK, WHITE, CENTRE, MIDDLE,
                        .edge = {DASHED, DASHED, DASHED, DASHED}, .italic = true, .hatched = true},
    [STYLE_TOTAL] = {{11, true, true, 1}, INK, BAND, LEFT, MIDDLE, .edge.top = STRONG},
    [STYLE_TOTAL_RIGHT] = {{11, true, false, 1}, INK, BAND, RIGHT, MIDDLE, .edge.top = STRONG},
    [STYLE_FILL_IN] = {{11, false, true, 1}, INK, PALE, LEFT, TOP,
                       .edge = {DASHED, DASHED, DASHED, DASHED}, .literal = true, .open = true},
    [STYLE_FILL_IN_RIGHT] = {{11, false, false, 1}, INK, PALE, RIGHT, TOP,
                             .edge = {DASHED, DASHED, DASHED, DASHED}, .open = true},
    [STYLE_OPEN] = {{11, false, true, 1}, INK, NONE, LEFT, TOP, .edge.bottom = THIN, .open = true},
    [STYLE_OPEN_RIGHT] = {{11, false, false, 1}, INK, NONE, RIGHT, TOP, .edge.bottom = THIN,
                          .open = true},
    [STYLE_CHECK_GOOD] = {{11, true, true, 1}, INK, LIGHT_BAR, LEFT, .down = MIDDLE},
    [STYLE_NOTE] = {{10, false, true, 0}, SOFT, NONE, LEFT, .down = TOP},
};
// clang-format on

#define MINUS "\"\u2212\""

// [$-414] is Norwegian: LibreOffice then groups by no-break spaces and has a decimal comma whatever
// the reader's settings. Excel separates by the settings of the reader's system alone.
static const char *const looks[LOOK_COUNT] = {
    [LOOK_KRONER_AND_ORE] = "[$-414]#,##0.00;[$-414]" MINUS "#,##0.00;\"\u2013\"",
    [LOOK_SHARE] = "[$-414]0.0\"\u00A0\"%",
    [LOOK_DATE] = "dd\\.mm\\.yyyy",
};

struct xlsx_type xlsx_type_of(enum cell_style style) {
    return styles[style].type;
}

static void set_edges(lxw_format *format, const struct style *style) {
    const struct {
        enum edge edge;
        void (*border)(lxw_format *, uint8_t);
        void (*colour)(lxw_format *, lxw_color_t);
    } sides[] = {
        {style->edge.left, format_set_left, format_set_left_color},
        {style->edge.right, format_set_right, format_set_right_color},
        {style->edge.top, format_set_top, format_set_top_color},
        {style->edge.bottom, format_set_bottom, format_set_bottom_color},
    };
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
        if (sides[i].edge != NO_EDGE) {
            sides[i].border(format, (uint8_t)edges[sides[i].edge].border);
            sides[i].colour(format, edges[sides[i].edge].colour);
        }
}

static void set_fill(lxw_format *format, const struct style *style) {
    if (style->hatched) {
        format_set_pattern(format, LXW_PATTERN_LIGHT_UP);
        format_set_fg_color(format, WAIT);
        format_set_bg_color(format, style->fill);
    } else if (style->fill != NONE) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, style->fill);
    }
}

static void set_type(lxw_format *format, const struct style *style) {
    format_set_font_name(format, FONT);
    format_set_font_size(format, style->type.size);
    format_set_font_color(format, style->ink);
    if (style->type.bold)
        format_set_bold(format);
    if (style->italic)
        format_set_italic(format);
    format_set_align(format, (uint8_t)style->across);
    format_set_align(format, (uint8_t)style->down);
    if (style->type.wrapped)
        format_set_text_wrap(format);
    if (style->type.indent > 0)
        format_set_indent(format, style->type.indent);
}

static lxw_format *make(lxw_workbook *workbook, const struct style *style, enum xlsx_look look,
                        bool linked) {
    lxw_format *format = workbook_add_format(workbook);
    if (format == NULL)
        return NULL;
    set_type(format, style);
    set_fill(format, style);
    set_edges(format, style);
    if (style->open)
        format_set_unlocked(format);
    if (linked)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (looks[look] != NULL)
        format_set_num_format(format, looks[look]);
    else if (style->literal)
        format_set_num_format(format, "@");
    return format;
}

struct lxw_format *xlsx_format(struct xlsx_formats *formats, enum cell_style style,
                               enum xlsx_look look, bool linked) {
    lxw_format **made = &formats->made[style][look][linked];
    if (*made == NULL)
        *made = make(formats->workbook, &styles[style], look, linked);
    return *made;
}

struct lxw_format *xlsx_condition_format(struct xlsx_formats *formats, enum condition_look look) {
    static const struct {
        enum colour ink, fill;
    } looks_of[CONDITION_LOOKS] = {
        [CONDITION_RED] = {WHITE, RED}, [CONDITION_AMBER] = {INK, AMBER}};
    lxw_format **made = &formats->conditions[look];
    if (*made != NULL)
        return *made;
    *made = workbook_add_format(formats->workbook);
    if (*made != NULL) {
        format_set_bold(*made);
        format_set_font_color(*made, looks_of[look].ink);
        format_set_bg_color(*made, looks_of[look].fill);
    }
    return *made;
}
