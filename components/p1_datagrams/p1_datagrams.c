/*
 * Datagrams of UDP, as `platform/datagrams.h` declares it, which is made from `ts/platform/datagrams.ts`. lwIP keeps
 * what arrives, so there is no task: the device looks with each tick.
 */
#include <errno.h>
#include <stdbool.h>

#include "esp_log.h"
#include "lwip/sockets.h"
#include "platform/datagrams.h"

#define NONE (-1)

static const char *TAG = "p1_datagrams";

static int port_socket = NONE;
static struct sockaddr_in sender;

bool p1_datagrams_open(uint32_t address, uint16_t port)
{
    const struct sockaddr_in at = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr = {.s_addr = htonl(address)},
    };
    p1_datagrams_close();
    port_socket = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
    if (port_socket == NONE) {
        ESP_LOGE(TAG, "There is no socket left for UDP port %u (errno %d).", (unsigned)port, errno);
        return false;
    }
    if (bind(port_socket, (const struct sockaddr *)&at, sizeof at) != 0) {
        ESP_LOGE(TAG, "UDP port %u can't be opened (errno %d).", (unsigned)port, errno);
        p1_datagrams_close();
        return false;
    }
    return true;
}

void p1_datagrams_close(void)
{
    if (port_socket != NONE) {
        closesocket(port_socket);
        port_socket = NONE;
    }
}

uint16_t p1_datagrams_receive(ts_span_u8 into)
{
    socklen_t size = sizeof sender;
    if (port_socket == NONE) {
        return 0;
    }
    const ssize_t length =
        recvfrom(port_socket, into.data, into.length, MSG_DONTWAIT, (struct sockaddr *)&sender, &size);
    if (length < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
        ESP_LOGW(TAG, "A datagram can't be read (errno %d).", errno);
    }
    return length > 0 ? (uint16_t)length : 0;
}

void p1_datagrams_answer(ts_bytes bytes)
{
    if (port_socket != NONE && sendto(port_socket, bytes.data, bytes.length, MSG_DONTWAIT,
                                      (const struct sockaddr *)&sender, sizeof sender) < 0) {
        ESP_LOGW(TAG, "An answer can't be sent (errno %d).", errno);
    }
}

/* What is sent may be the log itself, so that nothing here may write a line of it. lwIP keeps what it sends when the
 * socket is gone. */
bool p1_datagrams_send(uint32_t address, uint16_t port, ts_bytes bytes)
{
    const struct sockaddr_in to = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr = {.s_addr = htonl(address)},
    };
    const int sender_socket = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
    if (sender_socket == NONE) {
        return false;
    }
    const ssize_t sent =
        sendto(sender_socket, bytes.data, bytes.length, MSG_DONTWAIT, (const struct sockaddr *)&to, sizeof to);
    closesocket(sender_socket);
    return sent >= 0;
}
