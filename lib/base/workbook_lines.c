// SPDX-License-Identifier: MIT

#include "base/workbook_lines.h"

// How much room a column has for its text, for each digit of its width: programs round a digit down
// to whole pixels for the column, not for the text, and leave a little space at both sides.
#define USABLE 0.93
#define BOLD_WIDER 1.03

// Widths of the characters from space to tilde in Calibri and Carlito, in hundredths of a digit.
static const uint8_t advances[] = {
    45,  64,  79,  98,  100, 141, 135, 44,  60,  60,  98, 98,  49, 60,  50,
    76, //  !"#$%&'()*+,-./
    100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 53, 53,  98, 98,  98,
    91, // 0123456789:;<=>?
    176, 114, 107, 105, 121, 96,  91,  124, 123, 50,  63, 103, 83, 169, 127,
    131, // @ABCDEFGHIJKLMNO
    102, 133, 107, 91,  96,  127, 112, 176, 102, 96,  92, 61,  76, 61,  98,
    98, // PQRSTUVWXYZ[\]^_
    57,  95,  104, 83,  104, 98,  60,  93,  104, 45,  47, 90,  45, 158, 104,
    104,                                                                    // `abcdefghijklmno
    104, 104, 69,  77,  66,  104, 89,  141, 85,  89,  78, 62,  91, 62,  98, // pqrstuvwxyz{|}~
};

enum { OTHER_ADVANCE = 115, WIDE_FROM = 0x2E80, MOST_OF_BYTE = 176 };
static const size_t wide_advance = 200;

static size_t advance(uint32_t code_point) {
    if (code_point >= ' ' && code_point < ' ' + sizeof advances)
        return advances[code_point - ' '];
    return code_point < ' ' ? 0 : code_point < WIDE_FROM ? OTHER_ADVANCE : wide_advance;
}

// Words on a line, in hundredths of a digit at the standard size.
struct setting {
    size_t room; // of a line
    size_t used;
    size_t lines;
};

static void set_word(struct setting *setting, size_t word, size_t space) {
    if (setting->used > 0 && setting->used + word > setting->room) {
        setting->lines++;
        setting->used = 0;
    }
    setting->lines += word > 0 ? (word - 1) / setting->room : 0;
    setting->used += (word > setting->room ? word % setting->room : word) + space;
}

static size_t room_for(double width, double size, bool bold) {
    double scale = size / WORKBOOK_TYPE * (bold ? BOLD_WIDER : 1.0);
    double room = 100 * USABLE * width / scale;
    return room < (double)wide_advance ? wide_advance : (size_t)room;
}

size_t workbook_lines(struct text text, double width, double size, bool bold) {
    struct setting setting = {.room = room_for(width, size, bold), .lines = 1};
    if (text.size * MOST_OF_BYTE <= setting.room && text_find(text, '\n') == text.size)
        return 1;
    size_t word = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = (unsigned char)text.data[at];
        if (code_point > ' ' && code_point <= '~') { // nearly every one
            word += advances[code_point - ' '];
            at++;
            continue;
        }
        code_point = text_next_code_point(text, &at);
        if (code_point != ' ' && code_point != '\n') {
            word += advance(code_point);
            continue;
        }
        set_word(&setting, word, advance(code_point));
        word = 0;
        if (code_point == '\n') {
            setting.lines++;
            setting.used = 0;
        }
    }
    set_word(&setting, word, 0);
    return setting.lines;
}
