// SPDX-License-Identifier: MIT

#include "base/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void parts(void **state) {
    static const struct {
        const char *path, *name, *folder, *parent, *stem;
    } cases[] = {
        {"plan/a.b.yaml", "a.b.yaml", "plan", "plan", "plan/a.b"},
        {"a", "a", "", ".", "a"},
        {"/a", "a", "", "/", "/a"},
        {"/a/b", "b", "/a", "/a", "/a/b"},
        {"a.b/c", "c", "a.b", "a.b", "a.b/c"},
        {"a/", "", "a", "a", "a/"},
        {"", "", "", ".", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text path = text_from(cases[i].path);
        assert_true(text_is(path_name(path), cases[i].name));
        assert_true(text_is(path_folder(path), cases[i].folder));
        assert_true(text_is(path_parent(path), cases[i].parent));
        assert_true(text_is(path_without_suffix(path), cases[i].stem));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
