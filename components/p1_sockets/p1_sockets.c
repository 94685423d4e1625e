/* One task opens and closes sockets, and hears who comes and goes; the device sends by itself, and never waits. */
#include "p1_sockets.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/semphr.h"
#include "freertos/task.h"
#include "lwip/sockets.h"

/* A client that came or went is noticed after so long. */
#define LOOK_EVERY_MS 100
/* A client that is gone without a word is noticed after this, and three unanswered questions. */
#define KEEPALIVE_IDLE_S     30
#define KEEPALIVE_INTERVAL_S 10
#define KEEPALIVE_COUNT      3

#define NONE (-1)

#define TASK_STACK    3072
#define TASK_PRIORITY 4

static const char *TAG = "p1_sockets";

static p1_sockets_happened_t announce;

static struct {
    int socket;
    /* The device could not send: the task closes it. */
    bool slow;
} clients[P1_SOCKETS_CLIENTS];
/* What the device wants; `changed` until the task has done it. */
static uint16_t wanted_port;
static uint8_t wanted_clients;
static bool changed;
/* Held for what both the device and the task look at, never while something waits. */
static SemaphoreHandle_t lock;
static StaticSemaphore_t lock_memory;

/* Of the task alone. */
static int listener = NONE;
/* What happened under the lock, to be told without it: the device may be waiting for the lock. */
static unsigned happened[PLATFORM_SOCKETS_EVENT_PORT_TAKEN + 1];

static TaskHandle_t handle;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static bool set(int socket, int level, int option, const void *value, socklen_t size)
{
    if (setsockopt(socket, level, option, value, size) != 0) {
        ESP_LOGE(TAG, "Option %d of a socket can't be set (errno %d).", option, errno);
        return false;
    }
    return true;
}

static bool set_number(int socket, int level, int option, int value)
{
    return set(socket, level, option, &value, sizeof value);
}

static bool nothing_yet(void)
{
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

static void drop(size_t index)
{
    closesocket(clients[index].socket);
    clients[index].socket = NONE;
    clients[index].slow = false;
}

static void close_all(void)
{
    for (size_t i = 0; i < P1_SOCKETS_CLIENTS; i++) {
        if (clients[i].socket != NONE) {
            drop(i);
        }
    }
    if (listener != NONE) {
        closesocket(listener);
        listener = NONE;
    }
}

static bool open_at(int socket, uint16_t port)
{
    const struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr = {.s_addr = htonl(INADDR_ANY)},
    };
    const struct timeval look_every = {.tv_usec = LOOK_EVERY_MS * 1000};
    /* A port whose last clients are not quite gone can be opened again. */
    if (!set_number(socket, SOL_SOCKET, SO_REUSEADDR, 1) ||
        !set(socket, SOL_SOCKET, SO_RCVTIMEO, &look_every, sizeof look_every)) {
        return false;
    }
    if (bind(socket, (const struct sockaddr *)&address, sizeof address) != 0) {
        ESP_LOGE(TAG, "Port %u is taken (errno %d).", (unsigned)port, errno);
        return false;
    }
    if (listen(socket, P1_SOCKETS_CLIENTS) != 0) {
        ESP_LOGE(TAG, "Port %u can't be listened to (errno %d).", (unsigned)port, errno);
        return false;
    }
    return true;
}

static void open_port(uint16_t port)
{
    listener = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    if (listener == NONE) {
        ESP_LOGE(TAG, "There is no socket left for port %u (errno %d).", (unsigned)port, errno);
        happened[PLATFORM_SOCKETS_EVENT_PORT_TAKEN]++;
        return;
    }
    if (!open_at(listener, port)) {
        closesocket(listener);
        listener = NONE;
        happened[PLATFORM_SOCKETS_EVENT_PORT_TAKEN]++;
    }
}

/* A client that is not noticed to be gone costs a place. */
static void keep_alive(int client)
{
    (void)(set_number(client, SOL_SOCKET, SO_KEEPALIVE, 1) &&
           set_number(client, IPPROTO_TCP, TCP_KEEPIDLE, KEEPALIVE_IDLE_S) &&
           set_number(client, IPPROTO_TCP, TCP_KEEPINTVL, KEEPALIVE_INTERVAL_S) &&
           set_number(client, IPPROTO_TCP, TCP_KEEPCNT, KEEPALIVE_COUNT));
}

