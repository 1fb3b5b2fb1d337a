// SPDX-License-Identifier: MIT

#include "base/archive.h"

#include <string.h>
#include <zlib.h>

// The sizes of records, and where fields are in them.
enum {
    LOCAL_SIZE = 30,
    LOCAL_CHECKSUM = 14, // then packed size and size
    LOCAL_NAME_SIZE = 26,
    LOCAL_EXTRA_SIZE = 28,
    ENTRY_SIZE = 46,
    ENTRY_METHOD = 10,
    ENTRY_CHECKSUM = 16, // then packed size and size
    ENTRY_PACKED_SIZE = 20,
    ENTRY_REAL_SIZE = 24,
    ENTRY_NAME_SIZE = 28,
    ENTRY_EXTRA_SIZE = 30,
    ENTRY_COMMENT_SIZE = 32,
    ENTRY_OFFSET = 42,
    END_SIZE = 22,
    END_COUNT = 10,
    END_DIRECTORY_SIZE = 12,
    END_DIRECTORY_OFFSET = 16,
    SIZES = 12, // checksum, packed size and size together
    METHOD_STORED = 0,
    METHOD_DEFLATED = 8,
    MOST_COMMENT = 0xFFFF, // after the record at the end
    RAW_DEFLATE = -15,     // zlib: without a header
    PIECE = 32 * 1024,
};

#define LOCAL_MARK 0x04034B50u
#define ENTRY_MARK 0x02014B50u
#define END_MARK 0x06054B50u

