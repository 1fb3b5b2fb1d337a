// SPDX-License-Identifier: MIT
// The filter of the year matrix. The page is complete without it.
(function () {
  const form = document.getElementById("filter");
  if (!form) return;
  const legend = document.querySelector(".forklaring");
  const goals = Array.from(document.querySelectorAll(".matrise > .forste"), (first) => {
    const more = first.nextElementSibling;
    return more && more.classList.contains("flere") ? [first, more] : [first];
  });
  const areas = Array.from(document.querySelectorAll("section[data-omrade]"));
  const ways = Array.from(document.querySelectorAll("[data-til]"), (way) => [way, document.getElementById(way.dataset.til)]);
  document.querySelectorAll(".matrise").forEach(tellRoles);

  function actionsOf(goal) {
    return goal.flatMap((part) => Array.from(part.querySelectorAll("tr[data-tiltak]")));
  }

  const rows = [];
  for (const goal of goals) {
    const headings = [goal[0].closest("section").querySelector("h2"), goal[0].querySelector(".mal")];
    const heading = headings.map((one) => (one ? one.textContent : "")).join(" ");
    for (const element of actionsOf(goal)) {
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

  // While something is filtered out, no heading of a goal or an area stands over nothing, here and in the overview.
  function hideHeadings(shown) {
    const isWhole = shown === rows.length;
    const isPart = (goal) => Boolean(goal && goal[0].querySelector(".del"));
    const isEmpty = (parts) => !isWhole && actionsOf(parts).every((action) => action.hidden);
    goals.forEach((goal, index) => {
      const below = goal.slice();
      for (let next = index + 1; !isPart(goal) && isPart(goals[next]); next++) below.push(...goals[next]);
      goal[0].hidden = isEmpty(below);
      if (goal[1]) goal[1].hidden = isEmpty([goal[1]]);
    });
    for (const area of areas) area.hidden = !isWhole && !area.querySelector(".matrise > tbody:not([hidden])");
    for (const [way, target] of ways) way.hidden = Boolean(target.closest("[hidden]"));
    legend.hidden = shown === 0;
  }

  drawToday();

  // A line at the reader's day, where the page was not made for a day of its own.
  function drawToday() {
    const sign = document.getElementById("tegn-i-dag");
    const now = new Date();
    const year = now.getFullYear();
    const cells = document.querySelectorAll('[data-navn="' + year + '"] > .akse');
    if (!sign || !cells.length) return;
    const start = new Date(year, 0, 1);
    const share = (100 * (now - start)) / (new Date(year + 1, 0, 1) - start);
    for (const cell of cells) {
      const line = document.createElement("span");
      line.className = "i-dag";
      line.style.left = share + "%";
      cell.append(line);
    }
    sign.hidden = false;
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
