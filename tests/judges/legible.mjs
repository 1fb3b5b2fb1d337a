#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Can a document be read: is its type large enough, and does it stand out from what is behind it?
//
// usage: legible.mjs FILE...
//   FILE.html  at widths of 320, 768 and 1280 pixels, light and dark: what people wrote is set in 14 pixels or more, the
//              labels below in 11 or more; text has a contrast of 4.5 to what is behind it, on paper too; bars, their parts,
//              the signs of statuses and the shapes of pictures have one of 3
//   FILE.svg   the same, as it is
//   FILE.pdf   no type is smaller than 8 points. Needs pdftohtml, which measures in thirds of a point.
// Findings, one a line. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { execFileSync } from "node:child_process";
import { a4, fileUrl, show, usage, withBrowser } from "./browser.mjs";

const files = process.argv.slice(2);
if (!files.length || files.some((file) => !/\.(html|svg|pdf)$/.test(file))) usage("legible.mjs FILE.html|FILE.svg|FILE.pdf...");
const urls = files.map(fileUrl);

const LIMITS = {
  content: 14, // pixels
  label: 11,
  text: 4.5, // contrast
  shape: 3,
  // Heads of columns, the scale of the years, a word beside a bar, what a text is: each beside what it names.
  labels: "thead th, caption, .merke, .ord, .halvar, .o-ar, .avsender, svg",
  // What is drawn with borders: the element, the part of it, and what is behind it where that is not the page.
  drawn: [
    [".strek", null], [".strek.oppstart", "::before"], [".strek.utgar", "::before"], [".strek.utgar", "::after"],
    [".strek.uten-tall", "::after"], [".fylt", null], [".fullfort.slutt > .fylt", "::after", "borderTopColor"],
    [".fristpunkt", null], [".i-dag", null], [".st", "::before"],
  ],
  thirds: 24, // of a point
};
const screen = (width, scheme) => ({ name: `${width} px ${scheme}`, width, scheme });
const print = { name: "print", media: "print", width: a4.landscape.width, scheme: "light" };
// Each step changes as little as it can.
const ofPages = [...[320, 768, 1280].map((width) => screen(width, "light")), ...[1280, 768, 320].map((width) => screen(width, "dark")), print];
const ofPictures = [screen(1280, "light")];

