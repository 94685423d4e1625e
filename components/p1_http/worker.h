/* A worker of the HTTP server: it has one request at a time, and waits for its client so that nobody else has to. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "esp_http_server.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "freertos/task.h"
#include "p1_http.h"

#define TYPE_SIZE  64
#define EXTRA_SIZE 256
/* Parts of the answer that wait for the client, and what else the device may want of a worker at that time. */
#define PARTS        2
#define QUEUE_LENGTH (PARTS + 3)

/*
 * How long the server waits for more of a head, in seconds. Its one task does that, and meanwhile no other connection
 * is served: nearly all heads come in one packet, and this is long enough for one that was lost. Who sends a head byte
 * by byte can keep the others waiting for longer; the device and its workers don't wait with them.
 */
#define P1_HTTP_HEAD_SECONDS 2

/*
 * How long the rest of a body is read whose request is answered already, in seconds: a client that has it all on its
 * way hears the answer, and one that sends it byte by byte does not keep the worker.
 */
#define P1_HTTP_DRAIN_SECONDS 20

#define P1_HTTP_WORKER_STACK 3584

typedef enum { TAKE, RECEIVE, ANSWER, SEND, PAGE, END } what_t;

typedef struct {
    what_t what;
    uint8_t part;
} command_t;

/* What a request needs while it lasts. It is taken from the heap then: most of the time there is none. */
typedef struct {
    char status[8];
    char type[TYPE_SIZE];
    char extra[EXTRA_SIZE];
    uint8_t in[SOCKETS_HTTP_PART];
    uint8_t out[PARTS][SOCKETS_HTTP_PART];
    uint32_t out_length[PARTS];
    uint32_t fields_length;
    /* The lines of the request's head that the device wants. */
    char fields[];
} exchange_t;

/* A worker, and the request that it has. */
typedef struct {
    /* 0: none. Only the server's task sets it, and only the worker takes it back. */
    uint32_t id;
    httpd_req_t *request;
    exchange_t *exchange;
    uint32_t sent;
    uint32_t queued;
    bool has_body;
    /* The client wants the connection closed behind the answer. */
    bool closes;
    /* The device was refused a part and waits to hear of room; the client is gone. */
    bool refused;
    bool gone;
    /* The request that the device ended last. Only the device's task has it: it may hear of a loss after that. */
    uint32_t ended;
    size_t unread;
    QueueHandle_t commands;
    StaticQueue_t commands_queue;
    uint8_t commands_storage[QUEUE_LENGTH * sizeof(command_t)];
    StaticTask_t task;
    StackType_t task_stack[P1_HTTP_WORKER_STACK];
} worker_t;

/* The page: a gzip file that the build puts into the firmware. It is read where it lies, in flash. */
extern const uint8_t p1_http_page_start[] __asm__("_binary_page_html_gz_start");
extern const uint8_t p1_http_page_end[] __asm__("_binary_page_html_gz_end");

/* The server, and what its workers tell. */
extern p1_http_events_t p1_http_tell;
extern httpd_handle_t p1_http_server;

/* Starts a worker's task. */
void p1_http_worker_start(worker_t *worker);
