/* Made by ts2c from ts/console/words.ts: change that file, not this one. */

#include "console/words.h"

#define TAB 9

#define SPACE_IN_CONSOLE_WORDS 32

#define DOUBLE 34

#define SINGLE 39

static inline console_shape_t worse(console_shape_t one, console_shape_t other);
static console_piece_t next_piece(ts_bytes line);
static inline console_piece_t quoted(ts_bytes text, uint32_t quote);
static inline bool is_space_in_console_words(uint32_t byte);

console_words_t console_words_of(ts_bytes line)
{
    const console_piece_t command = next_piece(line);
    const console_piece_t first = next_piece(command.rest);
    const console_piece_t second = next_piece(first.rest);
    const console_piece_t third = next_piece(second.rest);
    const console_piece_t fourth = next_piece(third.rest);
    uint32_t count = 0;
    count += (uint32_t)(first.is_there ? 1 : 0);
    count += (uint32_t)(second.is_there ? 1 : 0);
    count += (uint32_t)(third.is_there ? 1 : 0);
    count += (uint32_t)(fourth.is_there ? 1 : 0);
    return (console_words_t){.shape = worse(worse(command.shape, first.shape), worse(second.shape, worse(third.shape, fourth.shape))), .count = (uint8_t)count, .command = command.word, .first = first.word, .second = second.word, .third = third.word};
}

static inline console_shape_t worse(console_shape_t one, console_shape_t other)
{
    return one == CONSOLE_SHAPE_WORDS ? other : one;
}

static console_piece_t next_piece(ts_bytes line)
{
    uint32_t start = 0;
    while (start < line.length && is_space_in_console_words(line.data[start])) {
        start++;
    }
    const ts_bytes text = ts_bytes_subarray(line, start, 4294967295u);
    if (text.length > 0u && (text.data[0] == DOUBLE || text.data[0] == SINGLE)) {
        return quoted(ts_bytes_subarray(text, 1, 4294967295u), text.data[0]);
    }
    uint32_t end = 0;
    while (end < text.length && !is_space_in_console_words(text.data[end])) {
        end++;
    }
    return (console_piece_t){.is_there = end > 0u, .shape = CONSOLE_SHAPE_WORDS, .word = ts_bytes_slice(text, 0, end), .rest = ts_bytes_subarray(text, end, 4294967295u)};
}

/** A word whose opening quote is taken. */
static inline console_piece_t quoted(ts_bytes text, uint32_t quote)
{
    const int32_t end = (int32_t)ts_bytes_index_of(text, quote, 0);
    const ts_bytes none = ts_bytes_subarray(text, text.length, 4294967295u);
    if (end < 0) {
        return (console_piece_t){.is_there = true, .shape = CONSOLE_SHAPE_UNCLOSED, .word = text, .rest = none};
    }
    const ts_bytes word = ts_bytes_slice(text, 0, (uint32_t)end);
    const ts_bytes rest = ts_bytes_subarray(text, end + 1, 4294967295u);
    return is_space_in_console_words((uint32_t)(0u < rest.length ? rest.data[0] : SPACE_IN_CONSOLE_WORDS)) ? (console_piece_t){.is_there = true, .shape = CONSOLE_SHAPE_WORDS, .word = word, .rest = rest} : (console_piece_t){.is_there = true, .shape = CONSOLE_SHAPE_GLUED, .word = word, .rest = none};
}

static inline bool is_space_in_console_words(uint32_t byte)
{
    return byte == SPACE_IN_CONSOLE_WORDS || byte == TAB;
}
