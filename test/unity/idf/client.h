/* What a test does with the stand-in of the HTTP server: it is the client. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "esp_http_server.h"

/* Sends a request's head: field and value may be NULL. The number of its connection is the answer. */
int idf_http_request(httpd_method_t method, const char *uri, const char *field, const char *value, size_t length);

/* Sends what the server itself refuses with this error. */
int idf_http_refused(httpd_err_code_t error);

/* Connections come from this address from now on: as IPv4 in a server of both kinds, or of its own; 0: from an IPv6
 * one. */
void idf_http_peer(uint32_t address, bool mapped);

/* Sends a part of the body; a client that sends none is too slow after the server's timeout. */
void idf_http_body(int socket, const char *bytes);

/* Leaves. */
void idf_http_leave(int socket);

/*
 * What came back on the connection: "200 application/json Name=Value|part|part|." with a full stop where it ended, or
 * "(whole)" in front of a body that came at once.
 */
const char *idf_http_answer(int socket);

/* For so many milliseconds the client reads nothing; longer than the server's timeout is too long. */
void idf_http_slow(int socket, uint32_t milliseconds);
