#include "p1_broker.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "certificates.h"
#include "commands.h"
#include "deliveries.h"
#include "esp_check.h"
#include "esp_crt_bundle.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "mqtt_client.h"
#include "reason.h"

#define TIMEOUT_MS   10000
#define PAYLOAD_SIZE 256
#define TOPIC_SIZE   128

#define TASK_STACK    4096
#define TASK_PRIORITY 5

static const char *TAG = "p1_broker";

static p1_broker_events_t tell;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static atomic_uint attempt;
static atomic_bool connected;
/* esp-mqtt does not copy the name that the broker's certificate is for. */
static char broker_name[129];
static char will_topic[192];
static char will_payload[64];

/* Of the task alone. */
static esp_mqtt_client_handle_t client;
static bool stood;
/* Why the attempt failed, as far as esp-mqtt has said. */
static atomic_int reason;

static char message_topic[TOPIC_SIZE];
static char message_payload[PAYLOAD_SIZE];
static atomic_bool message_taken;

static void take_message(const esp_mqtt_event_t *event)
{
    if (event->current_data_offset != 0) {
        return; /* The rest of a long one, of which the first part is enough. */
    }
    if (event->topic_len > TOPIC_SIZE || atomic_exchange(&message_taken, true)) {
        ESP_LOGW(TAG, "A message of the broker is left out: the one before is not read yet, or its topic is too long.");
        return;
    }
    const size_t length = (size_t)event->data_len < PAYLOAD_SIZE ? (size_t)event->data_len : PAYLOAD_SIZE;
    memcpy(message_topic, event->topic, (size_t)event->topic_len);
    memcpy(message_payload, event->data, length);
    tell.message((ts_bytes){.data = (const uint8_t *)message_topic, .length = (uint32_t)event->topic_len},
                 (ts_bytes){.data = (const uint8_t *)message_payload, .length = (uint32_t)length}, event->retain);
}

/* In esp-mqtt's task, which must not stop itself: the end of a connection goes to ours. */
static void on_event(void *arg, esp_event_base_t base, int32_t id, void *data)
{
    (void)base;
    const esp_mqtt_event_t *event = data;
    switch ((esp_mqtt_event_id_t)id) {
    case MQTT_EVENT_CONNECTED:
    case MQTT_EVENT_DISCONNECTED:
    case MQTT_EVENT_DELETED: {
        /* A message that was given up means a broker that does not answer: as good as lost, so that all is offered
         * anew. */
        command_t *command = commands_make(id == MQTT_EVENT_CONNECTED ? CONNECTED : ENDED, NULL, 0);
        if (command != NULL) {
            command->attempt = (uint32_t)(uintptr_t)arg;
            if (!commands_queue(command)) {
                ESP_LOGE(TAG, "An event of the connection was lost.");
            }
        }
        break;
    }
    case MQTT_EVENT_ERROR:
        atomic_store(&reason, (int)reason_of(event->error_handle));
        break;
    case MQTT_EVENT_PUBLISHED: {
        const uint16_t known = deliveries_close(event->msg_id);
        if (known != 0) {
            tell.delivered(known);
        }
        break;
    }
    case MQTT_EVENT_DATA:
        take_message(event);
        break;
    default:
        break;
    }
}

static void destroy(void)
{
    atomic_store(&connected, false);
    if (client != NULL) {
        const esp_err_t error = esp_mqtt_client_destroy(client);
        if (error != ESP_OK) {
            ESP_LOGE(TAG, "The connection can't be cleared away: %s.", esp_err_to_name(error));
        }
        client = NULL;
    }
    certificates_free();
}

/* Who the broker has to be. Without an authority to ask, esp-tls takes whoever answers: sdkconfig.defaults allows it.
 */
