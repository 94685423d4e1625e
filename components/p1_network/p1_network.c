/* One attempt to join at a time: the link comes up, an address comes, each within its time. */
#include "p1_network.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include "addresses.h"
#include "esp_check.h"
#include "esp_event.h"
#include "esp_log.h"
#include "esp_netif.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "freertos/task.h"
#include "link.h"

#define ADDRESS_PATIENCE_MS 30000

#define HOST_NAME_SIZE 33
#define NAME_SIZE      33
#define PASSWORD_SIZE  65
#define QUEUE_LENGTH   8

#define TASK_STACK    4096
#define TASK_PRIORITY 4

static const char *TAG = "p1_network";

/* What the task is to do, or has to know. */
typedef struct {
    enum { JOIN, LEAVE, RESET, SCAN, CALL, LINK_UP, LINK_DOWN, HAS_ADDRESS, LOST_ADDRESS } what;
    /* JOIN, LEAVE and RESET: which attempt this begins or ends. */
    uint32_t attempt;
    /* LINK_DOWN. */
    platform_network_event_t why;
    /* HAS_ADDRESS. */
    uint32_t address;
    /* CALL. */
    void (*call)(const char *name, const char *password);
    /* JOIN. */
    p1_addresses_t addresses;
    char host_name[HOST_NAME_SIZE];
    /* JOIN and CALL. */
    char name[NAME_SIZE];
    char password[PASSWORD_SIZE];
} message_t;

static p1_network_changed_t announce;
/* Whether ESP-IDF's network stack started. */
static bool ready;
/* What the next attempt is made with. */
static p1_addresses_t next_addresses;
static char next_host_name[HOST_NAME_SIZE];
/* The newest attempt, which the device may have ended since: what an older one gives is nobody's. */
static atomic_uint newest;
/* The device's address; 0 while the network is not up. */
static atomic_uint current_address;

/* Of the task alone. */
static enum { OFF, LINKING, WAITING_FOR_ADDRESS, UP } state;
static uint32_t attempt;
static TickType_t since;
static TickType_t patience;

static QueueHandle_t messages;
static StaticQueue_t messages_queue;
static uint8_t messages_storage[QUEUE_LENGTH * sizeof(message_t)];
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static void tell(platform_network_event_t event)
{
    if (attempt == atomic_load(&newest)) {
        announce(event);
    }
}

static void wait_as(int next_state, uint32_t milliseconds)
{
    state = next_state;
    since = xTaskGetTickCount();
    patience = pdMS_TO_TICKS(milliseconds);
}

static TickType_t time_left(void)
{
    if (state == OFF || state == UP) {
        return portMAX_DELAY;
    }
    const TickType_t passed = xTaskGetTickCount() - since;
    return passed < patience ? patience - passed : 0;
}

static void stop(void)
{
    if (state != OFF) {
        p1_link_stop();
    }
    state = OFF;
    atomic_store(&current_address, 0);
}

static void fail(platform_network_event_t why)
{
    stop();
    tell(why);
}

static bool has_stack(void)
{
    if (!ready) {
        ESP_LOGE(TAG, "There is no network stack: see the errors above.");
    }
    return ready;
}

static esp_err_t begin(const message_t *wanted)
{
    ESP_RETURN_ON_FALSE(has_stack(), ESP_ERR_INVALID_STATE, TAG, "No network can be joined.");
    ESP_RETURN_ON_ERROR(p1_link_install(), TAG, "The network interface can't be started.");
    esp_netif_t *netif = p1_link_netif();
    ESP_RETURN_ON_ERROR(esp_netif_set_hostname(netif, wanted->host_name), TAG, "%s is no host name.",
                        wanted->host_name);
    ESP_RETURN_ON_ERROR(p1_addresses_use(netif, &wanted->addresses), TAG, "The network can't get its address.");
    return p1_link_start(wanted->name, wanted->password);
}

static void join(const message_t *wanted)
{
    stop();
    attempt = wanted->attempt;
    wait_as(LINKING, p1_link_patience_ms);
    if (begin(wanted) != ESP_OK) {
        fail(p1_link_absent);
    }
}

static void has_address(uint32_t address)
{
    const bool news = state == WAITING_FOR_ADDRESS;
    state = UP;
    atomic_store(&current_address, address);
    if (news) {
        tell(PLATFORM_NETWORK_EVENT_UP);
    }
}

/* What an attempt that is over left behind is met in the states OFF and LINKING, and changes nothing. */
static void handle(const message_t *message)
{
    switch (message->what) {
    case JOIN:
        join(message);
        break;
    case LEAVE:
        stop();
        break;
    case RESET:
        stop();
        p1_link_uninstall();
        break;
    case SCAN:
        if (has_stack()) {
            p1_link_scan();
        }
        announce(PLATFORM_NETWORK_EVENT_SCANNED);
        break;
    case CALL:
        if (has_stack()) {
            message->call(message->name, message->password);
        }
        break;
    case LINK_UP:
        if (state == LINKING) {
            wait_as(WAITING_FOR_ADDRESS, ADDRESS_PATIENCE_MS);
        }
        break;
    case LINK_DOWN:
        if (state == UP) {
            fail(PLATFORM_NETWORK_EVENT_DOWN);
        } else if (state == WAITING_FOR_ADDRESS || (state == LINKING && message->why != PLATFORM_NETWORK_EVENT_DOWN)) {
            fail(message->why == PLATFORM_NETWORK_EVENT_DOWN ? p1_link_absent : message->why);
        }
        break;
    case HAS_ADDRESS:
        if (state == WAITING_FOR_ADDRESS || state == UP) {
            has_address(message->address);
        }
        break;
    case LOST_ADDRESS:
        if (state == UP) {
            fail(PLATFORM_NETWORK_EVENT_DOWN);
        }
        break;
    }
}

