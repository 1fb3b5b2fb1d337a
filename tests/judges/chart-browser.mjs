#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Is the chart of the organisation legible on paper? Each box is on the sheet and touches no other, its words are within it
// and touch no others, no line crosses a box, and on a sheet of A4 in landscape no word is smaller than 8 points. In a page
// each box leads to the section of its body.
//
// usage: chart-browser.mjs FILE.html FILE.svg FILE.json
//   FILE.json is the same chart from `org-chart -f json`: each body in it must have one box.
// Findings, one a line. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { readFileSync } from "node:fs";
import { fileUrl, usage, withBrowser } from "./browser.mjs";

const files = process.argv.slice(2);
if (files.length !== 3 || files[0].startsWith("-")) usage("chart-browser.mjs FILE.html FILE.svg FILE.json");
const [html, svg, json] = files.map(fileUrl);
const { organer: bodies } = JSON.parse(readFileSync(new URL(json)));
const SHEET = { width: ((297 - 30) * 72) / 25.4, height: ((210 - 34) * 72) / 25.4 }; // points within the margins
const SMALLEST = 8;

let checks = 0;
const found = [];
let where = "";
function check(truth, message) {
  checks += 1;
  if (!truth) found.push(`${where}: ${message}`);
}

// The pictures of a page as they are drawn, in their own units.
const pictures = (page) =>
  page.$$eval("svg", (all) =>
    all.map((picture) => {
      const rest = picture.getBoundingClientRect();
      const scale = picture.viewBox.baseVal.width / rest.width;
      const place = (element) => {
        const box = element.getBoundingClientRect();
        return { left: (box.left - rest.left) * scale, right: (box.right - rest.left) * scale, top: (box.top - rest.top) * scale, bottom: (box.bottom - rest.top) * scale };
      };
      const words = (element) =>
        Array.from(element.querySelectorAll("text"), (text) => ({ ...place(text), said: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) }));
      return {
        width: picture.viewBox.baseVal.width,
        height: picture.viewBox.baseVal.height,
        boxes: Array.from(picture.querySelectorAll("rect:not(.ground)"), (rect) => ({
          ...place(rect),
          words: words(rect.parentElement),
          leadsTo: rect.parentElement.getAttribute("href"),
        })),
        lines: Array.from(picture.querySelectorAll("line"), place),
        texts: words(picture).length,
      };
    }),
  );

const EDGE = 0.75; // half of a line
const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a, b) => a.left >= b.left - EDGE && a.right <= b.right + EDGE && a.top >= b.top - EDGE && a.bottom <= b.bottom + EDGE;
const name = (box) => `'${box.words.map((word) => word.said).join(" ").slice(0, 40)}'`;

function checkBox(box, picture, others) {
  const sheet = { left: 0, top: 0, right: picture.width, bottom: picture.height };
  check(inside(box, sheet), `${name(box)} leaves the sheet`);
  check(box.words.length > 0, "a box has no words");
  for (const other of others) check(!touch(box, other), `${name(box)} and ${name(other)} overlap`);
  for (const word of box.words) check(inside(word, box), `'${word.said}' leaves its box`);
  // The places of words reach from the highest to the lowest letter that there is: lines may share a little.
  box.words.slice(1).forEach((word, i) => check(word.top > box.words[i].top + box.words[i].size * 0.9, `'${word.said}' is on the line above`));
  for (const line of picture.lines) {
    const within = { left: box.left + 2, right: box.right - 2, top: box.top + 2, bottom: box.bottom - 2 };
    check(!touch(line, within), `a line crosses ${name(box)}`);
  }
}

function checkPicture(picture, isPage) {
  const scale = SHEET.width / picture.width;
  check(picture.boxes.length > 0, "no box");
  if (isPage) check(picture.height * scale <= SHEET.height, `the picture is ${Math.round(picture.height * scale)} points high on a sheet of ${Math.round(SHEET.height)}`);
  check(picture.texts === picture.boxes.reduce((sum, box) => sum + box.words.length, 0), "words outside of boxes");
  picture.boxes.forEach((box, i) => {
    checkBox(box, picture, picture.boxes.slice(i + 1));
    for (const word of box.words) check(word.size * scale >= SMALLEST, `'${word.said}' has ${word.size * scale} points`);
  });
}

await withBrowser(async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1123, height: 794 } });
  for (const url of [html, svg]) {
    where = url.split("/").at(-1);
    await page.goto(url);
    const all = await pictures(page);
    const isPage = url === html;
    const boxes = all.flatMap((picture) => picture.boxes);
    check(boxes.length === bodies.length, `${boxes.length} boxes for ${bodies.length} bodies`);
    for (const picture of all) checkPicture(picture, isPage);
    if (!isPage) continue;
    check(new Set(boxes.map((box) => box.leadsTo)).size === bodies.length, "two boxes lead to one place");
    const sections = await page.$$eval(".organ", (all) => all.map((section) => `#${section.id}`));
    for (const box of boxes) check(sections.includes(box.leadsTo), `${name(box)} leads to ${box.leadsTo}, which no section is`);
  }
  check(checks > 8 * bodies.length, `only ${checks} checks`);
  for (const line of found) console.log(line);
  return found.length ? 1 : 0;
});
