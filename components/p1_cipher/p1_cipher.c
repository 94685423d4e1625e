/* AES-128-GCM and SHA-256 by the PSA interface of mbedTLS, which ESP-IDF v5.5 and v6.0 both have and give to the chip's
 * hardware.
 */
#include "platform/cipher.h"

#include <stddef.h>

#include "esp_log.h"
#include "psa/crypto.h"

#define TAG_LENGTH 12
#define ALGORITHM  PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, TAG_LENGTH)

static const char *TAG = "p1_cipher";

static psa_aead_operation_t operation;
static psa_key_id_t key_id;
static psa_hash_operation_t hash;

/* Whether a step succeeded; a line in the log where it did not. */
static bool ok(psa_status_t status, const char *step)
{
    if (status != PSA_SUCCESS) {
        ESP_LOGE(TAG, "A message can't be decrypted: %s failed (%d).", step, (int)status);
    }
    return status == PSA_SUCCESS;
}

/* Leaves neither a message nor a key behind. */
static void end(void)
{
    (void)ok(psa_aead_abort(&operation), "its end");
    if (key_id != 0) {
        (void)ok(psa_destroy_key(key_id), "forgetting the key");
        key_id = 0;
    }
}

static bool take_key(ts_bytes key)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    psa_set_key_type(&attributes, PSA_KEY_TYPE_AES);
    psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_DECRYPT);
    psa_set_key_algorithm(&attributes, ALGORITHM);
    return ok(psa_import_key(&attributes, key.data, key.length, &key_id), "taking the key");
}

static bool start(ts_bytes key, ts_bytes nonce, ts_bytes additional)
{
    return ok(psa_crypto_init(), "mbedTLS") && take_key(key) &&
           ok(psa_aead_decrypt_setup(&operation, key_id, ALGORITHM), "AES-GCM") &&
           ok(psa_aead_set_nonce(&operation, nonce.data, nonce.length), "the nonce") &&
           ok(psa_aead_update_ad(&operation, additional.data, additional.length), "the additional data");
}

bool p1_cipher_gcm_start(ts_bytes key, ts_bytes nonce, ts_bytes additional)
{
    end();
    if (!start(key, nonce, additional)) {
        end();
        return false;
    }
    return true;
}

bool p1_cipher_gcm_update(ts_bytes cipher, ts_span_u8 plain)
{
    size_t length = 0;
    return ok(psa_aead_update(&operation, cipher.data, cipher.length, plain.data, plain.length, &length), "a part") &&
           ok(length == cipher.length ? PSA_SUCCESS : PSA_ERROR_GENERIC_ERROR, "a part's length");
}

bool p1_cipher_gcm_finish(ts_bytes tag)
{
    uint8_t rest[PSA_AEAD_VERIFY_OUTPUT_MAX_SIZE];
    size_t length = 0;
    const psa_status_t status = tag.length < TAG_LENGTH
                                    ? PSA_ERROR_INVALID_SIGNATURE
                                    : psa_aead_verify(&operation, rest, sizeof rest, &length, tag.data, TAG_LENGTH);
    end();
    /* A tag that is wrong is no fault of the driver: whoever asked says so. */
    return status != PSA_ERROR_INVALID_SIGNATURE && ok(status, "the check of its tag");
}

static bool hashed(psa_status_t status)
{
    if (status != PSA_SUCCESS) {
        ESP_LOGE(TAG, "SHA-256 can't be computed (%d).", (int)status);
    }
    return status == PSA_SUCCESS;
}

bool p1_cipher_hash_start(void)
{
    return hashed(psa_crypto_init()) && hashed(psa_hash_abort(&hash)) && hashed(psa_hash_setup(&hash, PSA_ALG_SHA_256));
}

bool p1_cipher_hash_update(ts_bytes bytes)
{
    return hashed(psa_hash_update(&hash, bytes.data, bytes.length));
}

bool p1_cipher_hash_finish(ts_span_u8 into)
{
    size_t length = 0;
    return hashed(psa_hash_finish(&hash, into.data, into.length, &length));
}