// Runs in the page.
function look({ limits, paper }) {
  const found = [];
  let looked = 0;
  const isDrawing = document.documentElement.localName === "svg";
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g)?.map(Number);
    return numbers && /^(rgb|color)/.test(colour) ? { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 } : null;
  };
  const over = ({ rgb, alpha }, below) => rgb.map((part, i) => part * alpha + below[i] * (1 - alpha));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  // Asked once of each element.
  const once = (ask) => {
    const known = new Map();
    return (e) => (known.has(e) ? known : known.set(e, ask(e))).get(e);
  };
  const isShown = once((e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === "visible" && !e.closest("defs, [hidden], .skjult"));
  const name = (e) => {
    const names = typeof e.className === "string" ? e.className : e.className.baseVal;
    return e.localName + (names ? `.${names.trim().replace(/\s+/g, ".")}` : "");
  };
  const inside = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;

  const white = [255, 255, 255];
  const page = isDrawing || paper ? white : parse(getComputedStyle(document.body).backgroundColor).rgb;
  const ground = once((box) => {
    if (!box) return page;
    const colour = parse(getComputedStyle(box).backgroundColor);
    if (colour?.alpha === 1) return colour.rgb;
    return colour?.alpha ? over(colour, ground(box.parentElement)) : ground(box.parentElement);
  });
  // The shapes of a picture that cover what is behind them, the last one first.
  const covers = once((picture) =>
    [...picture.querySelectorAll("rect, circle")]
      .filter(isShown)
      .map((shape) => ({ shape, box: shape.getBoundingClientRect(), fill: parse(getComputedStyle(shape).fill) }))
      .filter(({ fill }) => fill?.alpha === 1)
      .reverse(),
  );

  // What is behind the middle of a thing: in a picture the last shape that is drawn before it there; then the boxes around it.
  function behind(e, box) {
    const picture = e.closest("svg");
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (picture && e !== picture) {
      const cover = covers(picture).find(
        (one) => inside(one.box, x, y) && one.shape !== e && one.shape.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      if (cover) return cover.fill.rgb;
    }
    return ground(picture ?? e);
  }

  function judgeText(text) {
    const e = text.parentElement;
    if (!text.data.trim() || /^(style|script|title|desc|option)$/.test(e.localName) || !isShown(e)) return;
    const style = getComputedStyle(e);
    const picture = e.closest("svg");
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (!box.width) return;
    looked += 1;
    const quoted = `${name(e)} ${JSON.stringify(text.data.trim().slice(0, 40))}`;
    const turned = picture ? (e.getScreenCTM?.() ?? picture.getScreenCTM()) : { a: 1, b: 0 };
    const scale = Math.hypot(turned.a, turned.b);
    const size = parseFloat(style.fontSize) * scale;
    const least = e.closest(limits.labels) ? limits.label : limits.content;
    if (!paper && size < least - 0.01) found.push(`type of ${size.toFixed(1)} px, not ${least}: ${quoted}`);
    const below = behind(e, box);
    const colour = parse(picture ? style.fill : style.color);
    const ratio = contrast(over(colour, below), below);
    if (ratio < limits.text) found.push(`contrast of ${ratio.toFixed(2)}, not ${limits.text}: ${quoted}`);
  }

  function judgeDrawn([selector, part, behindIt]) {
    for (const e of document.querySelectorAll(selector)) {
      if (!isShown(e)) continue;
      const style = getComputedStyle(e, part);
      const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0);
      if (!sides.length) continue;
      looked += 1;
      const own = parse(style[`border${sides[0]}Color`]);
      const below = behindIt ? parse(getComputedStyle(e)[behindIt]).rgb : behind(e, e.getBoundingClientRect());
      const ratio = contrast(over(own, below), below);
      if (ratio < limits.shape) found.push(`contrast of ${ratio.toFixed(2)}, not ${limits.shape}: ${name(e)}${part ?? ""}`);
    }
  }

  // A shape stands out by its outline or by what fills it. Lines alone are a grid, and what others lie on is a ground.
  function judgeShape(e) {
    const style = getComputedStyle(e);
    const colours = [style.stroke, style.fill].map(parse);
    if (!isShown(e) || e.matches(".ground") || !colours.some(Boolean)) return;
    looked += 1;
    const below = behind(e, e.getBoundingClientRect());
    const ratio = Math.max(...colours.filter(Boolean).map((colour) => contrast(over(colour, below), below)));
    if (ratio < limits.shape) found.push(`contrast of ${ratio.toFixed(2)}, not ${limits.shape}: ${name(e)} in a picture`);
  }

  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode()); ) judgeText(text);
  limits.drawn.forEach(judgeDrawn);
  document.querySelectorAll("svg :is(rect, circle, path, polyline):not(defs *)").forEach(judgeShape);
  return { found, looked };
}

let checks = 0;
async function onScreen(page, url, lines) {
  await page.goto(url);
  for (const view of url.endsWith(".svg") ? ofPictures : ofPages) {
    await show(page, view);
    const { found, looked } = await page.evaluate(look, { limits: LIMITS, paper: view.media === "print" });
    checks += looked;
    if (!looked) found.push("nothing to look at");
    for (const line of found) lines.set(line, (lines.get(line) ?? new Set()).add(view.name));
  }
}

function onPaper(file, lines) {
  const read = execFileSync("pdftohtml", ["-xml", "-i", "-zoom", "3", "-stdout", file], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const sizes = new Map([...read.matchAll(/<fontspec id="(\d+)" size="(-?\d+)"/g)].map(([, id, size]) => [id, Number(size)]));
  for (const [, id, text] of read.matchAll(/<text [^>]*font="(\d+)"[^>]*>(.*?)<\/text>/g)) {
    checks += 1;
    const size = sizes.get(id);
    const words = text.replace(/<[^>]*>/g, "").trim();
    if (words && size < LIMITS.thirds) lines.set(`type of ${(size / 3).toFixed(1)} points, not 8: ${JSON.stringify(words.slice(0, 40))}`, new Set(["paper"]));
  }
}

await withBrowser(async (browser) => {
  const page = await browser.newPage(); // for all of them: a new one costs more than what is judged
  let status = 0;
  for (const [i, url] of urls.entries()) {
    const lines = new Map();
    if (url.endsWith(".pdf")) onPaper(files[i], lines);
    else await onScreen(page, url, lines);
    for (const [line, where] of [...lines].slice(0, 12)) console.log(`${files[i]}: ${line} [${[...where].join(", ")}]`);
    if (lines.size > 12) console.log(`${files[i]}: ${lines.size - 12} more`);
    if (lines.size) status = 1;
  }
  if (!checks) status = 1;
  if (!status) console.log(`${files.length} files: ok (${checks} texts and shapes)`);
  return status;
});
