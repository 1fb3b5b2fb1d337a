// SPDX-License-Identifier: MIT

#include "render/xlsx/styles.h"

#include "base/writer.h"

#include <stdio.h>
#include <xlsxwriter.h>

#define FONT "Calibri" // LibreOffice has Carlito for it, of the same widths

enum colour {
    NONE = 0,
    INK = 0x16211F,
    SOFT = 0x52605D,
    LINE = 0xCFD8D5,
    BAND = 0xEEF4F2,
    BAR = 0x1F6F63,
    MIDDLE_BAR = 0x5B9E92, // 3 : 1 against white, 5 : 1 below ink
    PALE_BAR = 0xE3EFEC,
    GREY = 0xCFD8D5,
    LIGHT_BAR = 0xB9DCD4,
    WAIT = 0x8A6D1A,
    PALE = 0xFDF6E0,
    RED = 0xB3261E,
    AMBER = 0xF2D479,
    WHITE = 0xFFFFFF,
};

enum edge { NO_EDGE, THIN, DASHED, STRONG, GAP, OUTLINE, GREY_OUTLINE };

static const struct {
    enum lxw_format_borders border;
    enum colour colour;
    const char *name; // of the border, in the file
} edges[] = {
    [THIN] = {LXW_BORDER_THIN, LINE, "thin"},
    [DASHED] = {LXW_BORDER_DASHED, WAIT, "dashed"},
    [STRONG] = {LXW_BORDER_MEDIUM, INK, "medium"},
    [GAP] = {LXW_BORDER_THICK, WHITE, "thick"}, // above and below a bar
    [OUTLINE] = {LXW_BORDER_THIN, BAR, "thin"},
    [GREY_OUTLINE] = {LXW_BORDER_THIN, SOFT, "thin"},
};

struct style {
    struct xlsx_type type;
    enum colour ink, fill;
    enum lxw_format_alignments across, down;
    struct {
        enum edge left, right, top, bottom;
    } edge;
    bool italic, struck, hatched;
    bool literal; // never read as a number or date, even when it is edited
    bool open;    // can be changed on a protected sheet
};

#define LEFT LXW_ALIGN_LEFT
#define RIGHT LXW_ALIGN_RIGHT
#define CENTRE LXW_ALIGN_CENTER
#define TOP LXW_ALIGN_VERTICAL_TOP
#define MIDDLE LXW_ALIGN_VERTICAL_CENTER
#define BOTTOM LXW_ALIGN_VERTICAL_BOTTOM

#define BAR_GAPS .edge = {.top = GAP, .bottom = GAP}
#define BAR_FILLED(ink, fill)                                                                      \
    { {9, false, false, 0}, ink, fill, LEFT, MIDDLE, BAR_GAPS }

