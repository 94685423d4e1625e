/* What a test asks the stand-in of ESP-IDF's console. */
#pragma once

#include <stdbool.h>

/* Whether that text is anywhere in the console's memory of the last line. */
bool idf_console_remembers(const char *text);
