/* The time server. */
#pragma once

/* The server answers. */
void idf_sntp_synchronise(void);
