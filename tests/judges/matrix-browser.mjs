#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Does the page of the year matrix do what it should in a real browser? Filter, keyboard, sticky headers, print.
//
// usage: matrix-browser.mjs FILE.html FILE.json
//   FILE.json is the same plan from `plan-matrix -f json`: what each choice must show is computed from it.
//
// What the page promises: a form#filter with the selects owner, area, year, status (first option: no choice, value ""),
// an input q and an output that tells how many rows show; a row is a tr[data-tiltak=NUMBER].
// Findings, one a line. Needs pdftotext and pdfinfo. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileUrl, show, usage, withBrowser } from "./browser.mjs";

const [file, json, ...rest] = process.argv.slice(2);
if (!json || rest.length || file.startsWith("-")) usage("matrix-browser.mjs FILE.html FILE.json");
const url = fileUrl(file);
fileUrl(json);

const plan = JSON.parse(readFileSync(json, "utf8"));
const actions = plan.områder.flatMap((area) =>
  area.mål.flatMap((goal) => goal.tiltak.map((action) => ({ ...action, område: area.nr }))),
);

// The numbers of the actions that a choice must leave, in the plan's order.
const wanted = {
  owner: (value) => actions.filter((a) => a["ansvar-id"].split(" ").includes(value)),
  area: (value) => actions.filter((a) => String(a.område) === value),
  year: (value) => actions.filter((a) => a.årsmerker.some((m) => String(m.år) === value && m.merke)),
  status: (value) => actions.filter((a) => [a.status, a["status-klasse"]].includes(value)),
};
const names = Object.keys(wanted);

let checks = 0;
const found = [];
function check(truth, message) {
  checks += 1;
  if (!truth) found.push(typeof message === "function" ? message() : message);
  return truth;
}
const list = (numbers) => (numbers.length > 8 ? `${numbers.slice(0, 8).join(" ")} … (${numbers.length})` : numbers.join(" ") || "none");
function checkRows(rows, expected, when) {
  check(rows.join() === expected.join(), () => `${when}: shows ${list(rows)}, should show ${list(expected)}`);
}

const rowsShown = (page) =>
  page.$$eval("tr[data-tiltak]", (rows) => rows.filter((r) => r.getClientRects().length).map((r) => r.dataset.tiltak));
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100)));
const all = actions.map((a) => a.nr);

async function newPage(browser, options) {
  const page = await browser.newPage(options);
  page.on("pageerror", (e) => check(false, `script: ${e.message}`));
  page.on("console", (m) => m.type() === "error" && check(false, `console: ${m.text()}`));
  return page;
}

// The page as it is at first, in the tab that all share: a new one costs more than what is judged.
let tab;
async function open(browser, view = {}) {
  tab ??= await newPage(browser);
  await show(tab, { width: 1280, height: 720, ...view });
  await tab.goto("about:blank");
  await tab.goto(url);
  return tab;
}

async function choose(page, name, value) {
  await page.selectOption(`#filter select[name=${name}]`, value);
  await settled(page);
}

async function withoutScript(browser) {
  const page = await newPage(browser, { javaScriptEnabled: false });
  await show(page, { width: 1280, height: 720 });
  await page.goto(url);
  checkRows(await rowsShown(page), all, "without script");
  check(!(await page.isVisible("#filter")), "without script: the filter shows, though it can do nothing");
  await page.close();
}

// The first number in the <output> is how many rows show.
async function checkCount(page, number, when) {
  const text = await page.textContent("#filter output");
  check(Number(text.match(/\d+/)?.[0]) === number, () => `${when}: the output says ${JSON.stringify(text)}, ${number} rows show`);
}

// No heading of an area or goal may stand over nothing.
async function checkHeadings(page, when) {
  const alone = await page.$$eval("main section, main table, main tbody", (groups) => {
    const shows = (e) => e.getClientRects().length > 0;
    // A goal is a body with its heading and first action, and one with the others.
    const goal = (g) => [g, ...(g.nextElementSibling?.matches(".flere") ? [g.nextElementSibling] : [])];
    const rows = (g) => goal(g).flatMap((part) => [...part.querySelectorAll("tr[data-tiltak]")]);
    return groups.filter((g) => shows(g) && rows(g).length && !rows(g).some(shows)).map((g) => g.textContent.trim().slice(0, 30));
  });
  check(!alone.length, () => `${when}: headings over no rows: ${alone.length}, the first ${JSON.stringify(alone[0])}`);
}

