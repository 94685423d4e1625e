/* The HTTP server: a few connections, each with one request, whose other end is the test. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "client.h"
#include "freertos/task.h"
#include "lwip/sockets.h"
#include "stand_in.h"

#define CONNECTIONS 16

typedef struct {
    httpd_req_t request;
    const char *field;
    const char *value;
    char body[8192];
    size_t body_length;
    size_t body_read;
    char status[32];
    char answer[16384];
    uint64_t slow_until;
    bool begun;
    bool async;
    bool gone;
} connection_t;

static connection_t connections[CONNECTIONS];
static int connection_count;
static httpd_config_t server;
static uint32_t peer;
static bool peer_mapped;
static esp_err_t (*handlers[4])(httpd_req_t *);
static httpd_err_handler_func_t refusals[HTTPD_ERR_CODE_MAX];

/* The page as EMBED_FILES lays it into the firmware: 5000 bytes, of which the last eight stand for the end of a gzip
 * file. */
__asm__(".section .rodata\n"
        ".global _binary_page_html_gz_start, _binary_page_html_gz_end\n"
        "_binary_page_html_gz_start:\n"
        ".fill 4992, 1, 'x'\n"
        ".ascii \"dcba1234\"\n"
        "_binary_page_html_gz_end:\n"
        ".text\n");

static connection_t *of(httpd_req_t *r)
{
    return &connections[(intptr_t)r->aux];
}

__attribute__((format(printf, 2, 3))) static void append(connection_t *connection, const char *format, ...)
{
    const size_t used = strlen(connection->answer);
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(connection->answer + used, sizeof connection->answer - used, format, arguments);
    va_end(arguments);
}

int idf_http_request(httpd_method_t method, const char *uri, const char *field, const char *value, size_t length)
{
    const int socket = connection_count++;
    connection_t *connection = &connections[socket];
    if (socket >= CONNECTIONS || handlers[method] == NULL) {
        idf_misuse("no connection, or no handler for the method %d", (int)method);
    }
    memcpy((char *)(uintptr_t)connection->request.uri, uri, strlen(uri) + 1);
    connection->request.method = (int)method;
    connection->request.content_len = length;
    connection->request.aux = (void *)(intptr_t)socket;
    connection->field = field;
    connection->value = value;
    if (handlers[method](&connection->request) != ESP_OK) {
        append(connection, "(closed)");
    }
    return socket;
}

int idf_http_refused(httpd_err_code_t error)
{
    const int socket = connection_count++;
    connection_t *connection = &connections[socket];
    if (socket >= CONNECTIONS || refusals[error] == NULL) {
        idf_misuse("no connection, or no sentence for the error %d", (int)error);
    }
    connection->request.aux = (void *)(intptr_t)socket;
    if (refusals[error](&connection->request, error) != ESP_OK) {
        append(connection, "(closed)");
    }
    return socket;
}

void idf_http_peer(uint32_t address, bool mapped)
{
    peer = __builtin_bswap32(address);
    peer_mapped = mapped;
}

int lwip_getpeername(int s, struct sockaddr *name, socklen_t *namelen)
{
    IDF_MAY_FAIL_WITH((errno = ENOTCONN, -1));
    struct sockaddr_in6 address = {.sin6_family = AF_INET6};
    (void)s;
    if (peer != 0 && !peer_mapped) {
        const struct sockaddr_in address4 = {.sin_family = AF_INET, .sin_addr.s_addr = peer};
        memcpy(&address, &address4, sizeof address4);
    } else if (peer != 0) {
        address.sin6_addr.un.u32_addr[2] = htonl(0xffff);
        address.sin6_addr.un.u32_addr[3] = peer;
    } else {
        address.sin6_addr.un.u32_addr[0] = htonl(0xfe800000);
    }
    memcpy(name, &address, *namelen < sizeof address ? *namelen : sizeof address);
    return 0;
}

void idf_http_body(int socket, const char *bytes)
{
    connection_t *connection = &connections[socket];
    memcpy(connection->body + connection->body_length, bytes, strlen(bytes));
    connection->body_length += strlen(bytes);
    idf_wake();
}

void idf_http_leave(int socket)
{
    connections[socket].gone = true;
    idf_wake();
}

const char *idf_http_answer(int socket)
{
    return connections[socket].answer;
}

void idf_http_slow(int socket, uint32_t milliseconds)
{
    connections[socket].slow_until = idf_now() + milliseconds;
}

esp_err_t httpd_start(httpd_handle_t *handle, const httpd_config_t *config)
{
    IDF_MAY_FAIL();
    server = *config;
    *handle = &server;
    idf_note("httpd_start port %u sockets %u lru %d timeouts %u %u", (unsigned)config->server_port,
             (unsigned)config->max_open_sockets, config->lru_purge_enable, (unsigned)config->recv_wait_timeout,
             (unsigned)config->send_wait_timeout);
    return ESP_OK;
}

