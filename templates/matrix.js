// SPDX-License-Identifier: MIT
// The filter of the year matrix. The page is complete without it.
(function () {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const names = ["owner", "area", "year", "status", "q"];
  const output = form.querySelector("output");
  const nothing = document.getElementById("ingen");
  const legend = document.querySelector(".forklaring");
  const goals = Array.from(document.querySelectorAll("main table > tbody"));
  const areas = Array.from(document.querySelectorAll("section[data-omrade]"));
  const fold = (text) => text.toLowerCase().replace(/\s+/g, " ");

  // Browsers that forget that a row is a row once it is laid out as a card are told so.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const e of document.querySelectorAll("main table, main table *")) {
    if (roles[e.tagName]) e.setAttribute("role", roles[e.tagName]);
    else if (e.tagName === "TH") e.setAttribute("role", e.scope === "col" ? "columnheader" : "rowheader");
  }

  const rows = [];
  for (const goal of goals) {
    const area = goal.closest("section").querySelector("h2").textContent;
    const heading = area + " " + goal.rows[0].textContent;
    for (const element of goal.querySelectorAll("tr[data-tiltak]")) {
      const data = element.dataset;
      rows.push({
        element,
        owner: data.ansvar.split(" "),
        area: [data.omrade],
        year: data.ar.split(" "),
        status: [data.status],
        text: fold(heading + " " + element.textContent),
      });
    }
  }

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
    const choices = names.slice(0, 4).map((name) => [name, form.elements[name].value]).filter((choice) => choice[1]);
    let shown = 0;
    for (const row of rows) {
      const fits = choices.every((c) => row[c[0]].includes(c[1])) && words.every((word) => row.text.includes(word));
      row.element.hidden = !fits;
      if (fits) shown++;
    }
    for (const goal of goals) goal.hidden = !goal.querySelector("tr[data-tiltak]:not([hidden])");
    for (const area of areas) {
      area.hidden = !area.querySelector("tbody:not([hidden])");
      const link = document.querySelector('.hurtig a[href="#' + area.querySelector("h2").id + '"]');
      if (link) link.parentElement.hidden = area.hidden;
    }
    nothing.hidden = shown > 0;
    legend.hidden = shown === 0;
    form.classList.toggle("aktiv", choices.length + words.length > 0);
    output.textContent = form.dataset.antall.replace("{n}", shown).replace("{alle}", rows.length);
  }

  function change() {
    apply();
    remember();
  }

  // A link to an action that the filter hides shows it.
  function follow() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch (e) {
      return;
    }
    const target = id && document.getElementById(id);
    if (!target || !target.closest("[hidden]")) return;
    for (const name of names) form.elements[name].value = "";
    change();
    target.scrollIntoView();
  }

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) form.elements[name].value = "";
    change();
    form.elements.owner.focus();
  });
  addEventListener("hashchange", follow);
  addEventListener("pageshow", () => {
    read();
    apply();
  });

  form.hidden = false;
  read();
  apply();
  follow();
})();
