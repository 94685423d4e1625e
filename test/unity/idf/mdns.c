/* mDNS: the services that the device offers, and one neighbour that answers. */
#include "mdns.h"

#include <stdio.h>
#include <string.h>

#include "freertos/task.h"
#include "neighbour.h"
#include "stand_in.h"

static char offered[4][32];
static char neighbour[64];
static uint32_t neighbour_address;

void idf_mdns_neighbour(const char *host, uint32_t address)
{
    (void)snprintf(neighbour, sizeof neighbour, "%s", host);
    neighbour_address = address;
}

esp_err_t mdns_init(void)
{
    IDF_MAY_FAIL();
    idf_note("mdns_init");
    return ESP_OK;
}

esp_err_t mdns_hostname_set(const char *hostname)
{
    IDF_MAY_FAIL();
    idf_note("mdns_hostname_set %s", hostname);
    return ESP_OK;
}

static bool is_offered(const char *service_type)
{
    for (size_t i = 0; i < sizeof offered / sizeof offered[0]; i++) {
        if (strcmp(offered[i], service_type) == 0) {
            return true;
        }
    }
    return false;
}

static void note_records(mdns_txt_item_t txt[], size_t num_items)
{
    for (size_t i = 0; i < num_items; i++) {
        idf_note("  %s=%s", txt[i].key, txt[i].value);
    }
}

esp_err_t mdns_service_add(const char *instance_name, const char *service_type, const char *proto, uint16_t port,
                           mdns_txt_item_t txt[], size_t num_items)
{
    IDF_MAY_FAIL();
    (void)instance_name;
    for (size_t i = 0; i < sizeof offered / sizeof offered[0]; i++) {
        if (offered[i][0] == '\0') {
            (void)snprintf(offered[i], sizeof offered[i], "%s", service_type);
            break;
        }
    }
    idf_note("mdns_service_add %s %s %u", service_type, proto, (unsigned)port);
    note_records(txt, num_items);
    return ESP_OK;
}

bool mdns_service_exists(const char *service_type, const char *proto, const char *hostname)
{
    (void)proto;
    (void)hostname;
    return is_offered(service_type);
}

esp_err_t mdns_service_port_set(const char *service_type, const char *proto, uint16_t port)
{
    IDF_MAY_FAIL();
    if (!is_offered(service_type)) {
        return ESP_ERR_NOT_FOUND;
    }
    idf_note("mdns_service_port_set %s %s %u", service_type, proto, (unsigned)port);
    return ESP_OK;
}

esp_err_t mdns_service_txt_set(const char *service_type, const char *proto, mdns_txt_item_t txt[], uint8_t num_items)
{
    IDF_MAY_FAIL();
    if (!is_offered(service_type)) {
        return ESP_ERR_NOT_FOUND;
    }
    idf_note("mdns_service_txt_set %s %s", service_type, proto);
    note_records(txt, num_items);
    return ESP_OK;
}

esp_err_t mdns_service_remove(const char *service_type, const char *proto)
{
    IDF_MAY_FAIL();
    for (size_t i = 0; i < sizeof offered / sizeof offered[0]; i++) {
        if (strcmp(offered[i], service_type) == 0) {
            offered[i][0] = '\0';
            idf_note("mdns_service_remove %s %s", service_type, proto);
            return ESP_OK;
        }
    }
    return ESP_ERR_NOT_FOUND;
}

esp_err_t mdns_query_a(const char *host_name, uint32_t timeout, esp_ip4_addr_t *addr)
{
    IDF_MAY_FAIL();
    if (strcmp(host_name, neighbour) != 0) {
        vTaskDelay(timeout);
        return ESP_ERR_NOT_FOUND;
    }
    addr->addr = __builtin_bswap32(neighbour_address);
    return ESP_OK;
}
