#!/bin/sh
# SPDX-License-Identifier: MIT
# Markdown and its tables against cmark and cmark-gfm.
: "${TEST_BUILD:?names the build folder; run the tests with make check}"
exec tests/markdown/compare-tables "$TEST_BUILD/tests/prose-html"
