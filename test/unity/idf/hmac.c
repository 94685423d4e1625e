/*
 * PSA's SHA-256 and HMAC with it (RFC 2104, FIPS 180-4). This one is no toy: the driver makes PBKDF2 of it, and the
 * tests have its published values.
 */
#include <string.h>

#include "psa.h"
#include "psa/crypto.h"
#include "stand_in.h"

#define BLOCK     64
#define DIGEST    32
#define KEYS      4
#define FIRST_KEY 2

typedef psa_hash_operation_t sha256_t;

static uint8_t keys[KEYS][BLOCK];
static bool used[KEYS];

static const uint32_t ROUNDS[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotated(uint32_t word, int by)
{
    return word >> by | word << (32 - by);
}

static void compress(sha256_t *hash)
{
    uint32_t w[64];
    uint32_t v[8];
    for (int i = 0; i < 16; i++) {
        const uint8_t *at = hash->block + i * 4;
        w[i] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
    }
    for (int i = 16; i < 64; i++) {
        const uint32_t s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >> 3;
        const uint32_t s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    memcpy(v, hash->words, sizeof v);
    for (int i = 0; i < 64; i++) {
        const uint32_t s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25);
        const uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + ROUNDS[i] + w[i];
        const uint32_t s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22);
        const uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof v[0]);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) {
        hash->words[i] += v[i];
    }
}

static void add(sha256_t *hash, const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        hash->block[hash->used++] = bytes[i];
        hash->length += 8;
        if (hash->used == BLOCK) {
            compress(hash);
            hash->used = 0;
        }
    }
}

static const sha256_t EMPTY = {
    .words = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};

static void end(sha256_t *hash, uint8_t digest[DIGEST])
{
    const uint64_t length = hash->length;
    add(hash, (const uint8_t[]){0x80}, 1);
    while (hash->used != BLOCK - 8) {
        add(hash, (const uint8_t[]){0}, 1);
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
        add(hash, (const uint8_t[]){(uint8_t)(length >> shift)}, 1);
    }
    for (int i = 0; i < DIGEST; i++) {
        digest[i] = (uint8_t)(hash->words[i / 4] >> (24 - i % 4 * 8));
    }
}

static void sha256(const uint8_t *first, size_t first_length, const uint8_t *rest, size_t rest_length,
                   uint8_t digest[DIGEST])
{
    sha256_t hash = EMPTY;
    add(&hash, first, first_length);
    add(&hash, rest, rest_length);
    end(&hash, digest);
}

psa_status_t psa_hash_setup(psa_hash_operation_t *operation, psa_algorithm_t alg)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (alg != PSA_ALG_SHA_256 || operation->is_set_up != 0) {
        return PSA_ERROR_BAD_STATE;
    }
    *operation = EMPTY;
    operation->is_set_up = 1;
    return PSA_SUCCESS;
}

psa_status_t psa_hash_update(psa_hash_operation_t *operation, const uint8_t *input, size_t input_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (operation->is_set_up == 0) {
        return PSA_ERROR_BAD_STATE;
    }
    add(operation, input, input_length);
    return PSA_SUCCESS;
}

psa_status_t psa_hash_finish(psa_hash_operation_t *operation, uint8_t *hash, size_t hash_size, size_t *hash_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (operation->is_set_up == 0 || hash_size < DIGEST) {
        return PSA_ERROR_BAD_STATE;
    }
    end(operation, hash);
    operation->is_set_up = 0;
    *hash_length = DIGEST;
    return PSA_SUCCESS;
}

psa_status_t psa_hash_abort(psa_hash_operation_t *operation)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    operation->is_set_up = 0;
    return PSA_SUCCESS;
}

int idf_psa_hmac_keys(void)
{
    int count = 0;
    for (int i = 0; i < KEYS; i++) {
        count += used[i] ? 1 : 0;
    }
    return count;
}

psa_status_t idf_psa_import_hmac(const psa_key_attributes_t *attributes, const uint8_t *data, size_t data_length,
                                 mbedtls_svc_key_id_t *key)
{
    if (attributes->usage != PSA_KEY_USAGE_SIGN_MESSAGE || attributes->algorithm != PSA_ALG_HMAC(PSA_ALG_SHA_256) ||
        data_length == 0 || data_length > BLOCK) {
        return PSA_ERROR_INVALID_ARGUMENT;
    }
    for (int i = 0; i < KEYS; i++) {
        if (!used[i]) {
            used[i] = true;
            memset(keys[i], 0, BLOCK);
            memcpy(keys[i], data, data_length);
            *key = (mbedtls_svc_key_id_t)(i + FIRST_KEY);
            return PSA_SUCCESS;
        }
    }
    return PSA_ERROR_GENERIC_ERROR;
}

bool idf_psa_forget_hmac(mbedtls_svc_key_id_t key)
{
    if (key < FIRST_KEY || key >= FIRST_KEY + KEYS || !used[key - FIRST_KEY]) {
        return false;
    }
    used[key - FIRST_KEY] = false;
    return true;
}

psa_status_t psa_mac_compute(mbedtls_svc_key_id_t key, psa_algorithm_t alg, const uint8_t *input, size_t input_length,
                             uint8_t *mac, size_t mac_size, size_t *mac_length)
{
    IDF_MAY_FAIL_WITH(PSA_ERROR_GENERIC_ERROR);
    if (key < FIRST_KEY || key >= FIRST_KEY + KEYS || !used[key - FIRST_KEY]) {
        return PSA_ERROR_INVALID_HANDLE;
    }
    if (alg != PSA_ALG_HMAC(PSA_ALG_SHA_256) || mac_size < DIGEST) {
        return PSA_ERROR_INVALID_ARGUMENT;
    }
    uint8_t inner[BLOCK];
    uint8_t outer[BLOCK];
    uint8_t digest[DIGEST];
    for (int i = 0; i < BLOCK; i++) {
        inner[i] = keys[key - FIRST_KEY][i] ^ 0x36;
        outer[i] = keys[key - FIRST_KEY][i] ^ 0x5c;
    }
    sha256(inner, BLOCK, input, input_length, digest);
    sha256(outer, BLOCK, digest, DIGEST, mac);
    *mac_length = DIGEST;
    return PSA_SUCCESS;
}
