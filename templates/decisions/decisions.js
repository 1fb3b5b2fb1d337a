// SPDX-License-Identifier: MIT
// The filter of the register of decisions, and sorting by its columns. The page is complete without them.
(function () {
  const form = document.getElementById("filter");
  const table = document.querySelector(".vedtaksliste");
  if (!form || !table) return;
  const titles = Array.from(table.tHead.rows[0].cells).map((head) => head.textContent);
  tellRoles(table);

  const rows = Array.from(table.tBodies[0].rows).map((element, place) => {
    const data = element.dataset;
    const number = element.cells[0].textContent.match(/(\d+)\/(\d+)/) || [];
    const cells = Array.from(element.cells);
    for (const cell of cells) if (!cell.matches(".sak, .ordlyd")) cell.dataset.navn = titles[cell.cellIndex];
    return {
      element,
      place,
      committee: [data.utvalg],
      owner: data.hvem.split(" "),
      status: [data.status],
      text: fold(element.textContent),
      // What a column is sorted by: a day, a number, or its words.
      keys: cells.map((cell) =>
        cell.matches(".sak") ? data.dato + String(number[1] || "").padStart(6, "0") : cell.matches(".frist") ? data.frist : cell.textContent.trim()
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
      const cell = row.element.querySelector("td.status");
      cell.className = "status forfalt";
      cell.querySelector("span").textContent = row.keys[cell.cellIndex] = form.dataset.forfalt;
      row.status.push("forfalt");
      row.text = fold(row.element.textContent);
    }
    if (late.length) form.elements.status.append(new Option(form.dataset.forfalt, "forfalt"));
  }

  sortRows(table, rows, form.dataset.sorter);
  filterRows(form, rows);
})();
