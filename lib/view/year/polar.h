// SPDX-License-Identifier: MIT
// Places on a circle, the same on every machine: whole numbers alone.

#ifndef FELLESSKAP_VIEW_YEAR_POLAR_H
#define FELLESSKAP_VIEW_YEAR_POLAR_H

struct spot {
    int x, y;
};

// Angles are in thousandths of a degree, clockwise from the top.
enum { FULL_TURN = 360000 };

// The point at an angle and a distance from a centre; y grows downwards.
struct spot polar_point(struct spot centre, int radius, int angle);

// The angle that an arc of this length has at a radius, which is not 0.
int polar_angle(int length, int radius);

// The length of the arc that an angle has.
int polar_length(int angle, int radius);

#endif
