/* What the stand-ins share among themselves. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "esp_err.h"
#include "idf.h"

/* Notes a call for idf_calls: "uart_set_baudrate 1 115200". */
void idf_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The first statement of a stand-in that returns an esp_err_t: here the test can make it fail. */
#define IDF_MAY_FAIL()                                                                                                 \
    do {                                                                                                               \
        const esp_err_t failure_ = idf_failure(__func__, __builtin_return_address(0));                                 \
        if (failure_ != ESP_OK) {                                                                                      \
            return failure_;                                                                                           \
        }                                                                                                              \
    } while (0)

/* The same for one that says in another way that it failed. */
#define IDF_MAY_FAIL_WITH(result)                                                                                      \
    do {                                                                                                               \
        if (idf_failure(__func__, __builtin_return_address(0)) != ESP_OK) {                                            \
            return (result);                                                                                           \
        }                                                                                                              \
    } while (0)

esp_err_t idf_failure(const char *function, const void *call_site);

/* A stand-in was used as ESP-IDF does not allow: that ends the test. */
_Noreturn void idf_misuse(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Milliseconds since power-up, which are also FreeRTOS' ticks. */
uint64_t idf_now(void);

#define IDF_FOR_EVER UINT64_MAX

/*
 * The running task waits: until something happens that may be what it waits for (then the answer is true and it looks
 * again), or until this time (then it is false).
 */
bool idf_wait(uint64_t until);

/* Something happened: every task that waits looks again. */
void idf_wake(void);

/* A queue of a stand-in's own, made on the heap. */
struct QueueDefinition *idf_queue_create(size_t length, size_t item_size);

/* An event for whoever registered for it, told by the event loop's task; `size` bytes of `data` are copied. */
void idf_event(const char *base, int32_t id, const void *data, size_t size);

/* An interface. Its link came up: it asks for an address, or has its own. Or it went down. */
struct esp_netif_obj;
struct esp_netif_obj *idf_netif_new(const char *kind, bool attached);
void idf_netif_up(struct esp_netif_obj *netif);
void idf_netif_down(struct esp_netif_obj *netif);

/* The log's lines since power-up, and whether one at level E or W came since the last call that was made to fail. */
const char *idf_log_lines(void);
bool idf_complained(void);
void idf_forget_complaints(void);
