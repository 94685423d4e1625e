/* Stand-in for console/esp_console.h. */
#pragma once

#include "esp_err.h"

#ifndef P1_REAL_ESP_IDF
#include <stddef.h>
#include <stdint.h>

typedef struct {
    size_t max_cmdline_length;
    size_t max_cmdline_args;
    uint32_t heap_alloc_caps;
    int hint_color;
    int hint_bold;
} esp_console_config_t;

typedef int (*esp_console_cmd_func_t)(int argc, char **argv);
typedef int (*esp_console_cmd_func_with_context_t)(void *context, int argc, char **argv);

typedef struct {
    const char *command;
    const char *help;
    const char *hint;
    esp_console_cmd_func_t func;
    void *argtable;
    esp_console_cmd_func_with_context_t func_w_context;
    void *context;
} esp_console_cmd_t;
#endif

esp_err_t esp_console_init(const esp_console_config_t *config);
esp_err_t esp_console_cmd_register(const esp_console_cmd_t *cmd);
esp_err_t esp_console_run(const char *cmdline, int *cmd_ret);
