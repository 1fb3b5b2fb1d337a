#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Pictures of pages for the gallery, and those that the documentation shows. Called by gallery.
//
// usage: gallery.mjs FOLDER OUT FILE.html|FILE.svg...
//        gallery.mjs --documentation FOLDER OUT
// Exit status: 0 all pictures are made, 1 some are not, 2 wrong usage.

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileUrl, usage, withBrowser } from "./browser.mjs";

const documentation = process.argv[2] === "--documentation";
const [folder, out, ...files] = process.argv.slice(documentation ? 3 : 2);
if (!out || documentation !== !files.length) usage("gallery.mjs FOLDER OUT FILE...; gallery.mjs --documentation FOLDER OUT");

const HIGHEST = 12000; // pixels of a long page
const looks = [
  { name: "phone", width: 390 },
  { name: "desk", width: 1280 },
  { name: "dark", width: 1280, scheme: "dark" },
];
// What the documentation shows: a part of a page, from the top or from a place in it.
const shown = [
  { name: "matrix", file: "action-plan.html", width: 1180, height: 900 },
  { name: "actions", file: "action-plan.html?area=2", width: 1180, height: 820, at: ".omrade:not([hidden]) h2" },
  { name: "packet", file: "2024-10-29-asu/packet.html", width: 900, height: 900, at: "#sak-42-24" },
];

async function picture(browser, url, path, { width, height, scheme, at }) {
  const page = await browser.newPage({ viewport: { width, height: height ?? 800 }, colorScheme: scheme ?? "light", reducedMotion: "reduce" });
  // Chromium is stuck in a picture of a drawing alone: it is shown in a page.
  if (url.endsWith(".svg")) await page.setContent(`<!doctype html><body style="margin: 0">${readFileSync(new URL(url), "utf8")}`);
  else await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  const top = at ? await page.$eval(at, (e) => Math.floor(e.getBoundingClientRect().top + scrollY)) : 0;
  const whole = await page.evaluate(() => Math.ceil(Math.max(document.documentElement.scrollHeight, document.documentElement.getBoundingClientRect().height, 1)));
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width, height: height ?? Math.min(whole, HIGHEST) } });
  await page.close();
}

// As the browser prints it.
async function print(browser, url, path) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.pdf({ path, preferCSSPageSize: true });
  await page.close();
}

await withBrowser(async (browser) => {
  if (documentation)
    for (const part of shown) {
      const [file, choice] = part.file.split("?");
      await picture(browser, fileUrl(join(folder, file)) + (choice ? `?${choice}` : ""), join(out, `${part.name}.png`), part);
    }
  for (const file of files) {
    const prefix = join(out, `${relative(folder, file).replaceAll("/", ",")}-`);
    for (const look of file.endsWith(".svg") ? [looks[1]] : looks) await picture(browser, fileUrl(file), `${prefix}${look.name}.png`, look);
    if (!file.endsWith(".svg")) await print(browser, fileUrl(file), `${prefix}print.pdf`);
  }
  return 0;
});
