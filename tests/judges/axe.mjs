#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Is a page accessible, self-contained and quiet? Judged by axe-core and by the browser itself.
//
// usage: axe.mjs [--review] FILE.html...
//   --review  also prints what axe-core could not decide alone (no finding, the status stays)
//
// Findings, one a line:
//   - any violation of axe-core's rules, best practices and experimental ones included, of any severity, at widths of
//     320, 768 and 1280 pixels and in print (A4 landscape), each in the light and in the dark colour scheme; in the dark of
//     the rules of colours alone, where everything is in its place as in the light;
//   - any request but the page itself and the style sheet of its site, which lies above it; any error in the console (a breach of the Content-Security-Policy is one);
//   - no Content-Security-Policy that begins with "default-src 'none'";
//   - sideways scrolling (or cutting) of the page at 320 pixels, and at 640 pixels, which is 1280 at 200 % zoom;
//     boxes that scroll inside the page are allowed;
//   - a short word in two lines, at 320, 390, 640 and 1280 pixels: its column has no room. Tables that people wrote with
//     more than four columns are as they wrote them;
//   - at 390 pixels, a short cell without its column's name, where the head of the columns is not seen and others have theirs;
//   - not exactly one h1, a skipped heading level, a table without caption, a th without scope;
//   - a dark background on paper.
// Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { a4, fileUrl, show, usage, withBrowser } from "./browser.mjs";

const review = process.argv[2] === "--review";
const files = process.argv.slice(review ? 3 : 2);
if (!files.length || files.some((f) => f.startsWith("-"))) usage("axe.mjs [--review] FILE.html...");
const urls = files.map(fileUrl);

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const all = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice", "experimental"] };
const ofColour = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const screen = (width, scheme = "light") => ({ name: `${width} px ${scheme}`, width, height: 900, scheme });
const print = (scheme) => ({ name: `print ${scheme}`, media: "print", ...a4.landscape, scheme });
// In pairs of light and dark.
const views = [320, 768, 1280].flatMap((width) => [screen(width), screen(width, "dark")]).concat(print("light"), print("dark"));

// Runs in the page. The boxes that stick out to the right, whether they make the page scroll or are cut.
function sideways() {
  const root = document.scrollingElement;
  const inner = (e) => {
    for (let p = e.parentElement; p && p !== document.body && p !== root; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== "visible") return true;
    return false;
  };
  const out = [];
  for (const e of document.body.querySelectorAll("*"))
    if (e.getBoundingClientRect().right > root.clientWidth + 1 && e.getClientRects().length && !inner(e)) out.push(e);
  const name = (e) => e.localName + (e.id ? `#${e.id}` : "") + (e.classList.length ? `.${[...e.classList].join(".")}` : "");
  const boxes = out.filter((e) => !out.includes(e.parentElement)).map(name);
  return { scrolls: root.scrollWidth > root.clientWidth, by: root.scrollWidth - root.clientWidth, boxes: [...new Set(boxes)] };
}

// Runs in the page. Words of eight letters or fewer that are broken.
function broken() {
  const found = [];
  const isWide = (e) => e.closest(".prose-table")?.querySelector("tr > :nth-child(5)");
  const known = new Map([[null, false]]);
  const forEarsAlone = (e) => {
    if (!known.has(e)) known.set(e, getComputedStyle(e).clipPath !== "none" || forEarsAlone(e.parentElement));
    return known.get(e);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility({ visibilityProperty: true }) || forEarsAlone(text.parentElement) || isWide(text.parentElement) || /^\S+@\S+$/.test(text.data.trim())) continue;
    for (const word of text.data.matchAll(/(?<![\p{L}\p{M}\d])\p{L}{2,8}(?![\p{L}\p{M}\d])/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const tops = [...range.getClientRects()].map((box) => box.top);
      if (Math.max(...tops) - Math.min(...tops) > 4) found.push(word[0]);
    }
  }
  return found;
}

// Runs in the page. Cells of one to three words, and no running text, that do not say what column they are of, in tables whose
// rows are cards.
function nameless() {
  const isCard = (row) => getComputedStyle(row).display !== "table-row";
  const isNamed = (cell) => getComputedStyle(cell, "::before").content.startsWith('"');
  const cells = [...document.querySelectorAll("table:has(td[data-navn]) tbody td:not(.nr):not(:has(.prosa))")];
  return cells
    .filter((cell) => cell.checkVisibility() && isCard(cell.parentElement) && /^\s*\S+(\s+\S+){0,2}\s*$/.test(cell.textContent) && !isNamed(cell))
    .map((cell) => cell.textContent.trim());
}

// Runs in the page. What axe-core does not ask of headings, tables and the policy.
function structure() {
  const found = [];
  const quote = (e) => JSON.stringify(e.textContent.trim().replace(/\s+/g, " ").slice(0, 60));
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  if (!policy) found.push("no Content-Security-Policy");
  else if (!/^\s*default-src\s+'none'\s*(;|$)/.test(policy.content))
    found.push(`the Content-Security-Policy does not begin with default-src 'none': ${policy.content}`);
  const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")];
  const first = headings.filter((h) => h.localName === "h1");
  if (first.length !== 1) found.push(`${first.length} h1, not one`);
  let level = 0;
  for (const h of headings) {
    const now = Number(h.localName[1]);
    if (now > level + 1) found.push(`heading level skipped: ${h.localName} after h${level}: ${quote(h)}`);
    level = now;
  }
  document.querySelectorAll("table:not([role=presentation])").forEach((table, i) => {
    if (!table.caption?.textContent.trim()) found.push(`table ${i + 1} has no caption`);
  });
  for (const th of document.querySelectorAll("th:not([scope])")) found.push(`th without scope: ${quote(th)}`);
  return found;
}

