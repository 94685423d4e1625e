/* Made by ts2c from ts/portal/piece.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Room for a piece of an answer: for a telegram, and for the longest reading. */
#define PORTAL_ANSWER_SIZE 4096

/** Behind the end of a list. */
#define PORTAL_END 4294967295u