async function filter(browser) {
  const page = await open(browser);
  check(await page.isVisible("#filter"), "the filter does not show");
  checkRows(await rowsShown(page), all, "at first");
  await checkCount(page, all.length, "at first");
  for (const name of names) {
    const values = await page.$$eval(`#filter select[name=${name}] option`, (options) => options.map((o) => o.value));
    if (!check(values[0] === "" && values.length > 1, `${name}: the first of several options must have the value ""`)) continue;
    const used = new Set();
    for (const value of values.slice(1)) {
      await choose(page, name, value);
      const expected = wanted[name](value).map((a) => a.nr);
      check(expected.length, `${name}=${value}: an option without an action`);
      expected.forEach((nr) => used.add(nr));
      checkRows(await rowsShown(page), expected, `${name}=${value}`);
      await checkCount(page, expected.length, `${name}=${value}`);
      await checkHeadings(page, `${name}=${value}`);
    }
    if (name === "area") check(used.size === all.length, "area: the options do not cover all actions");
    await choose(page, name, "");
    checkRows(await rowsShown(page), all, `${name} taken back`);
  }
}

// Two choices and a word at once: all must hold, survive a reload, and travel with the address.
async function combination(browser) {
  const page = await open(browser);
  const area = String(actions[0].område);
  const owner = actions[0]["ansvar-id"].split(" ")[0];
  const expected = wanted.owner(owner).filter((a) => String(a.område) === area).map((a) => a.nr);
  await choose(page, "area", area);
  await choose(page, "owner", owner);
  checkRows(await rowsShown(page), expected, `area=${area} and owner=${owner}`);
  const address = page.url();
  const said = decodeURIComponent(address.slice(url.length));
  check(said.includes(owner), () => `the address does not tell the choice: ${said}`);
  await page.reload();
  await settled(page);
  check((await page.inputValue("#filter select[name=owner]")) === owner, "the choice is lost by a reload");
  checkRows(await rowsShown(page), expected, "after a reload");

  const other = await open(browser);
  await other.goto("about:blank");
  await other.goto(address);
  await settled(other);
  checkRows(await rowsShown(other), expected, "from a copied address");
  await other.goto(`${url}?owner=no-such&year=1`);
  await settled(other);
  check((await rowsShown(other)).length === all.length, "an address with unknown values must show all rows");
}

async function search(browser) {
  const page = await open(browser);
  const type = async (text) => {
    await page.fill("#filter input[name=q]", "");
    await page.click("#filter input[name=q]");
    await page.keyboard.type(text);
    await settled(page);
    return rowsShown(page);
  };
  const texts = await page.$$eval("tr[data-tiltak]", (rows) => rows.map((r) => [r.dataset.tiltak, r.innerText]));
  const having = (w) => texts.filter(([, t]) => t.toLowerCase().includes(w.toLowerCase())).map(([nr]) => nr);
  const words = texts.flatMap(([, text]) => text.match(/\p{L}{6,}/gu) ?? []);
  const norwegian = words.filter((w) => /[æøå]/i.test(w));
  const [word] = (norwegian.length ? norwegian : words).sort((a, b) => having(a).length - having(b).length);
  for (const text of [word.toLowerCase(), word.toUpperCase()]) {
    const rows = await type(text);
    const must = having(word); // and perhaps rows whose goal or area has the word
    check(must.every((nr) => rows.includes(nr)), () => `q=${text}: shows ${list(rows)}, should show ${list(must)}`);
    check(rows.length < all.length, `q=${text}: hides nothing`);
  }
  const last = all[all.length - 1];
  check((await type(last)).includes(last), `q=${last}: an action is not found by its number`);
  check(decodeURIComponent(page.url().slice(url.length)).includes(last), "the address does not tell the word searched for");
  await page.reload();
  await settled(page);
  check((await page.inputValue("#filter input[name=q]")) === last, "the word is lost by a reload");
  check((await rowsShown(page)).length < all.length, "the word has no effect after a reload");
  const none = await type("zzqx");
  check(!none.length, () => `q=zzqx: shows ${list(none)}`);
  await checkCount(page, 0, "q=zzqx");
  const before = page.url();
  await page.focus("#filter input[name=q]");
  await page.keyboard.press("Enter"); // must not send the form away and lose the page's state
  await settled(page);
  check((await rowsShown(page)).length === 0, () => `Enter in the search field shows rows again (${before} → ${page.url()})`);
}

