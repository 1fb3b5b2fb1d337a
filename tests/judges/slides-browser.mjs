#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Can slides be shown from the page? Keys lead from one to the next, each fills the screen, each is a sheet when printed, and
// without the script all of it can be read.
//
// usage: slides-browser.mjs FILE.html FILE.json
// Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { readFileSync } from "node:fs";
import { fileUrl, usage, withBrowser } from "./browser.mjs";

const [file, data, ...rest] = process.argv.slice(2);
if (!file || !data || rest.length) usage("slides-browser.mjs FILE.html FILE.json");
const { tittel, lysark } = JSON.parse(readFileSync(data, "utf8"));
const titles = [tittel, ...lysark.map((slide) => slide.tittel)];
const found = [];
const check = (good, words) => good || found.push(words);

// The title of the slide on the screen, and how far its upper edge is from that of the screen.
const seen = () => {
  const head = document.activeElement;
  return [head.textContent, head.closest(".ark") ? Math.round(Math.abs(head.closest(".ark").getBoundingClientRect().top)) : -1];
};

async function keys(page) {
  await page.goto(fileUrl(file));
  for (const [key, step] of [["ArrowRight", 1], ["PageDown", 1], ["PageUp", -1], ["ArrowLeft", -1]]) {
    let at = step > 0 ? 0 : titles.length - 1;
    await page.evaluate((y) => scrollTo(0, y), step > 0 ? 0 : 1e9);
    for (let presses = 0; presses < titles.length + 1; presses++) {
      await page.keyboard.press(key);
      at = Math.min(Math.max(at + step, 0), titles.length - 1);
      const [title, distance] = await page.evaluate(seen);
      const last = at === titles.length - 1; // it may not be long enough to reach the edge
      check(title === titles[at] && (distance < 3 || last), `${key} leads to '${title}' (${distance} px off), not to '${titles[at]}'`);
    }
  }
  for (const key of ["Control+ArrowRight", "Shift+ArrowRight"]) {
    const before = await page.evaluate(seen);
    await page.keyboard.press(key);
    check((await page.evaluate(seen))[0] === before[0], `${key} is taken`);
  }
}

async function fills(page) {
  const low = await page.evaluate(() => [...document.querySelectorAll(".ark")].filter((e) => e.getBoundingClientRect().height < innerHeight - 1).length);
  check(low === 0, `${low} slides do not fill the screen`);
}

async function prints(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
  const tall = lysark.filter((slide) => slide.punkter.some(({ punkt }) => punkt.split("\n").length > 15)).length; // goes on
  check(pages === titles.length + tall, `${pages} sheets of ${titles.length} slides`);
}

await withBrowser(async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" });
  await keys(page);
  await fills(page);
  await prints(page);
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(fileUrl(file));
  const heads = await plain.locator("h1, h2").allInnerTexts();
  check(heads.join("|") === titles.join("|") && !(await plain.locator(".bla").isVisible()), "without the script it cannot be read");
  for (const line of found) console.log(`${file}: ${line}`);
  if (!found.length) console.log(`${file}: ok (${titles.length} slides)`);
  return found.length ? 1 : 0;
});