esp_err_t httpd_register_uri_handler(httpd_handle_t handle, const httpd_uri_t *uri_handler)
{
    IDF_MAY_FAIL();
    (void)handle;
    handlers[uri_handler->method] = uri_handler->handler;
    return ESP_OK;
}

esp_err_t httpd_register_err_handler(httpd_handle_t handle, httpd_err_code_t error, httpd_err_handler_func_t handler_fn)
{
    IDF_MAY_FAIL();
    (void)handle;
    refusals[error] = handler_fn;
    return ESP_OK;
}

bool httpd_uri_match_wildcard(const char *uri_template, const char *uri_to_match, size_t match_upto)
{
    (void)uri_to_match;
    (void)match_upto;
    return strcmp(uri_template, "/*") == 0;
}

esp_err_t httpd_req_async_handler_begin(httpd_req_t *r, httpd_req_t **out)
{
    IDF_MAY_FAIL();
    of(r)->async = true;
    *out = r;
    return ESP_OK;
}

esp_err_t httpd_req_async_handler_complete(httpd_req_t *r)
{
    IDF_MAY_FAIL();
    if (!of(r)->async) {
        idf_misuse("a request is given back twice");
    }
    of(r)->async = false;
    return ESP_OK;
}

int httpd_req_to_sockfd(httpd_req_t *r)
{
    return (int)(intptr_t)r->aux;
}

int httpd_req_recv(httpd_req_t *r, char *buf, size_t buf_len)
{
    IDF_MAY_FAIL_WITH(HTTPD_SOCK_ERR_FAIL);
    connection_t *connection = of(r);
    const uint64_t until = idf_now() + server.recv_wait_timeout * UINT64_C(1000);
    while (connection->body_read == connection->body_length) {
        if (connection->gone) {
            return 0;
        }
        if (!idf_wait(until)) {
            return HTTPD_SOCK_ERR_TIMEOUT;
        }
    }
    const size_t there = connection->body_length - connection->body_read;
    const size_t length = there < buf_len ? there : buf_len;
    memcpy(buf, connection->body + connection->body_read, length);
    connection->body_read += length;
    return (int)length;
}

size_t httpd_req_get_hdr_value_len(httpd_req_t *r, const char *field)
{
    const connection_t *connection = of(r);
    return connection->field != NULL && strcmp(connection->field, field) == 0 ? strlen(connection->value) : 0;
}

esp_err_t httpd_req_get_hdr_value_str(httpd_req_t *r, const char *field, char *val, size_t val_size)
{
    IDF_MAY_FAIL();
    if (httpd_req_get_hdr_value_len(r, field) + 1 > val_size) {
        return ESP_ERR_INVALID_SIZE;
    }
    memcpy(val, of(r)->value, strlen(of(r)->value) + 1);
    return ESP_OK;
}

esp_err_t httpd_resp_set_status(httpd_req_t *r, const char *status)
{
    IDF_MAY_FAIL();
    const size_t digits = strspn(status, "0123456789");
    if (digits != 3 || status[3] != ' ') {
        idf_misuse("the status \"%s\" makes no status line: after its three digits comes a space", status);
    }
    append(of(r), status[4] == '\0' ? "%.3s" : "%s", status);
    return ESP_OK;
}

esp_err_t httpd_resp_set_type(httpd_req_t *r, const char *type)
{
    IDF_MAY_FAIL();
    append(of(r), " %s", type);
    return ESP_OK;
}

esp_err_t httpd_resp_set_hdr(httpd_req_t *r, const char *field, const char *value)
{
    IDF_MAY_FAIL();
    append(of(r), " %s=%s", field, value);
    return ESP_OK;
}

esp_err_t httpd_resp_send(httpd_req_t *r, const char *buf, ssize_t buf_len)
{
    IDF_MAY_FAIL();
    append(of(r), "(whole)%.*s.", (int)buf_len, buf == NULL ? "" : buf);
    return ESP_OK;
}

esp_err_t httpd_resp_send_chunk(httpd_req_t *r, const char *buf, ssize_t buf_len)
{
    IDF_MAY_FAIL();
    connection_t *connection = of(r);
    const uint64_t limit = idf_now() + server.send_wait_timeout * UINT64_C(1000);
    while (!connection->gone && idf_now() < connection->slow_until) {
        if (!idf_wait(connection->slow_until < limit ? connection->slow_until : limit) && idf_now() >= limit) {
            return ESP_FAIL;
        }
    }
    if (connection->gone) {
        return ESP_FAIL;
    }
    append(connection, buf == NULL ? "|%.*s." : "|%.*s", (int)buf_len, buf == NULL ? "" : buf);
    return ESP_OK;
}

int lwip_shutdown(int s, int how)
{
    IDF_MAY_FAIL_WITH((errno = ENOBUFS, -1));
    if (how != SHUT_RDWR || !connections[s].async) {
        idf_misuse("a socket is shut down that may be another client's by now");
    }
    idf_note("lwip_shutdown %d", s);
    return 0;
}
