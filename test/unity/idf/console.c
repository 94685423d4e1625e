/* ESP-IDF's console: commands that are registered by name, and run by lines that begin with one. */
#include "console.h"

#include <string.h>

#include "esp_console.h"
#include "stand_in.h"

static struct {
    char line[512];
    size_t size;
    size_t max_words;
    esp_console_cmd_t commands[16];
    size_t count;
} console;

esp_err_t esp_console_init(const esp_console_config_t *config)
{
    IDF_MAY_FAIL();
    if (console.size > 0) {
        return ESP_ERR_INVALID_STATE;
    }
    if (config->max_cmdline_length > sizeof console.line) {
        idf_misuse("this stand-in has lines of at most %zu bytes", sizeof console.line);
    }
    console.size = config->max_cmdline_length;
    console.max_words = config->max_cmdline_args;
    return ESP_OK;
}

esp_err_t esp_console_cmd_register(const esp_console_cmd_t *cmd)
{
    IDF_MAY_FAIL();
    const bool has_one = (cmd->func == NULL) != (cmd->func_w_context == NULL);
    if (cmd->command == NULL || strchr(cmd->command, ' ') != NULL || !has_one) {
        return ESP_ERR_INVALID_ARG;
    }
    if (console.count == sizeof console.commands / sizeof console.commands[0]) {
        idf_misuse("this stand-in has %zu commands at most", console.count);
    }
    idf_note("esp_console_cmd_register %s", cmd->command);
    console.commands[console.count++] = *cmd; /* The name is not copied, as in ESP-IDF. */
    return ESP_OK;
}

/* At blanks only: no test has a command with quotes that the stand-in would have to cut. */
static int split(char **words)
{
    int count = 0;
    char *rest = NULL;
    char *word = strtok_r(console.line, " ", &rest);
    while (word != NULL && (size_t)count < console.max_words - 1) {
        words[count++] = word;
        word = strtok_r(NULL, " ", &rest);
    }
    words[count] = NULL;
    return count;
}

esp_err_t esp_console_run(const char *cmdline, int *cmd_ret)
{
    IDF_MAY_FAIL();
    if (console.size == 0) {
        return ESP_ERR_INVALID_STATE;
    }
    const size_t length = strlen(cmdline);
    const size_t kept = length < console.size ? length : console.size - 1;
    memcpy(console.line, cmdline, kept);
    console.line[kept] = '\0';
    char *words[64];
    const int count = split(words);
    if (count == 0) {
        return ESP_ERR_INVALID_ARG;
    }
    for (size_t i = 0; i < console.count; i++) {
        const esp_console_cmd_t *command = &console.commands[i];
        if (strcmp(command->command, words[0]) == 0) {
            *cmd_ret = command->func != NULL ? command->func(count, words)
                                             : command->func_w_context(command->context, count, words);
            return ESP_OK;
        }
    }
    return ESP_ERR_NOT_FOUND;
}

bool idf_console_remembers(const char *text)
{
    const size_t length = strlen(text);
    for (size_t i = 0; i + length <= sizeof console.line; i++) {
        if (memcmp(console.line + i, text, length) == 0) {
            return true;
        }
    }
    return false;
}
