/* What a test sees of mbedTLS. */
#pragma once

/* How many keys it holds. */
int idf_psa_keys(void);
