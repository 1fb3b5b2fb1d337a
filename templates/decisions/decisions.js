// SPDX-License-Identifier: MIT
// The filter of the register of decisions, and sorting by its columns. The page is complete without them.
(function () {
  const form = document.getElementById("filter");
  const table = document.querySelector(".vedtaksliste");
  if (!form || !table) return;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const titles = heads.map((head) => head.textContent);
  const language = document.documentElement.lang;
  tellRoles(table);

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

  // A page of no day says what is overdue on the reader's.
  const overdue = document.getElementById("forfalte");
  if (overdue) {
    const now = new Date();
    const pad = (number) => String(number).padStart(2, "0");
    const today = [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join("-");
    const late = rows.filter(({ element: { dataset } }) => dataset.status === "apen" && dataset.frist && dataset.frist < today);
    overdue.querySelector("b").textContent = late.length;
    overdue.hidden = false;
    for (const row of late) {
      const cell = row.element.cells[5];
      cell.className = "status forfalt";
      cell.querySelector("span").textContent = row.keys[5] = form.dataset.forfalt;
      row.status.push("forfalt");
      row.text = fold(row.element.textContent);
    }
    if (late.length) form.elements.status.append(new Option(form.dataset.forfalt, "forfalt"));
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

  filterRows(form, rows);
})();
