#pragma once

#include "p1_reader.h"

/** Prints what the last call of the reader came to, if it came to something. */
void show_outcome(p1_reader_t *reader);
