#include "reason.h"

#include "esp_tls_errors.h"

platform_broker_event_t reason_of(const esp_mqtt_error_codes_t *error)
{
    if (error->error_type == MQTT_ERROR_TYPE_CONNECTION_REFUSED) {
        return error->connect_return_code == MQTT_CONNECTION_REFUSE_BAD_USERNAME ||
                       error->connect_return_code == MQTT_CONNECTION_REFUSE_NOT_AUTHORIZED
                   ? PLATFORM_BROKER_EVENT_WRONG_LOGIN
                   : PLATFORM_BROKER_EVENT_REFUSED;
    }
    switch (error->esp_tls_last_esp_err) {
    case ESP_ERR_ESP_TLS_CANNOT_RESOLVE_HOSTNAME:
        return PLATFORM_BROKER_EVENT_UNKNOWN_HOST;
    case ESP_ERR_ESP_TLS_CONNECTION_TIMEOUT:
        return PLATFORM_BROKER_EVENT_TIMEOUT;
    case ESP_ERR_MBEDTLS_SSL_HANDSHAKE_FAILED:
        return error->esp_tls_cert_verify_flags != 0 ? PLATFORM_BROKER_EVENT_UNTRUSTED
                                                     : PLATFORM_BROKER_EVENT_TLS_FAILED;
    case ESP_ERR_ESP_TLS_SERVER_HANDSHAKE_TIMEOUT:
    /* A certificate of the user's own that can't be read. */
    case ESP_ERR_MBEDTLS_X509_CRT_PARSE_FAILED:
    case ESP_ERR_MBEDTLS_SSL_CONF_OWN_CERT_FAILED:
    case ESP_ERR_MBEDTLS_PK_PARSE_KEY_FAILED:
        return PLATFORM_BROKER_EVENT_TLS_FAILED;
    default:
        return PLATFORM_BROKER_EVENT_UNREACHABLE;
    }
}
