// SPDX-License-Identifier: MIT
// Arrow keys and those for pages lead from slide to slide. The page is whole without it.
"use strict";

const heads = Array.from(document.querySelectorAll("h1, h2"));
const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

// The one that is on the screen: the last that begins above its middle.
function current() {
  const above = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 2);
  return Math.max(above.length - 1, 0);
}

function show(number) {
  const head = heads[Math.min(Math.max(number, 0), heads.length - 1)];
  head.closest(".ark").scrollIntoView();
  head.focus({ preventScroll: true });
}

addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.key in steps)) return;
  event.preventDefault();
  show(current() + steps[event.key]);
});

document.querySelector(".bla").hidden = false;
