#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Is a word cut where no language cuts it?
//
// usage: unbroken.mjs FILE...
//   FILE.html  at widths from 320 to 1920 pixels, 640 being 1280 at 200 %: no word goes on in the next line, but where the
//              browser may hyphenate; and nothing is wider than the window
//   FILE.pdf   the same, of the words of FILE.html beside it: what ends a line with a hyphen may go on. Needs pdftotext.
// Addresses, of e-mail too, names of files and code may break anywhere.
// Findings, one a line. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileUrl, usage, withBrowser } from "./browser.mjs";

const files = process.argv.slice(2);
if (!files.length || files.some((file) => !/\.(html|pdf)$/.test(file))) usage("unbroken.mjs FILE.html|FILE.pdf...");
const WIDTHS = [320, 390, 560, 640, 768, 800, 900, 1000, 1280, 1920];

// Runs in the page.
function look() {
  const found = [];
  let looked = 0;
  const isClipped = (e) => {
    for (; e; e = e.parentElement) if (getComputedStyle(e).clipPath !== "none") return true;
    return false;
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode()); ) {
    const e = text.parentElement;
    if (!text.data.trim() || e.closest("script, style, svg, option, code, pre, .fil, [hidden]") || !e.getClientRects().length) continue;
    if (/^https?:|^www\.|^\S+@\S+$/.test(text.data.trim())) continue;
    const range = document.createRange();
    for (const word of text.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
      looked += 1;
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1 && getComputedStyle(e).hyphens !== "auto" && !isClipped(e)) found.push(`"${word[0]}" is cut`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`it is ${document.documentElement.scrollWidth - innerWidth} pixels wider than the window`);
  return { found, looked };
}

let checks = 0;
async function onScreen(browser, url, lines) {
  const page = await browser.newPage();
  await page.goto(url);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const { found, looked } = await page.evaluate(look);
    checks += looked;
    for (const line of found) lines.set(line, (lines.get(line) ?? new Set()).add(`${width} px`));
  }
  await page.close();
}

const decode = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&nbsp;/g, " ").replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]);
const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

function onPaper(file, lines) {
  const page = readFileSync(file.replace(/\.pdf$/, ".html"), "utf8").replace(/<(style|script)[\s\S]*?<\/\1>/g, " ");
  const known = new Set([page.replace(/<[^>]*>/g, " "), page.replace(/<[^>]*>/g, "")].flatMap((text) => decode(text).split(/[\s\u00a0]+/).map(bare)));
  const layout = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const words = [...layout.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g)].map(([, x, y, end, word]) => ({ x: +x, y: +y, height: end - y, word: decode(word) }));
  words.forEach(({ x, y, height, word }, i) => {
    const next = words[i + 1];
    checks += 1;
    // What goes on less than a line further down, or further to the right, is the same line, or letters of a turned word.
    if (!next || (next.y > y - 0.9 * height && next.y < y + 0.9 * height) || (next.y > y && next.x > x + 1) || /[-\u2010\u2013/]$/.test(word)) return;
    if (known.has(bare(word + next.word)) && !(known.has(bare(word)) && known.has(bare(next.word)))) lines.set(`"${word}" and "${next.word}" are one word`, new Set(["paper"]));
  });
}

await withBrowser(async (browser) => {
  let status = 0;
  for (const file of files) {
    const lines = new Map();
    if (file.endsWith(".pdf")) onPaper(file, lines);
    else await onScreen(browser, fileUrl(file), lines);
    for (const [line, where] of [...lines].slice(0, 12)) console.log(`${file}: ${line} [${[...where].join(", ")}]`);
    if (lines.size) status = 1;
  }
  if (!checks) status = 1;
  if (!status) console.log(`${files.length} files: ok (${checks} words)`);
  return status;
});