// A link to an action that the filter hides takes the filter back, and so does the button.
async function takenBack(browser) {
  const page = await open(browser);
  const { id } = await page.$eval("tr[data-tiltak]", (row) => ({ id: row.id }));
  const hide = async (address) => {
    await page.goto("about:blank");
    await page.goto(address);
    await settled(page);
  };
  await hide(`${url}?q=zzqx#${id}`);
  checkRows(await rowsShown(page), all, "a link to an action that is hidden");
  await hide(`${url}?q=zzqx`);
  checkRows(await rowsShown(page), [], "an address with a word that nothing has");
  await page.evaluate((target) => (location.hash = target), id);
  await settled(page);
  checkRows(await rowsShown(page), all, "a link within the page to an action that is hidden");
  await choose(page, "area", String(actions[0].område));
  await page.click("#filter button[type=reset]");
  await settled(page);
  checkRows(await rowsShown(page), all, "after a reset");
  check(!page.url().includes("?"), () => `after a reset the address still tells a choice: ${page.url()}`);
}

// On a phone, where rows are cards, browsers must be told that they are rows.
async function roles(browser) {
  const page = await open(browser, { width: 360 });
  const without = await page.$$eval("main :is(table, thead, tbody, tr, td, th)", (parts) => parts.filter((e) => !e.hasAttribute("role")).map((e) => e.localName));
  check(!without.length, () => `parts of tables without a role: ${without.length}, the first a ${without[0]}`);
}

async function keyboard(browser) {
  const page = await open(browser);
  const focus = () =>
    page.evaluate(() => {
      const e = document.activeElement;
      const box = e.getBoundingClientRect();
      const style = getComputedStyle(e);
      const seen = (x, y) => {
        const top = document.elementFromPoint(x, y);
        return top && (e.contains(top) || top.contains(e));
      };
      const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 1 && box.height > 1;
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 1);
      const name = e.localName + (e.getAttribute("name") ? `[name=${e.getAttribute("name")}]` : "");
      return {
        name: `${name} ${JSON.stringify(e.innerText?.trim().slice(0, 30) ?? "")}`,
        body: e === document.body,
        href: e.getAttribute("href"),
        inForm: Boolean(e.closest("#filter")) && e.getAttribute("name"),
        shown: inside && seen(x, y),
        marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
      };
    });
  await page.keyboard.press("Tab");
  const skip = await focus();
  check(skip.href?.startsWith("#"), `Tab reaches first: ${skip.name}, not a skip link`);
  check(skip.shown, "the skip link does not show when it has the focus");
  const reached = new Set();
  for (let i = 0, now = skip; i < 400 && !now.body; i += 1) {
    check(now.marked, `Tab ${i + 1}: the focus cannot be seen on ${now.name}`);
    check(now.shown, `Tab ${i + 1}: ${now.name} has the focus but is outside the window or covered`);
    if (now.inForm) reached.add(now.inForm);
    await page.keyboard.press("Tab");
    now = await focus();
  }
  for (const name of [...names, "q"]) check(reached.has(name), `Tab does not reach ${name}`);

  await page.focus("#filter select[name=area]");
  await page.keyboard.press("ArrowDown");
  await settled(page);
  const area = await page.inputValue("#filter select[name=area]");
  check(area !== "", "the arrow keys do not choose an area");
  checkRows(await rowsShown(page), wanted.area(area).map((a) => a.nr), `area=${area} by the keyboard`);

  await page.goto(url);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const after = await page.evaluate((target) => {
    const e = document.querySelector(target);
    const at = document.activeElement;
    return Boolean(e) && (e.contains(at) || Boolean(e.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING));
  }, skip.href?.startsWith("#") ? skip.href : "html");
  check(after, "the skip link does not move the focus past what it skips");
}

