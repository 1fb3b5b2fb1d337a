// SPDX-License-Identifier: MIT

#include "render/prose/parts.h"

// Any other scheme is one of ours: the reader rejects everything else.
static const struct text outside_schemes[] = {{"https:", 6}, {"http:", 5}, {"mailto:", 7}};

static bool begins_without_case(struct text url, struct text scheme) {
    if (url.size < scheme.size)
        return false;
    for (size_t i = 0; i < scheme.size; i++) {
        char byte = url.data[i];
        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte - 'A' + 'a');
        if (byte != scheme.data[i])
            return false;
    }
    return true;
}

struct text prose_link_address(const struct prose_output *output, const struct prose_node *link) {
    for (size_t i = 0; i < sizeof outside_schemes / sizeof outside_schemes[0]; i++)
        if (begins_without_case(link->url, outside_schemes[i]))
            return link->url;
    if (output->links == NULL || output->links->resolve == NULL)
        return (struct text){NULL, 0};
    return output->links->resolve(output->links, link->url, output->arena);
}

struct text prose_embed_partial(const struct prose_output *output, const struct prose_node *embed,
                                struct value *value) {
    *value = (struct value){.kind = VALUE_NONE};
    if (output->links == NULL || output->links->embed == NULL || output->embed == NULL)
        return (struct text){NULL, 0};
    return output->links->embed(output->links, embed->url, value, output->arena);
}
