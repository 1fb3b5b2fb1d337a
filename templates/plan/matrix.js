// SPDX-License-Identifier: MIT
// The filter of the year matrix. The page is complete without it.
(function () {
  const form = document.getElementById("filter");
  if (!form) return;
  const legend = document.querySelector(".forklaring");
  const goals = Array.from(document.querySelectorAll(".matrise > tbody"));
  const areas = Array.from(document.querySelectorAll("section[data-omrade]"));
  document.querySelectorAll(".matrise").forEach(tellRoles);

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

  // No heading of a goal or an area stands over nothing.
  function hideHeadings(shown) {
    for (const goal of goals) goal.hidden = !goal.querySelector("tr[data-tiltak]:not([hidden])");
    for (const area of areas) {
      area.hidden = !area.querySelector(".matrise > tbody:not([hidden])");
      const link = document.querySelector('.hurtig a[href="#' + area.querySelector("h2").id + '"]');
      if (link) link.parentElement.hidden = area.hidden;
    }
    legend.hidden = shown === 0;
  }

  const clear = filterRows(form, rows, hideHeadings);

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
    clear();
    target.scrollIntoView();
  }

  addEventListener("hashchange", follow);
  follow();
})();
