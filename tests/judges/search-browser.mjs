#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// What the search box of a site finds, from a server that says what the site's _headers says.
//
// usage: search-browser.mjs [--pictures DIR] FOLDER QUERY...
//
// A line for each query: QUERY, the number of pages found, the address of the first, the title; "register" where nothing
// was found and the register of decisions is offered. Exit status: 0, 1 something was asked of elsewhere or refused by
// the policy, 2 wrong usage.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { show, usage, withBrowser } from "./browser.mjs";

const [first, ...others] = process.argv.slice(2);
const pictures = first === "--pictures" ? others.shift() : null;
const folder = pictures ? others.shift() : first;
const queries = others;
if (!folder || !queries.length) usage("search-browser.mjs [--pictures DIR] FOLDER QUERY...");
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json" };
const policy = readFileSync(join(folder, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)[1];
const server = createServer((request, answer) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  try {
    const content = readFileSync(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    answer.writeHead(200, { "Content-Type": types[extname(path) || ".html"] ?? "application/octet-stream", "Content-Security-Policy": policy });
    answer.end(content);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const site = `http://127.0.0.1:${server.address().port}/`;

async function ask(page, query) {
  await page.goto(`${site}index.html?q=${encodeURIComponent(query)}`);
  await page.locator(".treff > li, .søk .ingen:not([hidden])").first().waitFor({ timeout: 15000 });
  const found = await page.locator(".treff > li > a").evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.textContent]));
  const register = await page.locator('.søk .ingen:not([hidden]) a[href="decisions.html"]').count();
  console.log([query, found.length, ...(found[0] ?? [register ? "register" : "nothing"])].join("\t"));
}

await withBrowser(async (browser) => {
  const findings = [];
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && !message.text().includes("favicon") && findings.push(message.text()));
  page.on("pageerror", (error) => findings.push(error.message));
  page.on("request", (request) => request.url().startsWith(site) || request.url().startsWith("data:") || request.url().startsWith("blob:") || findings.push(`asks for ${request.url()}`));
  for (const query of queries) await ask(page, query);
  for (const width of pictures ? [320, 390, 1280] : [])
    for (const scheme of ["light", "dark"]) {
      await show(page, { width, height: 900, scheme });
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) findings.push(`wider than ${width}`);
      await page.screenshot({ path: join(pictures, `search-${width}-${scheme}.png`) });
    }
  if (findings.length) console.error(findings.join("\n"));
  server.close();
  return findings.length ? 1 : 0;
});
