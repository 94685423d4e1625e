/* Why an attempt to connect failed. */
#pragma once

#include "mqtt_client.h"
#include "platform/broker.h"

/* What esp-mqtt says of an attempt, in the device's words. */
platform_broker_event_t reason_of(const esp_mqtt_error_codes_t *error);
