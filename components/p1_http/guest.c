#include "guest.h"

#include <errno.h>
#include <string.h>

#include "esp_log.h"
#include "esp_netif.h"
#include "lwip/sockets.h"

static const char *TAG = "p1_http";

/* IPv4 addresses of clients in a server of both: ::ffff:192.168.4.2. */
static const uint8_t MAPPED[12] = {[10] = 0xff, [11] = 0xff};

/* The address of who is at the other end, in the network's order; 0 where it has none of IPv4. */
static uint32_t peer_of(int socket)
{
    struct sockaddr_in6 peer = {0};
    socklen_t size = sizeof peer;
    uint32_t address = 0;
    if (getpeername(socket, (struct sockaddr *)&peer, &size) != 0) {
        ESP_LOGW(TAG, "A client's address is not known (errno %d).", errno);
    } else if (peer.sin6_family == AF_INET) {
        const struct sockaddr_in *peer4 = (const struct sockaddr_in *)(const void *)&peer;
        address = peer4->sin_addr.s_addr;
    } else if (memcmp(&peer.sin6_addr, MAPPED, sizeof MAPPED) == 0) {
        memcpy(&address, (const uint8_t *)&peer.sin6_addr + sizeof MAPPED, sizeof address);
    }
    return address;
}

/* Whether an address belongs to the network of an interface. */
static bool has(const char *interface, uint32_t address)
{
    esp_netif_ip_info_t info = {0};
    esp_netif_t *netif = esp_netif_get_handle_from_ifkey(interface);
    if (netif == NULL || !esp_netif_is_netif_up(netif)) {
        return false;
    }
    const esp_err_t error = esp_netif_get_ip_info(netif, &info);
    if (error != ESP_OK) {
        ESP_LOGW(TAG, "An interface's address is not known: %s.", esp_err_to_name(error));
        return false;
    }
    return info.ip.addr != 0 && (address & info.netmask.addr) == (info.ip.addr & info.netmask.addr);
}

/*
 * What a client says it wants to reach proves nothing: lwIP takes packets for any of its addresses at any interface.
 * Answers, though, go to the interface that has the client's own network; where the home has the same one, nobody is a
 * guest.
 */
bool p1_http_is_guest(int socket)
{
    const uint32_t peer = peer_of(socket);
    return peer != 0 && has("WIFI_AP_DEF", peer) && !has("WIFI_STA_DEF", peer);
}