static struct verification_t verification_of(platform_security_t security)
{
    if (security == PLATFORM_SECURITY_TLS && certificates_authority() != NULL) {
        return (struct verification_t){.certificate = certificates_authority(), .common_name = broker_name};
    }
    if (security == PLATFORM_SECURITY_TLS) {
        return (struct verification_t){.crt_bundle_attach = esp_crt_bundle_attach, .common_name = broker_name};
    }
    return (struct verification_t){.skip_cert_common_name_check = true};
}

static esp_err_t start(const command_t *command)
{
    const bool encrypts = command->security != PLATFORM_SECURITY_PLAIN;
    ESP_RETURN_ON_ERROR(encrypts ? certificates_load() : ESP_OK, TAG, "There is no encrypted connection.");
    (void)snprintf(broker_name, sizeof broker_name, "%s", commands_text(command, 4));
    const esp_mqtt_client_config_t config = {
        .broker.address =
            {
                .hostname = commands_text(command, 0),
                .port = command->port,
                .transport = encrypts ? MQTT_TRANSPORT_OVER_SSL : MQTT_TRANSPORT_OVER_TCP,
            },
        .broker.verification = verification_of(command->security),
        .credentials =
            {
                .client_id = commands_text(command, 1),
                .username = *commands_text(command, 2) == '\0' ? NULL : commands_text(command, 2),
                .authentication =
                    {
                        .password = *commands_text(command, 2) == '\0' ? NULL : commands_text(command, 3),
                        .certificate = certificates_identity(),
                        .key = certificates_identity(),
                    },
            },
        .session =
            {
                .keepalive = command->keepalive,
                .last_will =
                    {
                        .topic = will_topic[0] == '\0' ? NULL : will_topic,
                        .msg = will_payload,
                        .qos = 1,
                        .retain = 1,
                    },
            },
        .network = {.disable_auto_reconnect = true, .timeout_ms = TIMEOUT_MS},
        .outbox.limit = P1_BROKER_OUTBOX_BYTES,
    };
    client = esp_mqtt_client_init(&config);
    ESP_RETURN_ON_FALSE(client != NULL, ESP_ERR_NO_MEM, TAG, "There is no memory for a connection.");
    ESP_RETURN_ON_ERROR(
        esp_mqtt_client_register_event(client, MQTT_EVENT_ANY, on_event, (void *)(uintptr_t)command->attempt), TAG,
        "The connection's events can't be heard.");
    ESP_RETURN_ON_ERROR(esp_mqtt_client_start(client), TAG, "The connection can't be started.");
    return ESP_OK;
}

static void connect(const command_t *command)
{
    destroy();
    deliveries_clear();
    stood = false;
    atomic_store(&reason, PLATFORM_BROKER_EVENT_UNREACHABLE);
    if (start(command) != ESP_OK) {
        destroy();
        tell.event(PLATFORM_BROKER_EVENT_UNREACHABLE);
    }
}

static void publish(const command_t *command)
{
    const int id = esp_mqtt_client_publish(client, commands_text(command, 0), commands_text(command, 1),
                                           (int)command->payload_length, command->qos, command->retain);
    if (id < 0) {
        ESP_LOGW(TAG, "A message was not sent.");
    } else if (command->id != 0 && deliveries_name(command->id, id)) {
        tell.delivered(command->id);
    }
}

static void run(const command_t *command)
{
    const bool current = command->attempt == atomic_load(&attempt);
    switch (command->what) {
    case CONNECT:
        if (current) {
            connect(command);
        }
        break;
    case CONNECTED:
        if (current) {
            stood = true;
            certificates_free(); /* The next attempt reads them anew. */
            atomic_store(&connected, true);
            tell.event(PLATFORM_BROKER_EVENT_CONNECTED);
        }
        break;
    case PUBLISH:
        if (client != NULL) {
            publish(command);
        }
        break;
    case SUBSCRIBE:
        if (client != NULL && esp_mqtt_client_subscribe_single(client, commands_text(command, 0), 0) < 0) {
            ESP_LOGW(TAG, "%s can't be subscribed to.", commands_text(command, 0));
        }
        break;
    case DISCONNECT:
        if (client != NULL && stood) {
            const esp_err_t error = esp_mqtt_client_disconnect(client);
            if (error != ESP_OK) {
                ESP_LOGW(TAG, "The broker was left without a word: %s.", esp_err_to_name(error));
            }
        }
        destroy();
        break;
    case ENDED:
        if (current && client != NULL) {
            destroy();
            tell.event(stood ? PLATFORM_BROKER_EVENT_LOST : (platform_broker_event_t)atomic_load(&reason));
        }
        break;
    }
}