// The header stays while scrolling down, the action's number while scrolling sideways, and nothing covers them.
async function sticky(browser) {
  for (const width of [1600, 1280, 1024]) {
    const page = await open(browser, { width, height: 600 });
    const down = await page.evaluate(() => {
      const tables = [...document.querySelectorAll("table")].filter((t) => t.querySelector("tr[data-tiltak]"));
      const table = tables.sort((a, b) => b.offsetHeight - a.offsetHeight)[0];
      if (table.offsetHeight < innerHeight * 1.3) return { low: true };
      [...table.querySelectorAll("tr[data-tiltak]")].pop().scrollIntoView({ block: "end" });
      const heads = [...table.tHead.rows].flatMap((r) => [...r.cells]).filter((c) => c.getClientRects().length);
      const bad = heads.filter((c) => {
        const box = c.getBoundingClientRect();
        if (box.left >= innerWidth || box.right <= 0) return false;
        const top = document.elementFromPoint(Math.min(box.left + box.width / 2, innerWidth - 2), box.top + box.height / 2);
        return box.top < -1 || box.bottom > innerHeight / 2 || !top || !(c === top || c.contains(top));
      });
      return { heads: heads.length, bad: bad.map((c) => c.innerText.trim().replace(/\s+/g, " ")) };
    });
    if (!down.low) {
      check(down.heads, `${width} px: the table has no visible header`);
      check(!down.bad.length, () => `${width} px, scrolled down: header cells out of view or covered: ${down.bad.join(", ")}`);
    }
  }
  let scrolled = false;
  for (const width of [1280, 1024, 900, 800, 700, 600]) {
    const page = await open(browser, { width, height: 600 });
    const side = await page.evaluate(() => {
      const row = document.querySelector("tr[data-tiltak]");
      if (getComputedStyle(row).display !== "table-row") return null;
      let box = row.parentElement;
      while (box && !(box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX))) box = box.parentElement;
      if (!box) return null;
      row.scrollIntoView({ block: "center" });
      box.scrollLeft = box.scrollWidth;
      const number = row.querySelector("th[scope=row]");
      const at = number.getBoundingClientRect();
      const top = document.elementFromPoint(at.left + at.width / 2, at.top + Math.min(at.height / 2, 12));
      return { left: at.left - box.getBoundingClientRect().left, covered: !top || !(number === top || number.contains(top)) };
    });
    if (side) {
      scrolled = true;
      check(side.left >= -1 && !side.covered, `${width} px, scrolled sideways: the action's number is out of view or covered`);
    }
  }
  return scrolled;
}

async function overviewShows(browser) {
  const page = await open(browser);
  const shows = await page.$(".oversikt");
  return Boolean(shows);
}

// What is chosen is told in the head of the page and in its title, in the overview as in the table, and goes with the
// choice.
async function told(browser) {
  const page = await open(browser);
  const head = () => page.$eval("#utvalg", (e) => (e.hidden ? "" : e.textContent));
  const before = await page.title();
  check((await head()) === "", "without a choice the head tells of one");
  const status = await page.$eval("#filter select[name=status] option:nth-child(2)", (o) => ({ value: o.value, words: o.textContent }));
  await choose(page, "status", status.value);
  const shown = await rowsShown(page);
  check((await head()).includes(status.words) && (await head()).startsWith(String(shown.length)), "the head does not tell how many rows show, and what is chosen");
  check((await page.title()).includes(status.words) && (await page.title()).includes(before), "the title does not tell what is chosen");
  const listed = await page.$$eval(".oversikt li", (rows) => rows.filter((r) => r.getClientRects().length).map((r) => r.querySelector("b").textContent));
  if (await page.$(".oversikt")) checkRows(listed, shown, "the overview");
  await page.click("#filter button[type=reset]");
  await settled(page);
  check((await head()) === "" && (await page.title()) === before, "after a reset the head or the title still tell a choice");
}

