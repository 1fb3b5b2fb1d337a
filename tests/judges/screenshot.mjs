#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// A picture of a whole page, to be looked at.
//
// usage: screenshot.mjs FILE.html OUT.png WIDTH [--dark] [--print] [--screen]
//   --dark    dark colour scheme
//   --print   as printed: the style of print media on a sheet WIDTH pixels wide (A4 landscape: 1123, portrait: 794)
//   --screen  only the first screen (WIDTH x 800) and not the whole page
// Exit status: 0 the picture is written, 1 it is not, 2 wrong usage.

import { fileUrl, usage, withBrowser } from "./browser.mjs";

const options = process.argv.slice(2).filter((a) => a.startsWith("--"));
const [file, out, width, ...rest] = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const known = ["--dark", "--print", "--screen"];
if (!/^[1-9]\d{1,3}$/.test(width ?? "") || rest.length || options.some((o) => !known.includes(o)))
  usage("screenshot.mjs FILE.html OUT.png WIDTH [--dark] [--print] [--screen]");
const url = fileUrl(file);

await withBrowser(async (browser) => {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: 800 },
    colorScheme: options.includes("--dark") ? "dark" : "light",
    reducedMotion: "reduce",
  });
  if (options.includes("--print")) await page.emulateMedia({ media: "print" });
  await page.goto(url);
  await page.screenshot({ path: out, fullPage: !options.includes("--screen") });
  return 0;
});
