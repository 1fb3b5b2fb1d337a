// SPDX-License-Identifier: MIT
// The filter of a register, and sorting by its columns. The page is complete without them.
(function () {
  const form = document.getElementById("filter");
  const table = document.querySelector(".registerliste");
  for (const each of document.querySelectorAll(".registerliste")) tellRoles(each);
  if (!form || !table) return;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const titles = heads.map((head) => head.textContent);
  const language = document.documentElement.lang;

  // What a column is sorted by: a day, a number, or its words.
  const keyOf = (cell) => (cell.dataset.verdi || cell.textContent).trim();
  const plain = (key) => (/^-?[\d\s]+(,\d+)?$/.test(key) ? key.replace(/\s/g, "").replace(",", ".") : key);

  const rows = Array.from(body.rows).map((element, place) => {
    const row = { element, place, text: fold(element.textContent), keys: Array.from(element.cells).map((cell) => plain(keyOf(cell))) };
    heads.forEach((head, column) => {
      row[head.dataset.kolonne] = [element.cells[column].textContent.trim()];
    });
    return row;
  });

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