// The years of an action are one strip, and a bar is one bar, at every width.
async function strips(browser) {
  const page = await open(browser, { width: 320, height: 800 });
  for (let width = 320; width <= 1300; width += 10) {
    await show(page, { width, height: 800 });
    const broken = await page.evaluate(() => {
      const found = [];
      const strips = [...document.querySelectorAll("tr[data-tiltak]"), ...document.querySelectorAll(".oversikt li .o-strip")];
      for (const strip of strips) {
        const name = strip.dataset.tiltak ?? strip.parentElement.dataset.til;
        const cells = [...strip.querySelectorAll(".ar, .o-ar")].map((cell) => ({ cell, box: cell.getBoundingClientRect() }));
        if (cells.some(({ box }) => Math.abs(box.top - cells[0].box.top) > 1)) found.push(`${name}: years in several lines`);
        if (cells.some(({ box }, i) => i && Math.abs(box.left - cells[i - 1].box.right) > 1)) found.push(`${name}: years apart`);
        cells.slice(1).forEach(({ cell }, i) => {
          const to = cell.querySelector(".fortsetter-fra");
          const from = cells[i].cell.querySelector(".fortsetter-til");
          if (Boolean(to) !== Boolean(from)) found.push(`${name}: half of a bar`);
          if (to && from && to.getBoundingClientRect().left - from.getBoundingClientRect().right > 0.5) found.push(`${name}: a gap in a bar`);
        });
      }
      if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
      return found;
    });
    check(!broken.length, () => `${width} px: ${broken.length} strips are broken, the first: ${broken[0]}`);
  }
}

async function print(browser, directory) {
  const page = await open(browser, { scheme: "dark" });
  const headings = await page.$$eval("table", (tables) =>
    tables.filter((t) => t.querySelector("tr[data-tiltak]")).map((t) => {
      const head = t.tHead.cloneNode(true);
      head.querySelectorAll("[aria-hidden=true]").forEach((e) => e.remove());
      return [...head.querySelectorAll("th")].map((c) => c.textContent);
    }),
  );
  const pdf = join(directory, "page.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  const info = execFileSync("pdfinfo", ["-l", "9999", pdf], { encoding: "utf8" });
  const sizes = [...info.matchAll(/^Page +(\d+) size: +([\d.]+) x ([\d.]+)/gm)];
  check(sizes.length > 0, "print: no pages");
  for (const [, number, width, height] of sizes)
    check(Math.abs(width - 841.9) < 1.5 && Math.abs(height - 595.3) < 1.5, `print: page ${number} is ${width} x ${height} pt, not A4 landscape`);
  const words = headings.map((cells) => new Set(cells.join(" ").toLowerCase().match(/[\p{L}\d.]+/gu)));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const printed = new Set();
  // The overview comes first, and has no table.
  const first = (await overviewShows(browser)) ? 1 : 0;
  text.split("\f").slice(first, -1).forEach((sheet, i) => {
    const places = all.map((nr) => [nr, sheet.search(new RegExp(`^ *${nr.replaceAll(".", "\\.")}( |$)`, "mi"))]).filter(([, at]) => at >= 0);
    if (!places.length) return;
    places.forEach(([nr]) => printed.add(nr));
    const above = new Set(sheet.slice(0, Math.min(...places.map(([, at]) => at))).toLowerCase().match(/[\p{L}\d.]+/gu));
    const lost = words.map((set) => [...set].filter((w) => !above.has(w)));
    check(lost.some((l) => !l.length), () => `print: page ${i + first + 1} has no header row above its first action (missing: ${lost[0].join(" ")})`);
  });
  const lost = all.filter((nr) => !printed.has(nr));
  check(!lost.length, () => `print: rows not found on paper: ${list(lost)}`);
  return sizes.length;
}

await withBrowser(async (browser) => {
  const directory = mkdtempSync(join(tmpdir(), "judge-"));
  let pages = 0;
  let scrolled = false;
  try {
    const there = await open(browser);
    const parts = ["#filter", ...names.map((n) => `#filter select[name=${n}]`), "#filter input[name=q]", "#filter output", "tr[data-tiltak]"];
    for (const part of parts) check(await there.$(part), `the page has no ${part}`);
    if (!found.length) {
      await withoutScript(browser);
      await filter(browser);
      await combination(browser);
      await search(browser);
      await takenBack(browser);
      await told(browser);
      await strips(browser);
      await roles(browser);
      await keyboard(browser);
      scrolled = await sticky(browser);
      pages = await print(browser, directory);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  for (const line of found) console.log(`${file}: ${line}`);
  if (found.length) return 1;
  console.log(`${file}: ok (${checks} checks, ${actions.length} rows, ${pages} printed pages${scrolled ? "" : "; never scrolled sideways"})`);
  return 0;
});
