/**
 * @file
 * @brief The hash of the page's password: PBKDF2 with HMAC-SHA-256, over mbedTLS's PSA interface.
 *
 * What the device calls (`p1_passwords_derive`, `p1_passwords_digest`) is declared in `platform/passwords.h`, which is
 * made from `ts/platform/passwords.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/passwords.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The bytes of a hash and of a digest. */
#define P1_PASSWORDS_HASH_SIZE 32

/**
 * @brief Brings a hash that was derived. Called by the driver's own task; the bytes stay until the next one is asked
 * for.
 *
 * @param hash P1_PASSWORDS_HASH_SIZE bytes; none where mbedTLS could not derive it, which the log says
 */
typedef void (*p1_passwords_derived_t)(ts_bytes hash);

/**
 * @brief Starts the task that derives: it has the lowest priority, so that telegrams are read meanwhile.
 *
 * @param derived what to call with a hash
 * @return ESP_OK, or ESP_FAIL where mbedTLS does not start: nothing is derived then
 */
esp_err_t p1_passwords_init(p1_passwords_derived_t derived);

#ifdef __cplusplus
}
#endif