// clang-format off
// Of type: points, bold, wrapped, indented.
static const struct style styles[STYLE_COUNT] = {
    [STYLE_PLAIN] = {{11, false, false, 0}, INK, NONE, LEFT, .down = MIDDLE},
    [STYLE_TITLE] = {{18, true, false, 0}, INK, NONE, LEFT, .down = MIDDLE},
    [STYLE_TITLE_WRAPPED] = {{13, true, true, 0}, INK, NONE, LEFT, .down = TOP},
    [STYLE_SUBTITLE] = {{11, false, false, 0}, SOFT, NONE, LEFT, .down = MIDDLE},
    [STYLE_SUBTITLE_RIGHT] = {{11, false, false, 1}, SOFT, NONE, RIGHT, .down = MIDDLE},
    [STYLE_HEADER] = {{11, true, true, 1}, INK, NONE, LEFT, BOTTOM, .edge.bottom = STRONG},
    [STYLE_HEADER_CENTRE] = {{11, true, true, 0}, INK, NONE, CENTRE, BOTTOM, .edge.bottom = STRONG},
    [STYLE_HEADER_RIGHT] = {{11, true, true, 1}, INK, NONE, RIGHT, BOTTOM, .edge.bottom = STRONG},
    [STYLE_AREA] = {{13, true, false, 1}, WHITE, INK, LEFT, .down = MIDDLE},
    [STYLE_HEADER_HALF] = {{9, true, true, 0}, INK, NONE, LEFT, BOTTOM, .edge.bottom = STRONG},
    [STYLE_GOAL_LINE] = {{11, false, false, 1}, SOFT, BAND, LEFT, .down = MIDDLE, .edge.bottom = THIN},
    [STYLE_BODY_AGAIN] = {{11, false, true, 1}, SOFT, NONE, LEFT, MIDDLE, .edge.bottom = THIN},
    [STYLE_BODY] = {{11, false, true, 1}, INK, NONE, LEFT, MIDDLE, .edge.bottom = THIN},
    [STYLE_BODY_CENTRE] = {{11, false, true, 0}, INK, NONE, CENTRE, MIDDLE, .edge.bottom = THIN},
    [STYLE_BODY_RIGHT] = {{11, false, false, 1}, INK, NONE, RIGHT, MIDDLE, .edge.bottom = THIN},
    [STYLE_LABEL] = {{11, true, true, 1}, INK, BAND, LEFT, MIDDLE, .edge.bottom = THIN},
    [STYLE_NUMBER_KEY] = {{11, true, false, 1}, INK, NONE, LEFT, MIDDLE, .edge.bottom = THIN,
                          .literal = true},
    [STYLE_SPRING] = {{9, false, false, 0}, INK, NONE, LEFT, MIDDLE,
                      .edge = {.left = THIN, .bottom = THIN}},
    [STYLE_AUTUMN] = {{9, false, false, 0}, INK, NONE, LEFT, MIDDLE, .edge.bottom = THIN},
    [STYLE_BAR] = BAR_FILLED(INK, MIDDLE_BAR),
    [STYLE_BAR_NOT_STARTED] = BAR_FILLED(INK, PALE_BAR),
    [STYLE_BAR_ONGOING] = BAR_FILLED(WHITE, BAR),
    [STYLE_BAR_WAITING] = BAR_FILLED(INK, PALE),
    [STYLE_BAR_DEFERRED] = BAR_FILLED(INK, NONE),
    [STYLE_BAR_DONE] = BAR_FILLED(WHITE, INK),
    [STYLE_BAR_DROPPED] = BAR_FILLED(INK, GREY),
    [STYLE_SIGN] = {{9, false, false, 0}, INK, MIDDLE_BAR, LEFT, .down = MIDDLE},
    [STYLE_SIGN_NOT_STARTED] = {{9, false, false, 0}, INK, PALE_BAR, LEFT, MIDDLE,
                                .edge = {OUTLINE, OUTLINE, OUTLINE, OUTLINE}},
    [STYLE_SIGN_ONGOING] = {{9, true, false, 0}, WHITE, BAR, LEFT, .down = MIDDLE},
    [STYLE_SIGN_WAITING] = {{9, true, false, 0}, INK, WHITE, LEFT, .down = MIDDLE, .hatched = true},
    [STYLE_SIGN_DEFERRED] = {{9, false, false, 0}, INK, NONE, LEFT, MIDDLE,
                             .edge = {DASHED, DASHED, DASHED, DASHED}, .italic = true},
    [STYLE_SIGN_DONE] = {{9, true, false, 0}, WHITE, INK, LEFT, .down = MIDDLE},
    [STYLE_SIGN_DROPPED] = {{9, false, false, 0}, INK, GREY, LEFT, MIDDLE,
                            .edge = {GREY_OUTLINE, GREY_OUTLINE, GREY_OUTLINE, GREY_OUTLINE},
                            .italic = true, .struck = true},
    [STYLE_TOTAL] = {{11, true, true, 1}, INK, BAND, LEFT, MIDDLE, .edge.top = STRONG},
    [STYLE_TOTAL_RIGHT] = {{11, true, false, 1}, INK, BAND, RIGHT, MIDDLE, .edge.top = STRONG},
    [STYLE_FILL_IN] = {{11, false, true, 1}, INK, PALE, LEFT, MIDDLE,
                       .edge = {DASHED, DASHED, DASHED, DASHED}, .literal = true, .open = true},
    [STYLE_FILL_IN_RIGHT] = {{11, false, false, 1}, INK, PALE, RIGHT, MIDDLE,
                             .edge = {DASHED, DASHED, DASHED, DASHED}, .open = true},
    [STYLE_OPEN] = {{11, false, true, 1}, INK, NONE, LEFT, MIDDLE, .edge.bottom = THIN, .literal = true,
                    .open = true},
    [STYLE_OPEN_RIGHT] = {{11, false, false, 1}, INK, NONE, RIGHT, MIDDLE, .edge.bottom = THIN,
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

// What a condition changes of a cell: its type, its fill, and the lines that it has.
static const struct style conditions[] = {
    [CONDITION_RED] = {.type.bold = true, .ink = WHITE, .fill = RED},
    [CONDITION_AMBER] = {.type.bold = true, .ink = INK, .fill = AMBER},
};

static const struct style *condition_style(enum condition_look look) {
    return look < CONDITION_BAR ? &conditions[look] : &styles[STYLE_SIGN + (look - CONDITION_BAR)];
}

struct xlsx_type xlsx_type_of(enum cell_style style) {
    return styles[style].type;
}

// NULL: none.
static const char *number_format(const struct style *style, enum xlsx_look look) {
    return looks[look] == NULL && style->literal ? "@" : looks[look];
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
    if (style->struck)
        format_set_font_strikeout(format);
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
    if (number_format(style, look) != NULL)
        format_set_num_format(format, number_format(style, look));
    return format;
}

struct lxw_format *xlsx_format(struct xlsx_formats *formats, enum cell_style style,
                               enum xlsx_look look, bool linked) {
    lxw_format **made = &formats->made[style][look][linked];
    if (*made == NULL)
        *made = make(formats->workbook, &styles[style], look, linked);
    return *made;
}

static bool has_condition_lines(const struct style *style) {
    return style->edge.top != NO_EDGE;
}

struct lxw_format *xlsx_condition_format(struct xlsx_formats *formats, enum condition_look look) {
    lxw_format **made = &formats->conditions[look];
    if (*made != NULL)
        return *made;
    const struct style *style = condition_style(look);
    *made = workbook_add_format(formats->workbook);
    if (*made == NULL)
        return NULL;
    format_set_font_color(*made, style->ink);
    if (style->type.bold)
        format_set_bold(*made);
    if (style->italic)
        format_set_italic(*made);
    if (style->struck)
        format_set_font_strikeout(*made);
    if (style->hatched)
        set_fill(*made, style);
    else
        format_set_bg_color(*made, style->fill != NONE ? style->fill : WHITE);
    if (has_condition_lines(style))
        set_edges(*made, style);
    return *made;
}

static void put_colour(struct writer *writer, const char *name, enum colour colour) {
    char words[64];
    snprintf(words, sizeof words, "%s rgb=FF%06X ", name, (unsigned)colour);
    writer_put(writer, text_from(words));
}

static void put_font(struct writer *writer, const struct style *style, bool linked) {
    char size[32];
    snprintf(size, sizeof size, "sz val=%g ", style->type.size);
    writer_put(writer, style->type.bold ? TEXT("b ") : TEXT(""));
    writer_put(writer, style->italic ? TEXT("i ") : TEXT(""));
    writer_put(writer, style->struck ? TEXT("strike ") : TEXT(""));
    writer_put(writer, linked ? TEXT("u ") : TEXT(""));
    writer_put(writer, text_from(size));
    put_colour(writer, "color", style->ink);
    writer_put(writer, TEXT("name val=" FONT " family val=2 scheme val=minor "));
}

static void put_fill(struct writer *writer, const struct style *style) {
    if (style->hatched) {
        writer_put(writer, TEXT("patternFill patternType=lightUp "));
        put_colour(writer, "fgColor", WAIT);
        put_colour(writer, "bgColor", style->fill);
    } else if (style->fill != NONE) {
        writer_put(writer, TEXT("patternFill patternType=solid "));
        put_colour(writer, "fgColor", style->fill);
        writer_put(writer, TEXT("bgColor indexed=64 "));
    } else
        writer_put(writer, TEXT("patternFill patternType=none "));
}

static void put_edge(struct writer *writer, const char *side, enum edge edge) {
    writer_put(writer, text_from(side));
    if (edge != NO_EDGE) {
        writer_put(writer, TEXT(" style="));
        writer_put(writer, text_from(edges[edge].name));
        put_colour(writer, " color", edges[edge].colour);
    } else
        writer_byte(writer, ' ');
}

static void put_sides(struct writer *writer, const struct style *style) {
    put_edge(writer, "left", style->edge.left);
    put_edge(writer, "right", style->edge.right);
    put_edge(writer, "top", style->edge.top);
    put_edge(writer, "bottom", style->edge.bottom);
}

static void put_edges(struct writer *writer, const struct style *style) {
    put_sides(writer, style);
    writer_put(writer, TEXT("diagonal "));
}

// Bottom alignment is the default.
static void put_alignment(struct writer *writer, const struct style *style) {
    static const char *const across[] = {[LEFT] = " horizontal=left",
                                         [RIGHT] = " horizontal=right",
                                         [CENTRE] = " horizontal=center"};
    char indent[16];
    snprintf(indent, sizeof indent, " indent=%d", style->type.indent);
    writer_put(writer, TEXT("alignment"));
    writer_put(writer, text_from(across[style->across]));
    writer_put(writer, style->down == TOP      ? TEXT(" vertical=top")
                       : style->down == MIDDLE ? TEXT(" vertical=center")
                                               : TEXT(""));
    writer_put(writer, style->type.indent > 0 ? text_from(indent) : TEXT(""));
    writer_put(writer, style->type.wrapped ? TEXT(" wrapText=1 ") : TEXT(" "));
    writer_put(writer, style->open ? TEXT("protection locked=0 ") : TEXT(""));
}

struct text xlsx_look_wanted(enum cell_style name, enum xlsx_look look, bool linked,
                             struct arena *arena) {
    const struct style *style = &styles[name];
    const char *format = number_format(style, look);
    struct writer writer;
    writer_to_memory(&writer, arena);
    put_font(&writer, style, linked);
    put_fill(&writer, style);
    put_edges(&writer, style);
    if (format != NULL) {
        writer_put(&writer, text_from(format));
        writer_byte(&writer, ' ');
    }
    put_alignment(&writer, style);
    return writer_text(&writer);
}

struct text xlsx_condition_wanted(enum condition_look look, struct arena *arena) {
    const struct style *style = condition_style(look);
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_put(&writer, TEXT("font "));
    writer_put(&writer, style->type.bold ? TEXT("b ") : TEXT(""));
    writer_put(&writer, style->italic ? TEXT("i ") : TEXT(""));
    writer_put(&writer, style->struck ? TEXT("strike ") : TEXT(""));
    put_colour(&writer, "color", style->ink);
    writer_put(&writer, TEXT("fill "));
    if (style->hatched)
        put_fill(&writer, style);
    else {
        writer_put(&writer, TEXT("patternFill "));
        put_colour(&writer, "bgColor", style->fill != NONE ? style->fill : WHITE);
    }
    if (has_condition_lines(style)) {
        writer_put(&writer, TEXT("border "));
        put_sides(&writer, style);
        writer_put(&writer, TEXT("vertical horizontal "));
    }
    return writer_text(&writer);
}
