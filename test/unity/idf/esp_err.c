#include "esp_err.h"

#include <stddef.h>

#include "nvs.h"

#define NAMED(code) {code, #code}

static const struct {
    esp_err_t code;
    const char *name;
} NAMES[] = {
    NAMED(ESP_OK),
    NAMED(ESP_FAIL),
    NAMED(ESP_ERR_NO_MEM),
    NAMED(ESP_ERR_INVALID_ARG),
    NAMED(ESP_ERR_INVALID_STATE),
    NAMED(ESP_ERR_INVALID_SIZE),
    NAMED(ESP_ERR_NOT_FOUND),
    NAMED(ESP_ERR_NOT_SUPPORTED),
    NAMED(ESP_ERR_TIMEOUT),
    NAMED(ESP_ERR_INVALID_RESPONSE),
    NAMED(ESP_ERR_INVALID_CRC),
    NAMED(ESP_ERR_INVALID_VERSION),
    NAMED(ESP_ERR_NOT_FINISHED),
    NAMED(ESP_ERR_NOT_ALLOWED),
    NAMED(ESP_ERR_NVS_NOT_ENOUGH_SPACE),
    NAMED(ESP_ERR_NVS_INVALID_LENGTH),
    NAMED(ESP_ERR_NVS_NO_FREE_PAGES),
    NAMED(ESP_ERR_NVS_NEW_VERSION_FOUND),
};

const char *esp_err_to_name(esp_err_t code)
{
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        if (NAMES[i].code == code) {
            return NAMES[i].name;
        }
    }
    return "UNKNOWN ERROR";
}
