#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Does the page of the register of decisions do what it should in a real browser? Filter, sorting, and what is overdue.
//
// usage: decisions-browser.mjs FILE.html FILE.json
//   FILE.json is the same register from `decision-list -f json`: what each choice must show is computed from it.
// Findings, one a line. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { readFileSync } from "node:fs";
import { fileUrl, usage, withBrowser } from "./browser.mjs";

const [file, json, ...rest] = process.argv.slice(2);
if (!json || rest.length || file.startsWith("-")) usage("decisions-browser.mjs FILE.html FILE.json");
const url = fileUrl(file);
fileUrl(json);
const register = JSON.parse(readFileSync(json, "utf8"));
const decisions = register.vedtak;

let checks = 0;
const found = [];
function check(truth, message) {
  checks += 1;
  if (!truth) found.push(message);
}

const name = (d) => `${d.utvalg.kort} ${d.sak}|${d.punkt ?? ""}|${d["frist-tekst"]}`;
const shown = (page) =>
  page.$$eval(".vedtaksliste tbody tr", (rows) =>
    rows
      .filter((r) => r.getClientRects().length)
      .map((r) => [r.querySelector("th.sak[scope=row] a"), r.querySelector("td.punkt"), r.querySelector("td.frist")].map((e) => (e?.textContent ?? "").replace(/\u00a0/g, " ").trim()).join("|")),
  );
const plain = (list) => list.map((d) => name(d).replace(/\u00a0/g, " "));
function compare(rows, expected, when) {
  check(rows.join("\n") === plain(expected).join("\n"), `${when}: shows ${rows.length} rows, should show ${expected.length}, or in another order`);
}

await withBrowser(async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" });
  page.on("pageerror", (e) => check(false, `script: ${e.message}`));
  page.on("console", (m) => m.type() === "error" && check(false, `console: ${m.text()}`));
  await page.goto(url);
  compare(await shown(page), decisions, "at first");
  check(await page.isVisible("form#filter"), "the filter is hidden");
  const withoutRole = await page.$$eval(".vedtaksliste, .vedtaksliste *:is(thead, tbody, tr, td, th)", (parts) => parts.filter((e) => !e.hasAttribute("role")).length);
  check(withoutRole === 0, `${withoutRole} parts of the table have no role, and are cards on a phone`);

  const fits = {
    committee: (value) => decisions.filter((d) => d.utvalg.id === value),
    owner: (value) => decisions.filter((d) => d.hvem.some((who) => who.id === value)),
    status: (value) => decisions.filter((d) => d.status === value),
  };
  for (const field of Object.keys(fits)) {
    const all = await page.$$eval(`select[name=${field}] option`, (options) => options.map((o) => o.value).filter(Boolean));
    const values = all.filter((value) => register.dato || value !== "forfalt"); // what the page itself marks: see below
    check(values.length > 0, `${field}: nothing to choose`);
    for (const value of values) {
      await page.selectOption(`select[name=${field}]`, value);
      const expected = fits[field](value);
      check(expected.length > 0, `${field} ${value}: a choice that shows nothing`);
      compare(await shown(page), expected, `${field} ${value}`);
      check((await page.textContent("form#filter output")).includes(String(expected.length)), `${field} ${value}: the output does not tell how many`);
    }
    await page.click("form#filter button[type=reset]");
  }
  await page.fill("input[name=q]", "finnes ikke i noe vedtak");
  compare(await shown(page), [], "a search without hits");
  check(await page.isVisible("#ingen"), "nothing says that nothing fits");
  await page.click("form#filter button[type=reset]");
  compare(await shown(page), decisions, "after a reset");

  // What is chosen stands in the address, and is there after a reload.
  const status = decisions[0].status;
  await page.selectOption("select[name=status]", status);
  check(new URL(page.url()).searchParams.get("status") === status, `the address does not tell the choice: ${page.url()}`);
  await page.reload();
  compare(await shown(page), fits.status(status), "after a reload");
  await page.click("form#filter button[type=reset]");

  // By the deadline: up, with those that have none last; then down.
  const head = page.locator("th.frist");
  const place = new Map(decisions.map((d, i) => [d, i]));
  const by = (sign) => (a, b) =>
    !a.frist !== !b.frist ? (a.frist ? -1 : 1) : sign * (a.frist ?? "").localeCompare(b.frist ?? "") || place.get(a) - place.get(b);
  for (const [order, sign] of [["ascending", 1], ["descending", -1]]) {
    await head.getByRole("button").press("Enter");
    check((await head.getAttribute("aria-sort")) === order, `the deadline's column does not say ${order}`);
    compare(await shown(page), [...decisions].sort(by(sign)), `sorted ${order} by deadline`);
  }

  // A page of a day says how many are overdue on it; another counts them on the reader's day: from the day after the deadline.
  const open = decisions.filter((d) => d.status === "apen" && d.frist).map((d) => d.frist).sort();
  check(register.dato || open.length > 0, "no decision is open and has a deadline: nothing can be overdue");
  if (register.dato) check((await page.locator("#forfalte").count()) === 0, "a page of a day counts what is overdue again");
  for (const last of register.dato ? [] : [open[0], open.at(-1)])
    for (const [days, time] of [[0, "T23:30:00"], [1, "T00:30:00"]]) {
      const now = new Date(last + time);
      now.setDate(now.getDate() + days);
      const late = open.filter((deadline) => deadline < last || (days === 1 && deadline === last)).length;
      const reader = await browser.newPage();
      await reader.clock.setFixedTime(now);
      await reader.goto(url);
      check(await reader.isVisible("#forfalte"), `${now}: nothing says how many are overdue`);
      const told = await reader.textContent("#forfalte b");
      check(told === String(late), `${now}: ${told} are overdue, should be ${late}`);
      const marked = await reader.locator("td.status.forfalt").count();
      check(marked === late, `${now}: ${marked} rows are marked as overdue, should be ${late}`);
      if (late > 0) {
        await reader.selectOption("select[name=status]", "forfalt");
        check((await shown(reader)).length === late, `${now}: those that are overdue cannot be chosen`);
      }
      await reader.close();
    }

  for (const line of found) console.log(`${file}: ${line}`);
  if (!found.length) console.log(`${file}: ok (${checks} checks)`);
  return found.length ? 1 : 0;
});
