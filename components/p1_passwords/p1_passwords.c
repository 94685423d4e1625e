#include "p1_passwords.h"

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "psa/crypto.h"

#define PASSWORD_SIZE 64
#define SALT_SIZE     16
#define ALGORITHM     PSA_ALG_HMAC(PSA_ALG_SHA_256)

#define TASK_STACK    4096
#define TASK_PRIORITY 1

static const char *TAG = "p1_passwords";

static p1_passwords_derived_t announce;
static bool is_ready;

/* What is being derived; the device fills it while `busy` is false. */
static uint8_t password[PASSWORD_SIZE];
static uint32_t password_length;
/* The salt, and the number of the one block of PBKDF2 behind it. */
static uint8_t salt[SALT_SIZE + 4];
static uint32_t rounds;
static uint8_t hash[P1_PASSWORDS_HASH_SIZE];
static atomic_bool busy;

static TaskHandle_t deriver;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

/* Whether a step succeeded; a line in the log where it did not. */
static bool ok(psa_status_t status, const char *step)
{
    if (status != PSA_SUCCESS) {
        ESP_LOGE(TAG, "A password can't be hashed: %s failed (%d).", step, (int)status);
    }
    return status == PSA_SUCCESS;
}

static bool take_key(const uint8_t *key, size_t length, psa_key_id_t *id)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    psa_set_key_type(&attributes, PSA_KEY_TYPE_HMAC);
    psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_SIGN_MESSAGE);
    psa_set_key_algorithm(&attributes, ALGORITHM);
    return ok(psa_import_key(&attributes, key, length, id), "taking the key");
}

static bool mac(psa_key_id_t key, const uint8_t *message, size_t length, uint8_t into[P1_PASSWORDS_HASH_SIZE])
{
    size_t written = 0;
    return ok(psa_mac_compute(key, ALGORITHM, message, length, into, P1_PASSWORDS_HASH_SIZE, &written), "HMAC");
}

/*
 * PBKDF2 of one block (RFC 8018, 5.2): the sum, by XOR, of a chain of HMACs. PSA has it whole in v6.0 only; v5.5 makes
 * its PSA from mbedTLS's old options, which lack it.
 */
static bool derive_with(psa_key_id_t key)
{
    uint8_t link[P1_PASSWORDS_HASH_SIZE];
    if (!mac(key, salt, sizeof salt, link)) {
        return false;
    }
    memcpy(hash, link, sizeof hash);
    for (uint32_t round = 1; round < rounds; round++) {
        if (!mac(key, link, sizeof link, link)) {
            return false;
        }
        for (size_t i = 0; i < sizeof hash; i++) {
            hash[i] ^= link[i];
        }
    }
    return true;
}

static bool derive(void)
{
    psa_key_id_t key = 0;
    if (!take_key(password, password_length, &key)) {
        return false;
    }
    const bool derived = derive_with(key);
    (void)ok(psa_destroy_key(key), "forgetting the key");
    return derived;
}

static void derive_passwords(void *arg)
{
    (void)arg;
    for (;;) {
        ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
        const bool derived = derive();
        memset(password, 0, sizeof password);
        atomic_store(&busy, false);
        announce((ts_bytes){.data = hash, .length = derived ? sizeof hash : 0});
    }
}

esp_err_t p1_passwords_init(p1_passwords_derived_t derived)
{
    announce = derived;
    if (!ok(psa_crypto_init(), "mbedTLS")) {
        return ESP_FAIL;
    }
    deriver = xTaskCreateStatic(derive_passwords, TAG, sizeof task_stack, NULL, TASK_PRIORITY, task_stack, &task);
    is_ready = true;
    return ESP_OK;
}

bool p1_passwords_derive(ts_bytes from, ts_bytes with, uint32_t count)
{
    if (!is_ready || atomic_load(&busy) || from.length == 0 || from.length > sizeof password ||
        with.length != SALT_SIZE) {
        return false;
    }
    atomic_store(&busy, true);
    memcpy(password, from.data, from.length);
    password_length = from.length;
    memcpy(salt, with.data, SALT_SIZE);
    memcpy(salt + SALT_SIZE, (const uint8_t[]){0, 0, 0, 1}, 4);
    rounds = count;
    xTaskNotifyGive(deriver);
    return true;
}

bool p1_passwords_digest(ts_bytes key, ts_bytes message, ts_span_u8 into)
{
    psa_key_id_t id = 0;
    if (!is_ready || into.length != P1_PASSWORDS_HASH_SIZE || !take_key(key.data, key.length, &id)) {
        return false;
    }
    const bool digested = mac(id, message.data, message.length, into.data);
    (void)ok(psa_destroy_key(id), "forgetting the key");
    return digested;
}