static uint32_t number16(const char *at) {
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

static uint32_t number32(const char *at) {
    return number16(at) | number16(at + 2) << 16;
}

static void put_number32(char *at, uint32_t number) {
    for (int i = 0; i < 4; i++)
        at[i] = (char)(unsigned char)(number >> 8 * i);
}

// The part's own header, which begins at `offset`, says what its entry says.
static bool read_part(struct text bytes, size_t offset, struct archive_part *part) {
    if (bytes.size - offset < LOCAL_SIZE)
        return false;
    const char *local = bytes.data + offset, *entry = part->entry.data;
    size_t header =
        LOCAL_SIZE + number16(local + LOCAL_NAME_SIZE) + number16(local + LOCAL_EXTRA_SIZE);
    size_t packed = number32(entry + ENTRY_PACKED_SIZE);
    part->name = (struct text){entry + ENTRY_SIZE, number16(entry + ENTRY_NAME_SIZE)};
    if (number32(local) != LOCAL_MARK || header > bytes.size - offset ||
        packed > bytes.size - offset - header ||
        number16(local + LOCAL_NAME_SIZE) != part->name.size ||
        memcmp(local + LOCAL_SIZE, part->name.data, part->name.size) != 0 ||
        memcmp(local + LOCAL_CHECKSUM, entry + ENTRY_CHECKSUM, SIZES) != 0)
        return false;
    part->header = text_slice(bytes, offset, offset + header);
    part->packed = text_slice(bytes, offset + header, offset + header + packed);
    part->checksum = number32(entry + ENTRY_CHECKSUM);
    part->size = number32(entry + ENTRY_REAL_SIZE);
    return number16(entry + ENTRY_METHOD) == METHOD_DEFLATED;
}

// Cuts the first entry off the rest of the directory.
static bool cut_entry(struct text *rest, struct text *entry) {
    if (rest->size < ENTRY_SIZE || number32(rest->data) != ENTRY_MARK)
        return false;
    size_t size = ENTRY_SIZE + number16(rest->data + ENTRY_NAME_SIZE) +
                  number16(rest->data + ENTRY_EXTRA_SIZE) +
                  number16(rest->data + ENTRY_COMMENT_SIZE);
    if (size > rest->size)
        return false;
    *entry = text_slice(*rest, 0, size);
    *rest = text_slice(*rest, size, rest->size);
    return true;
}

bool archive_read(struct text bytes, struct archive *archive, struct arena *arena) {
    if (bytes.size < END_SIZE)
        return false;
    archive->end = text_slice(bytes, bytes.size - END_SIZE, bytes.size);
    const char *end = archive->end.data;
    uint64_t directory = number32(end + END_DIRECTORY_OFFSET);
    if (number32(end) != END_MARK ||
        directory + number32(end + END_DIRECTORY_SIZE) != bytes.size - END_SIZE)
        return false;
    archive->count = number16(end + END_COUNT);
    archive->parts = arena_alloc(arena, (archive->count + 1) * sizeof *archive->parts);
    struct text rest = text_slice(bytes, (size_t)directory, bytes.size - END_SIZE);
    size_t next = 0;
    for (size_t i = 0; i < archive->count; i++) {
        struct archive_part *part = &archive->parts[i];
        if (!cut_entry(&rest, &part->entry) || number32(part->entry.data + ENTRY_OFFSET) != next ||
            !read_part(bytes, next, part))
            return false;
        next += part->header.size + part->packed.size;
    }
    return rest.size == 0 && next == directory;
}

// The packed bytes that an entry leads to.
static bool find_part(struct text bytes, struct archive_part *part) {
    const char *entry = part->entry.data;
    size_t offset = number32(entry + ENTRY_OFFSET), packed = number32(entry + ENTRY_PACKED_SIZE);
    uint32_t method = number16(entry + ENTRY_METHOD);
    part->name = (struct text){entry + ENTRY_SIZE, number16(entry + ENTRY_NAME_SIZE)};
    part->checksum = number32(entry + ENTRY_CHECKSUM);
    part->size = number32(entry + ENTRY_REAL_SIZE);
    part->is_stored = method == METHOD_STORED;
    if (offset > bytes.size || bytes.size - offset < LOCAL_SIZE ||
        number32(bytes.data + offset) != LOCAL_MARK)
        return false;
    const char *local = bytes.data + offset;
    size_t from = offset + LOCAL_SIZE + number16(local + LOCAL_NAME_SIZE) +
                  number16(local + LOCAL_EXTRA_SIZE);
    if (from > bytes.size || packed > bytes.size - from)
        return false;
    part->packed = text_slice(bytes, from, from + packed);
    return method == METHOD_DEFLATED || (part->is_stored && part->size == packed);
}

// Where the record at the end is, which a comment may follow; bytes.size: there is none.
static size_t find_end(struct text bytes) {
    size_t at = bytes.size < END_SIZE ? 0 : bytes.size - END_SIZE + 1;
    size_t least = at > MOST_COMMENT ? at - MOST_COMMENT : 0;
    while (at-- > least)
        if (number32(bytes.data + at) == END_MARK)
            return at;
    return bytes.size;
}

bool archive_read_any(struct text bytes, struct archive *archive, struct arena *arena) {
    size_t end = find_end(bytes);
    if (end == bytes.size)
        return false;
    archive->end = text_slice(bytes, end, bytes.size);
    size_t directory = number32(archive->end.data + END_DIRECTORY_OFFSET);
    size_t most = number16(archive->end.data + END_COUNT);
    if (directory > end || most > (end - directory) / ENTRY_SIZE)
        return false;
    struct text rest = text_slice(bytes, directory, end);
    archive->parts = arena_alloc(arena, (most + 1) * sizeof *archive->parts);
    for (archive->count = 0; archive->count < most; archive->count++) {
        struct archive_part *part = &archive->parts[archive->count];
        if (!cut_entry(&rest, &part->entry) || !find_part(bytes, part))
            return false;
    }
    return true;
}

const struct archive_part *archive_find(const struct archive *archive, struct text name) {
    for (size_t i = 0; i < archive->count; i++)
        if (text_equal(archive->parts[i].name, name))
            return &archive->parts[i];
    return NULL;
}

static bool take_stored(const struct archive_part *part,
                        bool (*take)(void *context, struct text piece, bool is_last),
                        void *context) {
    uLong checksum = crc32(0, NULL, 0);
    bool taken = true;
    size_t at = 0;
    do {
        size_t to = part->packed.size - at < PIECE ? part->packed.size : at + PIECE;
        struct text piece = text_slice(part->packed, at, to);
        checksum = crc32(checksum, (const Bytef *)piece.data, (uInt)piece.size);
        at = to;
        taken = take(context, piece, at == part->packed.size);
    } while (taken && at < part->packed.size);
    return taken && checksum == part->checksum;
}

bool archive_inflate(const struct archive_part *part,
                     bool (*take)(void *context, struct text piece, bool is_last), void *context) {
    if (part->is_stored)
        return take_stored(part, take, context);
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)part->packed.data,
                       .avail_in = (uInt)part->packed.size};
    char piece[PIECE];
    uint32_t size = 0;
    uLong checksum = crc32(0, NULL, 0);
    int status = inflateInit2(&stream, RAW_DEFLATE);
    bool taken = status == Z_OK;
    while (taken && status == Z_OK) {
        stream.next_out = (Bytef *)piece;
        stream.avail_out = sizeof piece;
        status = inflate(&stream, Z_NO_FLUSH);
        size_t got = sizeof piece - stream.avail_out;
        if (status != Z_OK && status != Z_STREAM_END)
            break;
        checksum = crc32(checksum, (const Bytef *)piece, (uInt)got);
        size += (uint32_t)got;
        taken =
            size <= part->size && take(context, (struct text){piece, got}, status == Z_STREAM_END);
    }
    inflateEnd(&stream);
    return taken && status == Z_STREAM_END && stream.avail_in == 0 && size == part->size &&
           checksum == part->checksum;
}

