// SPDX-License-Identifier: MIT
// The fragment goes along: a link to a case leads to the case.
"use strict";

location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
