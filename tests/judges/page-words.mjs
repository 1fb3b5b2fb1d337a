#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// page-words.mjs FILE.html...: what a reader sees of pages in Chromium, a JSON string a line; with the numbers of items.

import { fileUrl, usage, withBrowser } from "./browser.mjs";

const files = process.argv.slice(2);
if (files.length === 0) usage("page-words.mjs FILE.html...");

// The text that is rendered has no markers of items: they are put there first, as the style sheet counts them.
function wordsOfPage() {
  const letters = (number) =>
    number > 26 ? letters(Math.floor((number - 1) / 26)) + letters(((number - 1) % 26) + 1) : String.fromCharCode(96 + number);
  const roman = (number) => ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number] ?? `${number}`;
  const writers = { decimal: String, "lower-alpha": letters, "lower-roman": roman };
  for (const list of document.querySelectorAll("ol")) {
    let number = list.start;
    for (const item of list.children) {
      if (item.hasAttribute("value")) number = item.value;
      const write = writers[getComputedStyle(item).listStyleType];
      if (write) item.prepend(document.createTextNode(`${write(number)}. `));
      number++;
    }
  }
  return document.body.innerText;
}

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  for (const file of files) {
    await page.goto(fileUrl(file));
    process.stdout.write(`${JSON.stringify(await page.evaluate(wordsOfPage))}\n`);
  }
  return 0;
});
