/* Stand-in for psa/crypto.h of mbedTLS, with a toy for a cipher: see ../../psa.c. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stddef.h>
#include <stdint.h>

typedef int32_t psa_status_t;
typedef uint32_t psa_algorithm_t;
typedef uint16_t psa_key_type_t;
typedef uint32_t psa_key_usage_t;
typedef uint32_t psa_key_id_t;
typedef psa_key_id_t mbedtls_svc_key_id_t;

#define PSA_SUCCESS                 ((psa_status_t)0)
#define PSA_ERROR_GENERIC_ERROR     ((psa_status_t) - 132)
#define PSA_ERROR_BAD_STATE         ((psa_status_t) - 137)
#define PSA_ERROR_INVALID_SIGNATURE ((psa_status_t) - 149)
#define PSA_ERROR_INVALID_HANDLE    ((psa_status_t) - 136)
#define PSA_ERROR_INVALID_ARGUMENT  ((psa_status_t) - 135)

#define PSA_KEY_TYPE_HMAC                                ((psa_key_type_t)0x1100)
#define PSA_KEY_USAGE_SIGN_MESSAGE                       ((psa_key_usage_t)0x00000400)
#define PSA_ALG_SHA_256                                  ((psa_algorithm_t)0x02000009)
#define PSA_ALG_HMAC(hash_alg)                           ((psa_algorithm_t)(0x03800000 | ((hash_alg) & 0x000000ff)))
#define PSA_KEY_TYPE_AES                                 ((psa_key_type_t)0x2400)
#define PSA_KEY_USAGE_DECRYPT                            ((psa_key_usage_t)0x00000200)
#define PSA_ALG_GCM                                      ((psa_algorithm_t)0x05500200)
#define PSA_ALG_AEAD_WITH_SHORTENED_TAG(alg, tag_length) ((psa_algorithm_t)((alg) | ((tag_length) << 16)))
#define PSA_AEAD_VERIFY_OUTPUT_MAX_SIZE                  16

typedef struct {
    psa_key_type_t type;
    psa_key_usage_t usage;
    psa_algorithm_t algorithm;
} psa_key_attributes_t;

#define PSA_KEY_ATTRIBUTES_INIT {0}

typedef struct {
    enum { PSA_IDLE, PSA_SET_UP, PSA_HAS_NONCE, PSA_DECRYPTS } step;
    uint8_t key;
    uint8_t sum;
} psa_aead_operation_t;

typedef struct {
    uint32_t words[8];
    uint8_t block[64];
    size_t used;
    uint64_t length;
    int is_set_up;
} psa_hash_operation_t;

static inline void psa_set_key_type(psa_key_attributes_t *attributes, psa_key_type_t type)
{
    attributes->type = type;
}

static inline void psa_set_key_usage_flags(psa_key_attributes_t *attributes, psa_key_usage_t usage_flags)
{
    attributes->usage = usage_flags;
}

static inline void psa_set_key_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg)
{
    attributes->algorithm = alg;
}
#endif

psa_status_t psa_crypto_init(void);
psa_status_t psa_import_key(const psa_key_attributes_t *attributes, const uint8_t *data, size_t data_length,
                            mbedtls_svc_key_id_t *key);
psa_status_t psa_destroy_key(mbedtls_svc_key_id_t key);
psa_status_t psa_mac_compute(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input, size_t input_length,
                             uint8_t *mac, size_t mac_size, size_t *mac_length);
psa_status_t psa_aead_decrypt_setup(psa_aead_operation_t *operation, mbedtls_svc_key_id_t key, psa_algorithm_t alg);
psa_status_t psa_aead_set_nonce(psa_aead_operation_t *operation, const uint8_t *nonce, size_t nonce_length);
psa_status_t psa_aead_update_ad(psa_aead_operation_t *operation, const uint8_t *input, size_t input_length);
psa_status_t psa_aead_update(psa_aead_operation_t *operation, const uint8_t *input, size_t input_length,
                             uint8_t *output, size_t output_size, size_t *output_length);
psa_status_t psa_aead_verify(psa_aead_operation_t *operation, uint8_t *plaintext, size_t plaintext_size,
                             size_t *plaintext_length, const uint8_t *tag, size_t tag_length);
psa_status_t psa_aead_abort(psa_aead_operation_t *operation);
psa_status_t psa_hash_setup(psa_hash_operation_t *operation, psa_algorithm_t alg);
psa_status_t psa_hash_update(psa_hash_operation_t *operation, const uint8_t *input, size_t input_length);
psa_status_t psa_hash_finish(psa_hash_operation_t *operation, uint8_t *hash, size_t hash_size, size_t *hash_length);
psa_status_t psa_hash_abort(psa_hash_operation_t *operation);
