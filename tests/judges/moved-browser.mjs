#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Does the page at a former address lead on, and take the fragment along? With scripts, and without them.
//
// usage: moved-browser.mjs FORMER.html PAGE.html FRAGMENT
//   FRAGMENT is an id of PAGE.html.
//
// Findings, one a line. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { fileUrl, usage, withBrowser } from "./browser.mjs";

const [former, page, fragment, ...rest] = process.argv.slice(2);
if (!fragment || rest.length || former.startsWith("-")) usage("moved-browser.mjs FORMER.html PAGE.html FRAGMENT");
const from = fileUrl(former);
const to = fileUrl(page);

// Where the browser is in the end, and whether it shows that place of the page.
async function arrive(browser, options, address) {
  const tab = await browser.newPage({ ...options, viewport: { width: 800, height: 300 } });
  await tab.goto(address);
  await tab.waitForURL((url) => url.href.startsWith(to), { timeout: 10000 });
  await tab.waitForLoadState();
  const place = tab.locator(`[id="${fragment}"]`);
  const box = await place.boundingBox();
  const found = { url: tab.url(), shown: box !== null && box.y > -2 && box.y < 300 };
  await tab.close();
  return found;
}

await withBrowser(async (browser) => {
  const findings = [];
  const plain = await arrive(browser, { javaScriptEnabled: false }, from);
  if (plain.url !== to) findings.push(`without scripts it leads to ${plain.url}`);
  const whole = await arrive(browser, {}, `${from}#${fragment}`);
  if (whole.url !== `${to}#${fragment}`) findings.push(`it leads to ${whole.url}`);
  if (!whole.shown) findings.push(`#${fragment} is not in sight`);
  console.log(findings.length ? findings.join("\n") : `leads to #${fragment}`);
  return findings.length ? 1 : 0;
});