static void take(int client)
{
    for (size_t i = 0; i < P1_SOCKETS_CLIENTS && i < wanted_clients; i++) {
        if (clients[i].socket == NONE) {
            clients[i].socket = client;
            keep_alive(client);
            happened[PLATFORM_SOCKETS_EVENT_CONNECTED]++;
            return;
        }
    }
    closesocket(client);
    happened[PLATFORM_SOCKETS_EVENT_REFUSED]++;
}

/* What clients send is dropped, but for their end. */
static bool is_gone(int client)
{
    uint8_t dropped[64];
    const ssize_t count = recv(client, dropped, sizeof dropped, MSG_DONTWAIT);
    if (count < 0 && !nothing_yet()) {
        ESP_LOGW(TAG, "A client's connection broke (errno %d).", errno);
        return true;
    }
    return count == 0;
}

static void look_at_clients(void)
{
    for (size_t i = 0; i < P1_SOCKETS_CLIENTS; i++) {
        if (clients[i].socket == NONE) {
            continue;
        }
        if (clients[i].slow) {
            drop(i);
            happened[PLATFORM_SOCKETS_EVENT_SLOW]++;
        } else if (is_gone(clients[i].socket)) {
            drop(i);
            happened[PLATFORM_SOCKETS_EVENT_GONE]++;
        }
    }
}

/* The next client; none comes within the time that the listening socket waits. */
static int next_client(void)
{
    const int client = accept(listener, NULL, NULL);
    if (client == NONE && !nothing_yet()) {
        ESP_LOGW(TAG, "A client can't be taken (errno %d).", errno);
        vTaskDelay(pdMS_TO_TICKS(LOOK_EVERY_MS));
    }
    return client;
}

static void tell(void)
{
    for (unsigned event = 0; event <= PLATFORM_SOCKETS_EVENT_PORT_TAKEN; event++) {
        for (; happened[event] > 0; happened[event]--) {
            announce((platform_sockets_event_t)event);
        }
    }
}

static void work(void *arg)
{
    (void)arg;
    for (;;) {
        int client = NONE;
        if (listener == NONE) {
            (void)ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
        } else {
            client = next_client();
        }
        xSemaphoreTake(lock, portMAX_DELAY);
        if (client != NONE) {
            take(client);
        }
        if (changed) {
            changed = false;
            close_all();
            if (wanted_port != 0) {
                open_port(wanted_port);
            }
        }
        look_at_clients();
        xSemaphoreGive(lock);
        tell();
    }
}

esp_err_t p1_sockets_init(p1_sockets_happened_t callback)
{
    announce = callback;
    for (size_t i = 0; i < P1_SOCKETS_CLIENTS; i++) {
        clients[i].socket = NONE;
    }
    lock = xSemaphoreCreateMutexStatic(&lock_memory);
    handle = xTaskCreateStatic(work, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    return ESP_OK;
}

void p1_sockets_listen(uint16_t port, uint8_t count)
{
    xSemaphoreTake(lock, portMAX_DELAY);
    wanted_port = port;
    wanted_clients = count;
    changed = true;
    xSemaphoreGive(lock);
    xTaskNotifyGive(handle);
}

/* A client that does not take all of it has not taken what was sent before: lwIP keeps more than a telegram for it. */
void p1_sockets_send(ts_bytes bytes)
{
    xSemaphoreTake(lock, portMAX_DELAY);
    for (size_t i = 0; i < P1_SOCKETS_CLIENTS; i++) {
        if (clients[i].socket != NONE && !clients[i].slow && !changed) {
            const ssize_t sent = send(clients[i].socket, bytes.data, bytes.length, MSG_DONTWAIT);
            if (sent < 0 && !nothing_yet()) {
                ESP_LOGW(TAG, "A client can't be sent to (errno %d).", errno);
            }
            clients[i].slow = sent < 0 || (size_t)sent < bytes.length;
        }
    }
    xSemaphoreGive(lock);
}
