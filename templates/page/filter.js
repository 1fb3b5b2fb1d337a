// SPDX-License-Identifier: MIT
// What pages with a filter share. They are complete without it.
"use strict";

const fold = (text) => text.toLowerCase().replace(/\s+/g, " ");

// Browsers that forget that a row is a row once it is laid out as a card are told so.
function tellRoles(table) {
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const e of [table, ...table.querySelectorAll("*")]) {
    if (roles[e.tagName]) e.setAttribute("role", roles[e.tagName]);
    else if (e.tagName === "TH") e.setAttribute("role", e.scope === "col" ? "columnheader" : "rowheader");
  }
}

// What is chosen, and the groups that it is part of, directly or through another.
function withGroups(select) {
  const wanted = new Set([select.value]);
  for (const value of wanted) {
    const option = Array.from(select.options).find((o) => o.value === value);
    const groups = option && option.dataset.grupper;
    if (groups) groups.split(" ").forEach((group) => wanted.add(group));
  }
  return wanted;
}

// Shows the rows that fit what stands in the form, and remembers that in the address. A row has its element, its folded
// text, and by the name of each choice of the form the values that it has there. `onShown` is told how many rows show.
// Returns what takes all choices back.
function filterRows(form, rows, onShown = () => {}) {
  const fields = Array.from(form.querySelectorAll("select, input"));
  const selects = fields.filter((field) => field.localName === "select");
  const output = form.querySelector("output");
  const nothing = document.getElementById("ingen");
  const told = document.getElementById("utvalg");
  const title = document.title;

  function read() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = query.get(field.name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
  }

  function remember() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = field.value.trim();
      if (value) query.set(field.name, value);
      else query.delete(field.name);
    }
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (e) {
      // A page without an address of its own: the filter works, it is only not remembered.
    }
  }

  // What is chosen, in words: as a page that is printed or kept must tell.
  function tell(shown) {
    const words = selects.filter((select) => select.value).map((select) => select.selectedOptions[0].textContent);
    const q = form.elements.q.value.trim();
    if (q) words.push("«" + q + "»");
    const choice = words.join(", ");
    told.textContent = form.dataset.utvalg.replace("{n}", shown).replace("{alle}", rows.length).replace("{valg}", () => choice);
    told.hidden = !choice;
    document.title = choice ? choice + " – " + title : title;
  }

  function apply() {
    const words = fold(form.elements.q.value).split(" ").filter(Boolean);
    const choices = selects
      .filter((select) => select.value)
      .map((select) => ({ name: select.name, wanted: withGroups(select) }));
    let shown = 0;
    for (const row of rows) {
      const fits =
        choices.every((c) => row[c.name].some((value) => c.wanted.has(value))) && words.every((word) => row.text.includes(word));
      row.element.hidden = !fits;
      if (fits) shown++;
    }
    nothing.hidden = shown > 0;
    form.classList.toggle("aktiv", choices.length + words.length > 0);
    output.textContent = form.dataset.antall.replace("{n}", shown).replace("{alle}", rows.length);
    tell(shown);
    onShown(shown);
  }

  function readAndApply() {
    read();
    apply();
  }

  function change() {
    apply();
    remember();
  }

  function clear() {
    for (const field of fields) field.value = "";
    change();
  }

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    fields[0].focus();
  });
  addEventListener("pageshow", readAndApply);

  form.hidden = false;
  readAndApply();
  return clear;
}

// Sorts the rows of the table by the column whose head is pressed; pressed again, the other way. A row also has its place
// at first and its keys, one for each column: days, numbers or words. What is empty comes last.
function sortRows(table, rows, words) {
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const language = document.documentElement.lang;

  function sort(column, down) {
    const sign = down ? -1 : 1;
    rows.sort((a, b) => {
      const one = a.keys[column];
      const other = b.keys[column];
      if (!one !== !other) return one ? -1 : 1;
      return sign * one.localeCompare(other, language, { numeric: true }) || a.place - b.place;
    });
    body.append(...rows.map((row) => row.element));
    heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = words;
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(column, head.getAttribute("aria-sort") === "ascending"));
    head.replaceChildren(button);
  });
}
