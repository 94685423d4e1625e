/* Network interfaces, as far as addresses go. */
#include "esp_netif.h"

#include <string.h>

#include "network.h"
#include "stand_in.h"

#define MAX_INTERFACES 4

struct esp_netif_obj {
    bool there;
    bool attached;
    bool up;
    /* As in ESP-IDF: a client that is stopped stays so. */
    enum { DHCP_WAITS, DHCP_STARTED, DHCP_STOPPED } dhcp;
    const char *kind;
    esp_netif_ip_info_t info;
};

esp_event_base_t const IP_EVENT = "IP_EVENT";

static bool initialised;
static struct esp_netif_obj interfaces[MAX_INTERFACES];
static uint32_t offered;

void idf_dhcp_server(uint32_t address)
{
    offered = __builtin_bswap32(address);
}

static int32_t event_of(const esp_netif_t *netif, bool got)
{
    if (strcmp(netif->kind, "ethernet") == 0) {
        return got ? IP_EVENT_ETH_GOT_IP : IP_EVENT_ETH_LOST_IP;
    }
    return got ? IP_EVENT_STA_GOT_IP : IP_EVENT_STA_LOST_IP;
}

static void tell_address(esp_netif_t *netif)
{
    const ip_event_got_ip_t got = {.esp_netif = netif, .ip_info = netif->info};
    idf_event(IP_EVENT, event_of(netif, true), &got, sizeof got);
}

static void ask_for_address(esp_netif_t *netif)
{
    netif->dhcp = DHCP_STARTED;
    if (offered != 0) {
        netif->info = (esp_netif_ip_info_t){.ip.addr = offered};
        tell_address(netif);
    }
}

void idf_dhcp_lease_over(void)
{
    for (size_t i = 0; i < MAX_INTERFACES; i++) {
        if (interfaces[i].up) {
            idf_event(IP_EVENT, event_of(&interfaces[i], false), NULL, 0);
        }
    }
}

void idf_netif_up(esp_netif_t *netif)
{
    if (!netif->attached) {
        idf_misuse("an interface that is not attached came up");
    }
    netif->up = true;
    if (netif->dhcp != DHCP_STOPPED) {
        ask_for_address(netif);
    } else if (netif->info.ip.addr != 0 && netif->info.netmask.addr != 0) {
        tell_address(netif);
    }
}

void idf_netif_down(esp_netif_t *netif)
{
    netif->up = false;
    netif->dhcp = netif->dhcp == DHCP_STARTED ? DHCP_WAITS : netif->dhcp;
}

esp_err_t esp_netif_init(void)
{
    IDF_MAY_FAIL();
    initialised = true;
    return ESP_OK;
}

esp_netif_t *idf_netif_new(const char *kind, bool attached)
{
    if (!initialised) {
        idf_misuse("esp_netif_init comes first");
    }
    for (size_t i = 0; i < MAX_INTERFACES; i++) {
        if (!interfaces[i].there) {
            interfaces[i] = (struct esp_netif_obj){.there = true, .kind = kind, .attached = attached};
            return &interfaces[i];
        }
    }
    idf_misuse("more than %d interfaces: are they ever destroyed?", MAX_INTERFACES);
}

esp_netif_t *esp_netif_new(const esp_netif_config_t *esp_netif_config)
{
    IDF_MAY_FAIL_WITH(NULL);
    return idf_netif_new(esp_netif_config->kind, false);
}

void esp_netif_destroy(esp_netif_t *esp_netif)
{
    esp_netif->there = false;
    idf_note("esp_netif_destroy %s", esp_netif->kind);
}

esp_err_t esp_netif_attach(esp_netif_t *esp_netif, esp_netif_iodriver_handle driver_handle)
{
    IDF_MAY_FAIL();
    (void)driver_handle;
    esp_netif->attached = true;
    /* The first member of a glue is where it keeps its interface. */
    *(esp_netif_t **)driver_handle = esp_netif;
    return ESP_OK;
}

esp_err_t esp_netif_set_hostname(esp_netif_t *esp_netif, const char *hostname)
{
    IDF_MAY_FAIL();
    (void)esp_netif;
    if (strlen(hostname) > 32) {
        return ESP_ERR_INVALID_ARG;
    }
    idf_note("esp_netif_set_hostname %s", hostname);
    return ESP_OK;
}

esp_netif_t *esp_netif_get_handle_from_ifkey(const char *if_key)
{
    const char *kind = strcmp(if_key, "WIFI_AP_DEF") == 0    ? "access point"
                       : strcmp(if_key, "WIFI_STA_DEF") == 0 ? "station"
                                                             : "ethernet";
    for (size_t i = 0; i < MAX_INTERFACES; i++) {
        if (interfaces[i].there && strcmp(interfaces[i].kind, kind) == 0) {
            return &interfaces[i];
        }
    }
    return NULL;
}

bool esp_netif_is_netif_up(esp_netif_t *esp_netif)
{
    return esp_netif->up;
}

esp_err_t esp_netif_get_ip_info(esp_netif_t *esp_netif, esp_netif_ip_info_t *ip_info)
{
    IDF_MAY_FAIL();
    *ip_info = esp_netif->info;
    return ESP_OK;
}

void idf_netif_has(const char *kind, uint32_t address, uint32_t mask)
{
    initialised = true;
    esp_netif_t *netif = idf_netif_new(kind, true);
    netif->up = true;
    netif->info = (esp_netif_ip_info_t){.ip.addr = __builtin_bswap32(address), .netmask.addr = __builtin_bswap32(mask)};
}

esp_err_t esp_netif_dhcpc_start(esp_netif_t *esp_netif)
{
    IDF_MAY_FAIL();
    if (esp_netif->dhcp == DHCP_STARTED) {
        return ESP_ERR_ESP_NETIF_DHCP_ALREADY_STARTED;
    }
    esp_netif->dhcp = DHCP_WAITS;
    esp_netif->info = (esp_netif_ip_info_t){0};
    if (esp_netif->up) {
        ask_for_address(esp_netif);
    }
    return ESP_OK;
}

esp_err_t esp_netif_dhcpc_stop(esp_netif_t *esp_netif)
{
    IDF_MAY_FAIL();
    if (esp_netif->dhcp == DHCP_STOPPED) {
        return ESP_ERR_ESP_NETIF_DHCP_ALREADY_STOPPED;
    }
    esp_netif->dhcp = DHCP_STOPPED;
    return ESP_OK;
}

esp_err_t esp_netif_set_ip_info(esp_netif_t *esp_netif, const esp_netif_ip_info_t *ip_info)
{
    IDF_MAY_FAIL();
    if (esp_netif->dhcp != DHCP_STOPPED) {
        return ESP_ERR_INVALID_STATE;
    }
    esp_netif->info = *ip_info;
    idf_note("esp_netif_set_ip_info %08x %08x %08x", (unsigned)__builtin_bswap32(ip_info->ip.addr),
             (unsigned)__builtin_bswap32(ip_info->netmask.addr), (unsigned)__builtin_bswap32(ip_info->gw.addr));
    return ESP_OK;
}

esp_err_t esp_netif_set_dns_info(esp_netif_t *esp_netif, esp_netif_dns_type_t type, esp_netif_dns_info_t *dns)
{
    IDF_MAY_FAIL();
    (void)esp_netif;
    (void)type;
    idf_note("esp_netif_set_dns_info %08x", (unsigned)__builtin_bswap32(dns->ip.u_addr.ip4.addr));
    return ESP_OK;
}
