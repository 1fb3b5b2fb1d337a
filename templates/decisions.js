// SPDX-License-Identifier: MIT
// The filter of the register of decisions, and sorting by its columns. The page is complete without them.
(function () {
  "use strict";
  const form = document.getElementById("filter");
  const table = document.querySelector(".vedtaksliste");
  if (!form || !table) return;
  const names = ["committee", "owner", "status", "q"];
  const output = form.querySelector("output");
  const nothing = document.getElementById("ingen");
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const titles = heads.map((head) => head.textContent);
  const fold = (text) => text.toLowerCase().replace(/\s+/g, " ");
  const language = document.documentElement.lang;

  // Browsers that forget that a row is a row once it is laid out as a card are told so.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell", TH: "columnheader" };
  for (const e of [table, ...table.querySelectorAll("*")]) if (roles[e.tagName]) e.setAttribute("role", roles[e.tagName]);

  const rows = Array.from(body.rows).map((element, place) => {
    const data = element.dataset;
    const number = element.cells[0].textContent.match(/(\d+)\/(\d+)/) || [];
    for (const i of [1, 3, 4, 5]) element.cells[i].dataset.navn = titles[i];
    return {
      element,
      place,
      committee: [data.utvalg],
      owner: data.hvem.split(" "),
      status: [data.status],
      text: fold(element.textContent),
      // What a column is sorted by: a day, a number, or its words. What is empty comes last.
      keys: Array.from(element.cells).map((cell, column) =>
        column === 0 ? data.dato + String(number[1] || "").padStart(6, "0") : column === 4 ? data.frist : cell.textContent.trim()
      ),
    };
  });

  function read() {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      const field = form.elements[name];
      field.value = query.get(name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
  }

  function remember() {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      const value = form.elements[name].value.trim();
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (e) {
      // A page without an address of its own: the filter works, it is only not remembered.
    }
  }

  function apply() {
    const words = fold(form.elements.q.value).split(" ").filter(Boolean);
    const choices = names.slice(0, 3).map((name) => [name, form.elements[name].value]).filter((choice) => choice[1]);
    let shown = 0;
    for (const row of rows) {
      const fits = choices.every((c) => row[c[0]].includes(c[1])) && words.every((word) => row.text.includes(word));
      row.element.hidden = !fits;
      if (fits) shown++;
    }
    nothing.hidden = shown > 0;
    form.classList.toggle("aktiv", choices.length + words.length > 0);
    output.textContent = form.dataset.antall.replace("{n}", shown).replace("{alle}", rows.length);
  }

  function change() {
    apply();
    remember();
  }

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
    button.title = form.dataset.sorter;
    button.textContent = titles[column];
    button.addEventListener("click", () => sort(column, head.getAttribute("aria-sort") === "ascending"));
    head.replaceChildren(button);
  });

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) form.elements[name].value = "";
    change();
    form.elements.committee.focus();
  });
  addEventListener("pageshow", () => {
    read();
    apply();
  });

  form.hidden = false;
  read();
  apply();
})();
