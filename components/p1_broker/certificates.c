#include "certificates.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "esp_check.h"
#include "platform/settings.h"
#include "settings/record.h"

static const char *TAG = "p1_broker";

static char *authority;
static char *identity;

static esp_err_t load(platform_settings_key_t key, char **text)
{
    char *room = malloc(SETTINGS_RECORD_SIZE + 1);
    ESP_RETURN_ON_FALSE(room != NULL, ESP_ERR_NO_MEM, TAG, "There is no memory for a certificate.");
    const uint16_t length =
        p1_settings_read(key, (ts_span_u8){.data = (uint8_t *)room, .length = SETTINGS_RECORD_SIZE});
    if (length == 0) {
        free(room);
        return ESP_OK;
    }
    room[length] = '\0';
    /* A block never moves when it is made smaller, so this can only fail by keeping all of it. */
    char *shorter = realloc(room, (size_t)length + 1);
    *text = shorter != NULL ? shorter : room;
    return ESP_OK;
}

esp_err_t certificates_load(void)
{
    certificates_free();
    ESP_RETURN_ON_ERROR(load(PLATFORM_SETTINGS_KEY_BROKER_CA, &authority), TAG, "The broker's authority is not known.");
    ESP_RETURN_ON_ERROR(load(PLATFORM_SETTINGS_KEY_BROKER_IDENTITY, &identity), TAG,
                        "The device's certificate can't be used.");
    return ESP_OK;
}

const char *certificates_authority(void)
{
    return authority;
}

const char *certificates_identity(void)
{
    return identity;
}

void certificates_free(void)
{
    free(authority);
    authority = NULL;
    /* It holds a private key. */
    for (char *at = identity; at != NULL && *at != '\0'; at++) {
        *(volatile char *)at = '\0';
    }
    free(identity);
    identity = NULL;
}