static void work(void *arg)
{
    (void)arg;
    for (;;) {
        message_t message;
        if (xQueueReceive(messages, &message, time_left()) == pdTRUE) {
            handle(&message);
        } else {
            fail(state == LINKING ? p1_link_absent : PLATFORM_NETWORK_EVENT_NO_ADDRESS);
        }
    }
}

/* Called by ESP-IDF's event loop, whose events may wait: the task takes what is in the queue within a second or so. */
static void put(const message_t *message)
{
    (void)xQueueSend(messages, message, portMAX_DELAY);
}

void p1_link_is_up(void)
{
    put(&(message_t){.what = LINK_UP});
}

void p1_link_is_down(platform_network_event_t why)
{
    put(&(message_t){.what = LINK_DOWN, .why = why});
}

static void address_changed(void *arg, esp_event_base_t base, int32_t id, void *data)
{
    (void)arg;
    (void)base;
    if (id == IP_EVENT_STA_GOT_IP || id == IP_EVENT_ETH_GOT_IP) {
        const ip_event_got_ip_t *got = data;
        put(&(message_t){.what = HAS_ADDRESS, .address = __builtin_bswap32(got->ip_info.ip.addr)});
    } else if (id == IP_EVENT_STA_LOST_IP || id == IP_EVENT_ETH_LOST_IP) {
        put(&(message_t){.what = LOST_ADDRESS});
    }
}

esp_err_t p1_network_init(p1_network_changed_t changed)
{
    announce = changed;
    messages = xQueueCreateStatic(QUEUE_LENGTH, sizeof(message_t), messages_storage, &messages_queue);
    xTaskCreateStatic(work, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    ESP_RETURN_ON_ERROR(esp_netif_init(), TAG, "The network stack does not start: there is no network.");
    ESP_RETURN_ON_ERROR(esp_event_loop_create_default(), TAG, "There is no event loop: there is no network.");
    ESP_RETURN_ON_ERROR(esp_event_handler_register(IP_EVENT, ESP_EVENT_ANY_ID, address_changed, NULL), TAG,
                        "Addresses are not heard of: there is no network.");
    ESP_RETURN_ON_ERROR(p1_link_init(), TAG, "There is no network.");
    ready = true;
    return ESP_OK;
}

/* Hands a command to the task. The device sends few, and each is done at once or within a second or so. */
static bool command(const message_t *message)
{
    if (xQueueSend(messages, message, 0) != pdTRUE) {
        ESP_LOGE(TAG, "Too many calls wait for the network: one is left out.");
        return false;
    }
    return true;
}

static void copy(char *text, size_t size, ts_bytes bytes)
{
    const size_t length = bytes.length < size ? bytes.length : size - 1;
    memcpy(text, bytes.data, length);
    text[length] = '\0';
}

void p1_network_set_host_name(ts_bytes name)
{
    copy(next_host_name, sizeof next_host_name, name);
}

void p1_network_set_address(uint32_t address, uint32_t mask, uint32_t router, uint32_t name_server)
{
    next_addresses = (p1_addresses_t){.address = address, .mask = mask, .router = router, .name_server = name_server};
}

/* Ends the attempt that there was: nothing is told of it any more. */
static uint32_t next_attempt(void)
{
    const uint32_t next = atomic_fetch_add(&newest, 1) + 1;
    atomic_store(&current_address, 0);
    return next;
}

void p1_network_join(ts_bytes name, ts_bytes password)
{
    message_t wanted = {.what = JOIN, .attempt = next_attempt(), .addresses = next_addresses};
    memcpy(wanted.host_name, next_host_name, sizeof wanted.host_name);
    copy(wanted.name, sizeof wanted.name, name);
    copy(wanted.password, sizeof wanted.password, password);
    if (!command(&wanted)) {
        announce(p1_link_absent);
    }
}

void p1_network_leave(void)
{
    (void)command(&(message_t){.what = LEAVE, .attempt = next_attempt()});
}

void p1_network_reset(void)
{
    (void)command(&(message_t){.what = RESET, .attempt = next_attempt()});
}

void p1_network_scan(void)
{
    (void)command(&(message_t){.what = SCAN});
}

bool p1_link_call(void (*what)(const char *name, const char *password), ts_bytes name, ts_bytes password)
{
    message_t wanted = {.what = CALL, .call = what};
    copy(wanted.name, sizeof wanted.name, name);
    copy(wanted.password, sizeof wanted.password, password);
    return command(&wanted);
}

uint32_t p1_network_address(void)
{
    return atomic_load(&current_address);
}