// Runs in the page. Relative luminance of what lies behind the text, 1 for paper.
function paper() {
  let light = 1;
  for (const e of [document.documentElement, document.body]) {
    const c = getComputedStyle(e).backgroundColor.match(/[\d.]+/g).map(Number);
    if ((c[3] ?? 1) > 0.5) light = (0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]) / 255;
  }
  return light;
}

// The page as a reader's browser runs it: the policy in force, nothing injected.
async function asRead(page, url, found) {
  const once = new Set();
  const add = (line) => once.has(line) || (once.add(line), found.push(line));
  const isOfSite = (r) => r.resourceType() === "stylesheet" && url.startsWith(new URL(".", r.url()).href);
  page.on("request", (r) => {
    if (r.url().split(/[?#]/)[0] !== url && !isOfSite(r) && !/^(data|about|blob):/.test(r.url())) add(`requests ${r.url().slice(0, 200)}`);
  });
  page.on("console", (m) => m.type() === "error" && add(`console: ${m.text()}`));
  page.on("pageerror", (e) => add(`script: ${e.message}`));
  const checkWords = async (width) => {
    const words = await page.evaluate(broken);
    if (words.length) add(`${words.length} short words are broken at ${width} px: ${words.slice(0, 4).join(", ")}`);
  };
  const checkNames = async () => {
    const cells = await page.evaluate(nameless);
    if (cells.length) add(`${cells.length} cells do not say what column they are of at 390 px: ${cells.slice(0, 4).join(", ")}`);
  };
  const checkWidth = async (at) => {
    const { scrolls, by, boxes } = await page.evaluate(sideways);
    if (scrolls) add(`scrolls sideways by ${by} px at ${at}: ${boxes.slice(0, 4).join(", ")}`);
    else if (boxes.length) add(`cut at the right at ${at}: ${boxes.slice(0, 4).join(", ")}`);
  };
  for (const scheme of ["light", "dark"]) {
    await show(page, screen(1280, scheme));
    await page.goto(url, { waitUntil: "load" });
    for (const width of scheme === "light" ? [1280, 640, 390, 320] : [640, 320]) {
      await show(page, screen(width, scheme));
      if (width === 640) await checkWidth("1280 px at 200 %");
      if (width === 320) await checkWidth("320 px");
      if (scheme === "light") await checkWords(width);
      if (scheme === "light" && width === 390) await checkNames();
    }
    await show(page, print(scheme));
    if ((await page.evaluate(paper)) < 0.9) add(`dark background on paper (${scheme} scheme)`);
  }
  (await page.evaluate(structure)).forEach(add);
  page.removeAllListeners();
}

// Runs in the page. Where everything is, and what is shown.
function layout() {
  return [...document.querySelectorAll("*")]
    .map((e) => {
      const { x, y, width, height } = e.getBoundingClientRect();
      const { visibility, opacity } = getComputedStyle(e);
      return [x, y, width, height, visibility, opacity].join();
    })
    .join("\n");
}

// Runs in the page. Axe-core's findings, and the names alone of the rules that found nothing: their elements are many.
async function judge(runOnly) {
  const { violations, incomplete, passes } = await window.axe.run(document, { runOnly, resultTypes: ["violations", "incomplete"] });
  return { violations, incomplete, rules: [...passes, ...violations].map((rule) => rule.id) };
}

// axe-core in every view. The same finding in several views is one line. Returns the number of rules that looked at something.
async function asJudged(page, url, found, undecided) {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(axeSource);
  const lines = [new Map(), new Map()];
  const rules = new Set();
  let before = "";
  for (const view of views) {
    await show(page, view);
    // Where everything is as in the light, the dark has its colours alone for itself.
    const now = await page.evaluate(layout);
    const result = await page.evaluate(judge, view.scheme === "dark" && now === before ? ofColour : all);
    before = now;
    for (const rule of result.rules) rules.add(rule);
    [result.violations, result.incomplete].forEach((list, i) => {
      for (const rule of list)
        for (const node of rule.nodes) {
          const why = [...node.any, ...node.all, ...node.none][0]?.message ?? rule.help;
          const line = `${rule.id} (${rule.impact ?? "review"}): ${node.target.join(" ")}: ${why}`.replace(/\s+/g, " ");
          lines[i].set(line, [...(lines[i].get(line) ?? []), view.name]);
        }
    });
  }
  [found, undecided].forEach((list, i) => {
    const seen = {};
    for (const [line, where] of lines[i]) {
      const rule = line.split(" ")[0];
      seen[rule] = (seen[rule] ?? 0) + 1;
      if (seen[rule] <= 4) list.push(`${line} [${where.length === views.length ? "every view" : where.join(", ")}]`);
    }
    for (const [rule, n] of Object.entries(seen)) if (n > 4) list.push(`${rule}: ${n - 4} more like these`);
  });
  return rules.size;
}

await withBrowser(async (browser) => {
  const reader = await browser.newPage();
  const judged = await browser.newPage({ bypassCSP: true });
  let status = 0;
  for (const [i, url] of urls.entries()) {
    const found = [];
    const undecided = [];
    await asRead(reader, url, found);
    const rules = await asJudged(judged, url, found, undecided);
    if (!rules) found.push("axe-core judged nothing");
    for (const line of found) console.log(`${files[i]}: ${line}`);
    if (review) for (const line of undecided) console.log(`${files[i]}: to review: ${line}`);
    if (found.length) status = 1;
    else console.log(`${files[i]}: ok (${rules} rules, ${views.length} views, ${undecided.length} to review)`);
  }
  return status;
});
