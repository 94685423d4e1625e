/* Made by ts2c from ts/p1/groups.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/** One bracketed group of a line, without its brackets; `ok` is false where no complete group begins. */
typedef struct {
    bool ok;
    uint32_t from;
    uint32_t to;
    /** Where the next group begins, or the line's end. */
    uint32_t next;
} p1_group_t;

/** The groups of a whole line: how many, and those that readings are made of. */
typedef struct {
    /** How many there are; 0 when a bracket is missing. */
    uint32_t count;
    p1_group_t first;
    p1_group_t last;
    /** The group before the last; the first when there is one only. */
    p1_group_t before_last;
} p1_groups_t;

/**
 * The group whose opening bracket stands at `at` in `text`. A group ends with a closing bracket before the
 * next opening one or the end of the line, so that `((ER11))` is one group.
 */
TS_SHARED p1_group_t p1_next_group(ts_bytes text, uint32_t at);

/** Splits `line[from … length)` into its groups. Spaces and NULs behind the last bracket are nothing. */
TS_SHARED p1_groups_t p1_split_groups(ts_bytes line, uint32_t from, uint32_t length);

/**
 * The index of the bracket that closes the group which `line[at]` opens, where that is the row's only one; 0 where it may have others.
 */
TS_SHARED uint32_t p1_only_group_end(ts_bytes line, uint32_t at);

/** Whether a group holds an OBIS code and no value: it has a colon. */
TS_SHARED bool p1_is_code(ts_bytes line, p1_group_t group);
