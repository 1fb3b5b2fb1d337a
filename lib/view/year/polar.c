// SPDX-License-Identifier: MIT

#include "view/year/polar.h"

#include <stdint.h>

enum { UNIT = 1000000, DEGREE = 1000, RIGHT_ANGLE = 90 };

// Of whole degrees, in millionths.
static const int sines[RIGHT_ANGLE + 1] = {
    0,      17452,  34899,  52336,  69756,  87156,  104528,  121869, 139173, 156434, 173648, 190809,
    207912, 224951, 241922, 258819, 275637, 292372, 309017,  325568, 342020, 358368, 374607, 390731,
    406737, 422618, 438371, 453990, 469472, 484810, 500000,  515038, 529919, 544639, 559193, 573576,
    587785, 601815, 615661, 629320, 642788, 656059, 669131,  681998, 694658, 707107, 719340, 731354,
    743145, 754710, 766044, 777146, 788011, 798636, 809017,  819152, 829038, 838671, 848048, 857167,
    866025, 874620, 882948, 891007, 898794, 906308, 913545,  920505, 927184, 933580, 939693, 945519,
    951057, 956305, 961262, 965926, 970296, 974370, 978148,  981627, 984808, 987688, 990268, 992546,
    994522, 996195, 997564, 998630, 999391, 999848, 1000000,
};

// From 0 to a right angle; between two degrees it is all but straight.
static int64_t sine_of_quarter(int angle) {
    int degree = angle / DEGREE, rest = angle % DEGREE;
    if (degree == RIGHT_ANGLE)
        return UNIT;
    return sines[degree] + (int64_t)(sines[degree + 1] - sines[degree]) * rest / DEGREE;
}

static int64_t sine(int angle) {
    const int quarter = RIGHT_ANGLE * DEGREE;
    int turned = (angle % FULL_TURN + FULL_TURN) % FULL_TURN;
    int within = turned % (2 * quarter);
    int64_t size = sine_of_quarter(within <= quarter ? within : 2 * quarter - within);
    return turned < 2 * quarter ? size : -size;
}

static int scaled(int radius, int64_t part) {
    int64_t product = radius * part;
    return (int)((product + (product < 0 ? -UNIT / 2 : UNIT / 2)) / UNIT);
}

struct spot polar_point(struct spot centre, int radius, int angle) {
    int64_t across = sine(angle), up = sine(angle + RIGHT_ANGLE * DEGREE);
    return (struct spot){centre.x + scaled(radius, across), centre.y - scaled(radius, up)};
}

// 57.29578 degrees are as long as the radius.
enum { RADIAN = 57296 };

int polar_angle(int length, int radius) {
    return (int)((int64_t)length * RADIAN / radius);
}

int polar_length(int angle, int radius) {
    return (int)((int64_t)angle * radius / RADIAN);
}
