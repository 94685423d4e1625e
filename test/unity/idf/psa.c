/*
 * PSA's authenticated decryption, in the order of calls that it wants, with a toy for a cipher: each byte is the plain
 * one XOR the key's first, and each byte of the tag is the sum of everything that was fed in.
 */
#include "psa/crypto.h"

#include "psa.h"
#include "stand_in.h"

static bool initialised;
static int keys;
static uint8_t first_byte;

int idf_psa_keys(void)
{
    return keys + idf_psa_hmac_keys();
}

psa_status_t psa_crypto_init(void)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    initialised = true;
    return PSA_SUCCESS;
}

psa_status_t psa_import_key(const psa_key_attributes_t *attributes, const uint8_t *data, size_t data_length,
                            mbedtls_svc_key_id_t *key)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (!initialised) {
        idf_misuse("psa_crypto_init comes first");
    }
    if (attributes->type == PSA_KEY_TYPE_HMAC) {
        return idf_psa_import_hmac(attributes, data, data_length, key);
    }
    if (attributes->type != PSA_KEY_TYPE_AES || attributes->usage != PSA_KEY_USAGE_DECRYPT || data_length != 16) {
        return PSA_ERROR_INVALID_ARGUMENT;
    }
    first_byte = data[0];
    keys++;
    *key = 1;
    return PSA_SUCCESS;
}

psa_status_t psa_destroy_key(mbedtls_svc_key_id_t key)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (idf_psa_forget_hmac(key)) {
        return PSA_SUCCESS;
    }
    if (key != 1 || keys == 0) {
        return PSA_ERROR_INVALID_HANDLE;
    }
    keys--;
    return PSA_SUCCESS;
}

static void feed(psa_aead_operation_t *operation, const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        operation->sum = (uint8_t)(operation->sum + bytes[i]);
    }
}

psa_status_t psa_aead_decrypt_setup(psa_aead_operation_t *operation, mbedtls_svc_key_id_t key, psa_algorithm_t alg)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (operation->step != PSA_IDLE) {
        return PSA_ERROR_BAD_STATE;
    }
    if (key != 1 || alg != PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 12)) {
        return PSA_ERROR_INVALID_ARGUMENT;
    }
    *operation = (psa_aead_operation_t){.step = PSA_SET_UP, .key = first_byte};
    return PSA_SUCCESS;
}

psa_status_t psa_aead_set_nonce(psa_aead_operation_t *operation, const uint8_t *nonce, size_t nonce_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (operation->step != PSA_SET_UP) {
        return PSA_ERROR_BAD_STATE;
    }
    operation->step = PSA_HAS_NONCE;
    feed(operation, nonce, nonce_length);
    return PSA_SUCCESS;
}

psa_status_t psa_aead_update_ad(psa_aead_operation_t *operation, const uint8_t *input, size_t input_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (operation->step != PSA_HAS_NONCE) {
        return PSA_ERROR_BAD_STATE;
    }
    feed(operation, input, input_length);
    return PSA_SUCCESS;
}

psa_status_t psa_aead_update(psa_aead_operation_t *operation, const uint8_t *input, size_t input_length,
                             uint8_t *output, size_t output_size, size_t *output_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (operation->step < PSA_HAS_NONCE || output_size < input_length) {
        return PSA_ERROR_BAD_STATE;
    }
    operation->step = PSA_DECRYPTS;
    feed(operation, input, input_length);
    for (size_t i = 0; i < input_length; i++) {
        output[i] = input[i] ^ operation->key;
    }
    *output_length = input_length;
    return PSA_SUCCESS;
}

psa_status_t psa_aead_verify(psa_aead_operation_t *operation, uint8_t *plaintext, size_t plaintext_size,
                             size_t *plaintext_length, const uint8_t *tag, size_t tag_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    (void)plaintext;
    (void)plaintext_size;
    *plaintext_length = 0;
    if (operation->step < PSA_HAS_NONCE || tag_length != 12) {
        return PSA_ERROR_BAD_STATE;
    }
    operation->step = PSA_IDLE;
    for (size_t i = 0; i < tag_length; i++) {
        if (tag[i] != operation->sum) {
            return PSA_ERROR_INVALID_SIGNATURE;
        }
    }
    return PSA_SUCCESS;
}

psa_status_t psa_aead_abort(psa_aead_operation_t *operation)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    operation->step = PSA_IDLE;
    return PSA_SUCCESS;
}
