/* What a test does with the stand-in of esp-mqtt: it is the broker, and esp-mqtt's own task. */
#pragma once

#include "mqtt_client.h"

/* Something happens to the connection, or to the message with this number. */
void idf_mqtt_event(esp_mqtt_event_id_t id, int msg_id);

/* The attempt fails like this. */
void idf_mqtt_tls_error(esp_err_t tls, int verify_flags);
void idf_mqtt_error(esp_mqtt_error_type_t type, esp_mqtt_connect_return_code_t code, esp_err_t tls);

/* A message arrives, or the part of it at this offset. */
void idf_mqtt_message(const char *topic, const char *payload, int offset, bool retain);

/* For so many milliseconds a publish waits: the connection is slow. */
void idf_mqtt_slow(uint32_t milliseconds);

/* The next message is acknowledged before esp_mqtt_client_publish returns. */
void idf_mqtt_acknowledge_early(void);