static void work(void *arg)
{
    (void)arg;
    for (;;) {
        command_t *command = commands_next();
        run(command);
        commands_done(command);
    }
}

esp_err_t p1_broker_init(const p1_broker_events_t *events)
{
    tell = *events;
    deliveries_clear();
    commands_start();
    xTaskCreateStatic(work, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    return ESP_OK;
}

void p1_broker_message_done(void)
{
    atomic_store(&message_taken, false);
}

static void copy_text(char *to, size_t size, ts_bytes from)
{
    const size_t length = from.length < size ? from.length : size - 1;
    if (length > 0) {
        memcpy(to, from.data, length);
    }
    to[length] = '\0';
}

void p1_broker_last_will(ts_bytes topic, ts_bytes payload)
{
    copy_text(will_topic, sizeof will_topic, topic);
    copy_text(will_payload, sizeof will_payload, payload);
}

void p1_broker_connect(ts_bytes host, uint16_t port, platform_security_t security, ts_bytes name, ts_bytes client_id,
                       ts_bytes user, ts_bytes password, uint16_t keepalive_seconds)
{
    const ts_bytes texts[] = {host, client_id, user, password, name};
    atomic_fetch_add(&attempt, 1);
    command_t *command = commands_make(CONNECT, texts, 5);
    if (command != NULL) {
        command->attempt = atomic_load(&attempt);
        command->port = port;
        command->security = security;
        command->keepalive = keepalive_seconds;
    }
    if (!commands_queue(command)) {
        tell.event(PLATFORM_BROKER_EVENT_UNREACHABLE);
    }
}

static bool send(ts_bytes topic, ts_bytes payload, bool retain, uint8_t qos, uint16_t id)
{
    const ts_bytes texts[] = {topic, payload};
    command_t *command = commands_make(PUBLISH, texts, 2);
    if (command != NULL) {
        command->retain = retain;
        command->qos = qos;
        command->id = id;
        command->payload_length = payload.length;
    }
    return commands_queue(command);
}

/* Queues a message of which at most so many are on their way; 0 when it is not taken. */
static uint16_t deliver(ts_bytes topic, ts_bytes payload, bool retain, uint8_t qos)
{
    const uint16_t id = atomic_load(&connected) ? deliveries_open() : 0;
    if (id != 0 && !send(topic, payload, retain, qos, id)) {
        (void)deliveries_name(id, -1);
        (void)deliveries_close(-1);
        return 0;
    }
    return id;
}

bool p1_broker_publish(ts_bytes topic, ts_bytes payload, bool retain, uint8_t qos)
{
    if (qos == 2) {
        return deliver(topic, payload, retain, qos) != 0; /* So that there are not too many at a time. */
    }
    return atomic_load(&connected) && send(topic, payload, retain, qos, 0);
}

uint16_t p1_broker_deliver(ts_bytes topic, ts_bytes payload)
{
    return deliver(topic, payload, false, 1);
}

bool p1_broker_subscribe(ts_bytes topic)
{
    return atomic_load(&connected) && commands_queue(commands_make(SUBSCRIBE, &topic, 1));
}

void p1_broker_disconnect(void)
{
    command_t *command = commands_make(DISCONNECT, NULL, 0);
    if (!commands_queue(command)) {
        ESP_LOGE(TAG, "The connection can't be ended now.");
    }
    atomic_fetch_add(&attempt, 1);
}
