/* What a test does with the stand-in of esp_http_client: a server of one file, which leads there by redirects. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* The file, and the status of the answer: 200, or 206 where a part was asked for and `ranges` is true. */
void idf_web_file(const char *bytes, bool ranges);
void idf_web_status(int status);

/* So many redirects come first, to this address. */
void idf_web_redirect(int times, const char *url);

/* The connection fails with this error of TLS and these flags of the certificate. */
void idf_web_tls(int error, int flags);

/* After so many bytes of the body the connection breaks; a byte takes so many milliseconds. */
void idf_web_break(size_t after);
void idf_web_slow(unsigned milliseconds);

/* How many clients there are: each has to be given back. */
int idf_web_clients(void);
