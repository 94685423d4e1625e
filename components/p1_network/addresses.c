#include "addresses.h"

#include "esp_check.h"
#include "esp_log.h"

static const char *TAG = "p1_network";

static esp_err_t use_addresses(esp_netif_t *netif, const p1_addresses_t *wanted)
{
    const esp_netif_ip_info_t info = {.ip.addr = __builtin_bswap32(wanted->address),
                                      .netmask.addr = __builtin_bswap32(wanted->mask),
                                      .gw.addr = __builtin_bswap32(wanted->router)};
    esp_err_t error = esp_netif_dhcpc_stop(netif);
    ESP_RETURN_ON_FALSE(error == ESP_OK || error == ESP_ERR_ESP_NETIF_DHCP_ALREADY_STOPPED, error, TAG,
                        "DHCP can't be switched off.");
    ESP_RETURN_ON_ERROR(esp_netif_set_ip_info(netif, &info), TAG, "The address can't be set.");
    if (wanted->name_server != 0) {
        esp_netif_dns_info_t server = {.ip = {.type = ESP_IPADDR_TYPE_V4}};
        server.ip.u_addr.ip4.addr = __builtin_bswap32(wanted->name_server);
        ESP_RETURN_ON_ERROR(esp_netif_set_dns_info(netif, ESP_NETIF_DNS_MAIN, &server), TAG,
                            "The name server can't be set.");
    }
    return ESP_OK;
}

static esp_err_t use_dhcp(esp_netif_t *netif)
{
    const esp_err_t error = esp_netif_dhcpc_start(netif);
    ESP_RETURN_ON_FALSE(error == ESP_OK || error == ESP_ERR_ESP_NETIF_DHCP_ALREADY_STARTED, error, TAG,
                        "DHCP can't be switched on.");
    return ESP_OK;
}

esp_err_t p1_addresses_use(esp_netif_t *netif, const p1_addresses_t *wanted)
{
    return wanted->address == 0 ? use_dhcp(netif) : use_addresses(netif, wanted);
}
