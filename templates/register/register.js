// SPDX-License-Identifier: MIT
// The filter of a register, and sorting by its columns. The page is complete without them.
(function () {
  const form = document.getElementById("filter");
  const table = document.querySelector(".registerliste");
  for (const each of document.querySelectorAll(".registerliste")) tellRoles(each);
  if (!form || !table) return;
  const heads = Array.from(table.tHead.rows[0].cells);

  // What a column is sorted by: a day, a number, or its words.
  const keyOf = (cell) => (cell.dataset.verdi || cell.textContent).trim();
  const plain = (key) => (/^-?[\d\s]+(,\d+)?$/.test(key) ? key.replace(/\s/g, "").replace(",", ".") : key);

  const rows = Array.from(table.tBodies[0].rows).map((element, place) => {
    const row = { element, place, text: fold(element.textContent), keys: Array.from(element.cells).map((cell) => plain(keyOf(cell))) };
    heads.forEach((head, column) => {
      row[head.dataset.kolonne] = [element.cells[column].textContent.trim()];
    });
    return row;
  });

  sortRows(table, rows, form.dataset.sorter);
  filterRows(form, rows);
})();
