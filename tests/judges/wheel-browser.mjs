#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Can the year wheel be read? Nothing in it overlaps, all is within the picture, no words are under 8 points on A4, and each
// entry of the document has its number in it.
//
// usage: wheel-browser.mjs FILE.svg FILE.json
// Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { readFileSync } from "node:fs";
import { fileUrl, usage, withBrowser } from "./browser.mjs";

const [file, data, ...rest] = process.argv.slice(2);
if (!file || !data || rest.length) usage("wheel-browser.mjs FILE.svg FILE.json");
const url = fileUrl(file);
const { oppføringer: entries } = JSON.parse(readFileSync(data, "utf8"));
const POINTS_OF_A4 = ((210 - 2 * 14) / 25.4) * 72; // between the margins of the page

// In the page: corners of what is written, as it is turned, and circles with what they are drawn with.
function look() {
  const svg = document.documentElement;
  const words = [...svg.querySelectorAll("text")].map((text) => {
    const { x, y, width, height } = text.getBBox();
    const size = parseFloat(getComputedStyle(text).fontSize);
    const baseline = Number(text.getAttribute("y")) + Number(text.getAttribute("dy") ?? 0);
    // Of the box of a font, what its letters fill: from their tops to where a g ends.
    const [top, bottom] = [baseline - 0.73 * size, Math.min(y + height, baseline + 0.21 * size)];
    const matrix = text.transform.baseVal.consolidate()?.matrix ?? svg.createSVGMatrix();
    const corners = [[x, top], [x + width, top], [x + width, bottom], [x, bottom]];
    return {
      words: text.textContent,
      size,
      corners: corners.map(([cx, cy]) => [matrix.a * cx + matrix.c * cy + matrix.e, matrix.b * cx + matrix.d * cy + matrix.f]),
    };
  });
  const circles = [...svg.querySelectorAll("circle")].map((circle) => ({
    x: circle.cx.baseVal.value,
    y: circle.cy.baseVal.value,
    r: circle.r.baseVal.value + (circle.getAttribute("stroke") ? parseFloat(circle.getAttribute("stroke-width")) / 2 : 0),
  }));
  const { width, height } = svg.viewBox.baseVal;
  return { words, circles, width, height };
}

// Whether two convex shapes have a point in common: no edge of either has all of the other beyond it.
function overlap(a, b) {
  for (const shape of [a, b])
    for (let i = 0; i < shape.length; i++) {
      const [[x, y], [toX, toY]] = [shape[i], shape[(i + 1) % shape.length]];
      const along = (corners) => corners.map(([px, py]) => (px - x) * (toY - y) - (py - y) * (toX - x));
      const [ours, theirs] = [along(a), along(b)];
      if (Math.max(...ours) <= Math.min(...theirs) || Math.max(...theirs) <= Math.min(...ours)) return false;
    }
  return true;
}

const polygon = ({ x, y, r }) => Array.from({ length: 24 }, (_, i) => [x + r * Math.cos((i * Math.PI) / 12), y + r * Math.sin((i * Math.PI) / 12)]);

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  await page.goto(url);
  const { words, circles, width, height } = await page.evaluate(look);
  const found = [];
  const marks = circles.filter(({ r }) => r < 150); // others are rings
  for (const { words: text, size, corners } of words) {
    const points = (size * POINTS_OF_A4) / width;
    if (points < 8) found.push(`'${text}' has ${points.toFixed(2)} points`);
    if (corners.some(([x, y]) => x < 0 || y < 0 || x > width || y > height)) found.push(`'${text}' is not within the picture`);
  }
  for (let i = 0; i < words.length; i++)
    for (let j = i + 1; j < words.length; j++)
      if (overlap(words[i].corners, words[j].corners)) found.push(`'${words[i].words}' lies on '${words[j].words}'`);
  for (let i = 0; i < marks.length; i++) {
    for (let j = i + 1; j < marks.length; j++)
      if (Math.hypot(marks[i].x - marks[j].x, marks[i].y - marks[j].y) < marks[i].r + marks[j].r) found.push(`marks overlap at ${marks[i].x} ${marks[i].y}`);
    for (const { words: text, corners } of words) {
      const within = corners.some(([x, y]) => Math.hypot(x - marks[i].x, y - marks[i].y) < 250) && Math.abs((corners[0][0] + corners[1][0]) / 2 - marks[i].x) < 5;
      if (!within && overlap(corners, polygon(marks[i]))) found.push(`'${text}' lies on a mark at ${marks[i].x} ${marks[i].y}`);
    }
  }
  const numbers = new Set(words.map(({ words: text }) => text).filter((text) => /^\d+$/.test(text)));
  const counted = words.map(({ words: text }) => /^(\d+)×$/.exec(text)).reduce((sum, match) => sum + (match ? Number(match[1]) : 0), 0);
  let missing = 0;
  for (let number = 1; number <= entries; number++) missing += !numbers.has(String(number));
  if (missing > counted) found.push(`${missing} of ${entries} entries have no number, and ${counted} are counted`);
  for (const line of found.slice(0, 12)) console.log(`${file}: ${line}`);
  if (!found.length) console.log(`${file}: ok (${words.length} words, ${marks.length} marks, ${entries} entries, ${counted} of them counted)`);
  return found.length ? 1 : 0;
});
