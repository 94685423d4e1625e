/* ESP-IDF's log, and the notes of what was called. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "esp_log.h"
#include "stand_in.h"

static char lines[65536];
static size_t lines_length;
static char calls[65536];
static size_t calls_length;
static bool complained;
static vprintf_like_t output;

__attribute__((format(printf, 1, 2))) static void put_out(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    (void)output(format, arguments);
    va_end(arguments);
}

void idf_log(char level, const char *tag, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (lines_length < sizeof lines - sizeof text - 64) {
        lines_length +=
            (size_t)snprintf(lines + lines_length, sizeof lines - lines_length, "%c %s: %s\n", level, tag, text);
    }
    complained = complained || level == 'E' || level == 'W';
    if (output != NULL) {
        put_out("%c (%u) %s: %s\n", level, (unsigned)idf_now(), tag, text);
    }
}

/* The test's output is for its results. */
static int console(const char *format, va_list arguments)
{
    (void)format;
    (void)arguments;
    return 0;
}

vprintf_like_t esp_log_set_vprintf(vprintf_like_t func)
{
    const vprintf_like_t before = output == NULL ? console : output;
    output = func;
    return before;
}

bool idf_logged(char level, const char *part)
{
    for (const char *line = lines; *line != '\0'; line = strchr(line, '\n') + 1) {
        const char *found = strstr(line, part);
        if (line[0] == level && found != NULL && found < strchr(line, '\n')) {
            return true;
        }
    }
    return false;
}

const char *idf_log_lines(void)
{
    return lines;
}

bool idf_complained(void)
{
    return complained;
}

void idf_forget_complaints(void)
{
    complained = false;
}

void idf_note(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (calls_length < sizeof calls - 512) {
        calls_length += (size_t)vsnprintf(calls + calls_length, 510, format, arguments);
        calls[calls_length++] = '\n';
        calls[calls_length] = '\0';
    }
    va_end(arguments);
}

const char *idf_calls(void)
{
    return calls;
}

void idf_forget_calls(void)
{
    calls_length = 0;
    calls[0] = '\0';
}

void idf_misuse(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    (void)fprintf(stderr, "ESP-IDF was misused: ");
    (void)vfprintf(stderr, format, arguments);
    (void)fprintf(stderr, "\nThe log:\n%sThe calls:\n%s", lines, calls);
    va_end(arguments);
    abort();
}
