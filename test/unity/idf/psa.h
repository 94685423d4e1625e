/* What a test sees of mbedTLS. */
#pragma once

/* How many keys it holds. */
int idf_psa_keys(void);

/* The part of mbedTLS in hmac.c: keys of HMAC, whose numbers begin at 2. */
#include <stdbool.h>

#include "psa/crypto.h"

psa_status_t idf_psa_import_hmac(const psa_key_attributes_t *attributes, const uint8_t *data, size_t data_length,
                                 mbedtls_svc_key_id_t *key);
bool idf_psa_forget_hmac(mbedtls_svc_key_id_t key);
int idf_psa_hmac_keys(void);
