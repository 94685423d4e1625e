/*
 * What a test does with the stand-ins of ESP-IDF: it runs on a chip that was just powered up, lets time pass, looks at
 * what was called and logged, and makes calls fail. README.md says how a stand-in is written.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "esp_err.h"

/* Runs a Unity test on a chip of its own: a process in which nothing was called yet. A crash is a failure. */
#define RUN_ON_CHIP(test) idf_run_test(test, #test, __LINE__)

void idf_run_test(void (*test)(void), const char *name, int line);

/* Lets the tasks run until all of them wait, and then for so many milliseconds of the chip's time. */
void idf_pass(uint32_t milliseconds);

/* What was called that a test may want to know, one line each, as the stand-ins note it; and makes them forget it. */
const char *idf_calls(void);
void idf_forget_calls(void);

/* Whether a line of the log at this level ('E', 'W', 'I' or 'D') has `part` in it. */
bool idf_logged(char level, const char *part);

/* From now on the call number `nth` (1: the next one) of this function gives `error` instead of doing what it does. */
void idf_fail(const char *function, int nth, esp_err_t error);

/*
 * Runs `scenario` once as it is, and once more for each call in it that can fail, with that call failing (ESP_FAIL). A
 * failure is handled when the scenario ends all the same, and an error or a warning is in the log. The scenario has no
 * assertions that a failed call may break. Prints `<component>: N call sites, N failed, N handled`, and what was not
 * handled with its place; that is a failure of the test which calls it.
 */
void idf_fail_everywhere(const char *component, void (*scenario)(void));