static bool take_content(void *context, struct text piece, bool is_last) {
    (void)is_last;
    writer_put(context, piece);
    return true;
}

struct text archive_content(const struct archive_part *part, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    if (!archive_inflate(part, take_content, &writer))
        return (struct text){NULL, 0};
    return writer_text(&writer);
}

bool archive_replace(struct archive_part *part, struct text content, struct arena *arena) {
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)content.data, .avail_in = (uInt)content.size};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, RAW_DEFLATE, MAX_MEM_LEVEL - 1,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    size_t room = deflateBound(&stream, content.size);
    char *packed = arena_alloc_unset(arena, room);
    stream.next_out = (Bytef *)packed;
    stream.avail_out = (uInt)room;
    bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    deflateEnd(&stream);
    part->packed = (struct text){packed, room - stream.avail_out};
    part->size = (uint32_t)content.size;
    part->checksum =
        (uint32_t)crc32(crc32(0, NULL, 0), (const Bytef *)content.data, (uInt)content.size);
    return done;
}

// A record of the part, with its sizes at `at`, and its offset at `offset_at` where that is not 0.
static void put_record(struct writer *writer, struct text record, const struct archive_part *part,
                       size_t at, size_t offset_at, size_t offset) {
    char sizes[SIZES], number[4];
    put_number32(sizes, part->checksum);
    put_number32(sizes + 4, (uint32_t)part->packed.size);
    put_number32(sizes + 8, part->size);
    put_number32(number, (uint32_t)offset);
    writer_put(writer, text_slice(record, 0, at));
    writer_put(writer, (struct text){sizes, SIZES});
    if (offset_at == 0) {
        writer_put(writer, text_slice(record, at + SIZES, record.size));
        return;
    }
    writer_put(writer, text_slice(record, at + SIZES, offset_at));
    writer_put(writer, (struct text){number, sizeof number});
    writer_put(writer, text_slice(record, offset_at + sizeof number, record.size));
}

// A buffer would otherwise become as large as the part.
static void put_in_pieces(struct writer *writer, struct text bytes) {
    for (size_t at = 0; at < bytes.size; at += PIECE)
        writer_put(writer,
                   text_slice(bytes, at, bytes.size - at < PIECE ? bytes.size : at + PIECE));
}

void archive_write(const struct archive *archive, struct writer *writer) {
    size_t offset = 0;
    for (size_t i = 0; i < archive->count; i++) {
        const struct archive_part *part = &archive->parts[i];
        put_record(writer, part->header, part, LOCAL_CHECKSUM, 0, 0);
        put_in_pieces(writer, part->packed);
        offset += part->header.size + part->packed.size;
    }
    char directory[4];
    put_number32(directory, (uint32_t)offset);
    offset = 0;
    for (size_t i = 0; i < archive->count; i++) {
        const struct archive_part *part = &archive->parts[i];
        put_record(writer, part->entry, part, ENTRY_CHECKSUM, ENTRY_OFFSET, offset);
        offset += part->header.size + part->packed.size;
    }
    writer_put(writer, text_slice(archive->end, 0, END_DIRECTORY_OFFSET));
    writer_put(writer, (struct text){directory, sizeof directory});
    writer_put(writer, text_slice(archive->end, END_DIRECTORY_OFFSET + sizeof directory, END_SIZE));
}
