/* esp-mqtt: one client. What it sends is noted; what comes, comes from the test. */
#include <stdio.h>
#include <string.h>

#include "freertos/task.h"
#include "mqtt_broker.h"
#include "stand_in.h"

struct esp_mqtt_client {
    bool there;
    esp_event_handler_t handler;
    void *argument;
    int last_msg_id;
};

static struct esp_mqtt_client client;
static uint32_t slow;
static bool early;

static void tell(esp_mqtt_event_id_t id, esp_mqtt_event_t *event)
{
    if (!client.there || client.handler == NULL) {
        idf_misuse("an event for a client that is not there");
    }
    client.handler(client.argument, "MQTT_EVENTS", (int32_t)id, event);
}

void idf_mqtt_event(esp_mqtt_event_id_t id, int msg_id)
{
    esp_mqtt_event_t event = {.msg_id = msg_id};
    tell(id, &event);
}

static void fail(esp_mqtt_error_codes_t codes)
{
    esp_mqtt_event_t event = {.error_handle = &codes};
    tell(MQTT_EVENT_ERROR, &event);
    idf_mqtt_event(MQTT_EVENT_DISCONNECTED, 0);
}

void idf_mqtt_error(esp_mqtt_error_type_t type, esp_mqtt_connect_return_code_t code, esp_err_t tls)
{
    fail((esp_mqtt_error_codes_t){.error_type = type, .connect_return_code = code, .esp_tls_last_esp_err = tls});
}

void idf_mqtt_tls_error(esp_err_t tls, int verify_flags)
{
    fail((esp_mqtt_error_codes_t){.error_type = MQTT_ERROR_TYPE_TCP_TRANSPORT,
                                  .esp_tls_last_esp_err = tls,
                                  .esp_tls_cert_verify_flags = verify_flags});
}

/* Only its address is of interest. */
esp_err_t esp_crt_bundle_attach(void *conf)
{
    (void)conf;
    return ESP_OK;
}

/* Who the broker has to be, as a certificate is checked. */
static const char *trust_of(const esp_mqtt_client_config_t *config, char *text, size_t size)
{
    const bool bundle = config->broker.verification.crt_bundle_attach == esp_crt_bundle_attach;
    const char *own = config->broker.verification.certificate;
    const char *identity = config->credentials.authentication.certificate;
    if (config->broker.address.transport == MQTT_TRANSPORT_OVER_TCP) {
        return "";
    }
    if (bundle + (own != NULL) + config->broker.verification.skip_cert_common_name_check != 1) {
        idf_misuse("a certificate is checked with its name, or not at all");
    }
    if (identity != config->credentials.authentication.key) {
        idf_misuse("the certificate and its key are one text");
    }
    (void)snprintf(text, size, " tls %s%s%s%s%s",
                   bundle || own != NULL ? config->broker.verification.common_name : "with anybody",
                   own == NULL ? "" : " signed by ", own == NULL ? "" : own, identity == NULL ? "" : " as ",
                   identity == NULL ? "" : identity);
    return text;
}

void idf_mqtt_message(const char *topic, const char *payload, int offset, bool retain)
{
    char lent_topic[256];
    char lent_payload[1024];
    (void)strcpy(lent_topic, topic);
    (void)strcpy(lent_payload, payload);
    esp_mqtt_event_t event = {.topic = lent_topic,
                              .topic_len = (int)strlen(topic),
                              .data = lent_payload,
                              .data_len = (int)strlen(payload),
                              .current_data_offset = offset,
                              .retain = retain};
    tell(MQTT_EVENT_DATA, &event);
    memset(lent_topic, 0xdd, sizeof lent_topic);
    memset(lent_payload, 0xdd, sizeof lent_payload);
}

void idf_mqtt_slow(uint32_t milliseconds)
{
    slow = milliseconds;
}

void idf_mqtt_acknowledge_early(void)
{
    early = true;
}

esp_mqtt_client_handle_t esp_mqtt_client_init(const esp_mqtt_client_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    if (!config->network.disable_auto_reconnect) {
        idf_misuse("a connection that comes back by itself");
    }
    client = (struct esp_mqtt_client){.there = true, .last_msg_id = client.last_msg_id};
    const char *user = config->credentials.username;
    const char *will = config->session.last_will.topic;
    char trust[160];
    idf_note("connect %s:%u as %s user %s will %s keepalive %d%s", config->broker.address.hostname,
             (unsigned)config->broker.address.port, config->credentials.client_id, user == NULL ? "-" : user,
             will == NULL ? "-" : will, config->session.keepalive, trust_of(config, trust, sizeof trust));
    return &client;
}

esp_err_t esp_mqtt_client_register_event(esp_mqtt_client_handle_t handle, esp_mqtt_event_id_t event,
                                         esp_event_handler_t event_handler, void *event_handler_arg)
{
    IDF_MAY_FAIL();
    (void)event;
    handle->handler = event_handler;
    handle->argument = event_handler_arg;
    return ESP_OK;
}

esp_err_t esp_mqtt_client_start(esp_mqtt_client_handle_t handle)
{
    IDF_MAY_FAIL();
    (void)handle;
    return ESP_OK;
}

esp_err_t esp_mqtt_client_disconnect(esp_mqtt_client_handle_t handle)
{
    IDF_MAY_FAIL();
    (void)handle;
    idf_note("disconnect");
    return ESP_OK;
}

esp_err_t esp_mqtt_client_destroy(esp_mqtt_client_handle_t handle)
{
    IDF_MAY_FAIL();
    handle->there = false;
    return ESP_OK;
}

int esp_mqtt_client_publish(esp_mqtt_client_handle_t handle, const char *topic, const char *data, int len, int qos,
                            int retain)
{
    IDF_MAY_FAIL_WITH(-1);
    if (!handle->there) {
        idf_misuse("a message for a client that is not there");
    }
    if (slow > 0) {
        vTaskDelay(slow);
    }
    const int msg_id = qos == 0 ? 0 : ++handle->last_msg_id;
    idf_note("publish %s %.*s qos %d retain %d", topic, len, data, qos, retain);
    if (early) {
        early = false;
        idf_mqtt_event(MQTT_EVENT_PUBLISHED, msg_id);
    }
    return msg_id;
}

int esp_mqtt_client_subscribe_single(esp_mqtt_client_handle_t handle, const char *topic, int qos)
{
    IDF_MAY_FAIL_WITH(-1);
    (void)handle;
    idf_note("subscribe %s qos %d", topic, qos);
    return 1;
}
