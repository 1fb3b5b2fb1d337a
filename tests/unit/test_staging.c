// SPDX-License-Identifier: MIT
// A folder that is made anew: links, the exchange, and what killed runs leave.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_fixture.h"

#include "base/folders.h"
#include "base/lock.h"
#include "base/staging.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static struct text below(const char *path) {
    return *path == '\0' ? text_from(folder) : text_format(&arena, "%s/%s", folder, path);
}

static void begin_folder(void) {
    snprintf(folder, sizeof folder, "/tmp/test-staging-XXXXXX");
    assert_non_null(mkdtemp(folder));
}

static bool same_file(const char *a, const char *b) {
    struct stat first, second;
    return stat(below(a).data, &first) == 0 && stat(below(b).data, &second) == 0 &&
           first.st_ino == second.st_ino;
}

static void has(const char *path, const char *expected) {
    struct text_list list;
    assert_true(folders_list(below(path), &arena, &list));
    assert_string_equal(text_join(&arena, list.items, list.count, TEXT(" ")).data, expected);
}

static void test_exchange(void **state) {
    struct staging staging;
    (void)state;
    begin_folder();
    staging_init(&staging, text_from(folder), "public", &arena);
    assert_true(staging_begin(&staging));
    assert_true(staging_write(&staging, TEXT("a/one.html"), TEXT("1")));
    assert_true(staging_write(&staging, TEXT("two.html"), TEXT("2")));
    assert_true(staging_exchange(&staging));
    has("public", "a/one.html two.html");
    staging_undo(&staging);
    has("", ".public-new/a/one.html .public-new/two.html");
    assert_true(staging_exchange(&staging));
    staging_settle(&staging);
    assert_true(staging_begin(&staging));
    assert_true(staging_link(&staging, TEXT("b/one.html"), below("public/a/one.html")));
    assert_int_equal(link(below("public/two.html").data, below("kept").data), 0);
    assert_true(staging_link(&staging, TEXT("two.html"), below("public/two.html")));
    has("public", "a/one.html two.html");
    assert_true(staging_exchange(&staging));
    has("public", "b/one.html two.html");
    staging_undo(&staging);
    has("public", "a/one.html two.html");
    has(".public-new", "b/one.html two.html");
    assert_true(staging_exchange(&staging));
    staging_settle(&staging);
    has("public", "b/one.html two.html");
    assert_true(same_file("public/two.html", "kept"));
    has("", "kept public/b/one.html public/two.html");
    assert_true(staging_remove(&staging));
    staging_undo(&staging);
    has("public", "b/one.html two.html");
    assert_true(staging_remove(&staging));
    staging_settle(&staging);
    has("", "kept");
    folders_remove(text_from(folder));
}

static void test_leftovers(void **state) {
    struct staging staging;
    (void)state;
    begin_folder();
    staging_init(&staging, text_from(folder), "public", &arena);
    assert_true(staging_begin(&staging));
    assert_true(staging_write(&staging, TEXT("half"), TEXT("")));
    staging_recover(&staging); // as the next run does, when this one was killed
    has("", "");
    mkdir(below(".public-old").data, 0777);
    mkdir(below(".public-new").data, 0777);
    staging_recover(&staging); // killed between two renames
    has("", "public/");
    folders_remove(text_from(folder));
}

static void test_lock(void **state) {
    (void)state;
    begin_folder();
    int first = lock_take(folder, 0, false, NULL, NULL);
    assert_true(first >= 0);
    assert_int_equal(lock_take(folder, 0, false, NULL, NULL), -1);
    assert_int_equal(errno, EWOULDBLOCK);
    lock_release(first);
    int second = lock_take(folder, 0, false, NULL, NULL);
    assert_true(second >= 0);
    lock_release(second);
    folders_remove(text_from(folder));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_exchange, start, finish),
        cmocka_unit_test_setup_teardown(test_leftovers, start, finish),
        cmocka_unit_test_setup_teardown(test_lock, start, finish),
    };
    return cmocka_run_group_tests_name("staging", tests, NULL, NULL);
}
