/* Certificates of the user's own, as PEM: in memory from an attempt to connect until it is answered. */
#pragma once

#include "esp_err.h"

/* Reads what is kept of them. An error when there is one and no memory for it: without it another broker would be
 * trusted. */
esp_err_t certificates_load(void);

/* The authority that signs the broker's certificate; NULL for the usual ones. */
const char *certificates_authority(void);

/* The device's own certificate, and its private key in the same text; NULL for none. */
const char *certificates_identity(void);

/* Forgets them. */
void certificates_free(void);
