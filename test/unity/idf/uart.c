/* The UART driver with its event queue: what arrives waits in the receive buffer until it is read. */
#include "uart.h"

#include <string.h>

#include "stand_in.h"

static struct {
    QueueHandle_t events;
    size_t rx_size;
    size_t rx_length;
    uint8_t rx[8192];
    size_t tx_free;
    size_t sent_length;
    uint8_t sent[65536];
} uart;

esp_err_t uart_driver_install(uart_port_t uart_num, int rx_buffer_size, int tx_buffer_size, int queue_size,
                              QueueHandle_t *uart_queue, int intr_alloc_flags)
{
    IDF_MAY_FAIL();
    if (uart.rx_size > 0 || (size_t)rx_buffer_size > sizeof uart.rx) {
        return ESP_FAIL;
    }
    if (uart_queue != NULL) {
        uart.events = idf_queue_create((size_t)queue_size, sizeof(uart_event_t));
        *uart_queue = uart.events;
    }
    uart.rx_size = (size_t)rx_buffer_size;
    uart.tx_free = (size_t)tx_buffer_size;
    idf_note("uart_driver_install %d rx %d tx %d flags 0x%x", (int)uart_num, rx_buffer_size, tx_buffer_size,
             (unsigned)intr_alloc_flags);
    return ESP_OK;
}

esp_err_t uart_driver_delete(uart_port_t uart_num)
{
    IDF_MAY_FAIL();
    idf_note("uart_driver_delete %d", (int)uart_num);
    if (uart.events != NULL) {
        vQueueDelete(uart.events);
        uart.events = NULL;
    }
    uart.rx_size = 0;
    return ESP_OK;
}

esp_err_t uart_param_config(uart_port_t uart_num, const uart_config_t *uart_config)
{
    IDF_MAY_FAIL();
    idf_note("uart_param_config %d %d %d%c%d", (int)uart_num, uart_config->baud_rate,
             uart_config->data_bits == UART_DATA_7_BITS ? 7 : 8, uart_config->parity == UART_PARITY_EVEN ? 'E' : 'N',
             (int)uart_config->stop_bits);
    return ESP_OK;
}

esp_err_t uart_set_line_inverse(uart_port_t uart_num, uint32_t inverse_mask)
{
    IDF_MAY_FAIL();
    idf_note("uart_set_line_inverse %d%s%s", (int)uart_num, (inverse_mask & UART_SIGNAL_RXD_INV) != 0 ? " RX" : "",
             (inverse_mask & UART_SIGNAL_TXD_INV) != 0 ? " TX" : "");
    return ESP_OK;
}

esp_err_t uart_set_pin(uart_port_t uart_num, int tx_io_num, int rx_io_num, int rts_io_num, int cts_io_num)
{
    IDF_MAY_FAIL();
    idf_note("uart_set_pin %d tx %d rx %d rts %d cts %d", (int)uart_num, tx_io_num, rx_io_num, rts_io_num, cts_io_num);
    return ESP_OK;
}

esp_err_t uart_flush_input(uart_port_t uart_num)
{
    IDF_MAY_FAIL();
    idf_note("uart_flush_input %d", (int)uart_num);
    uart.rx_length = 0;
    return ESP_OK;
}

esp_err_t uart_get_tx_buffer_free_size(uart_port_t uart_num, size_t *size)
{
    IDF_MAY_FAIL();
    (void)uart_num;
    *size = uart.tx_free;
    return ESP_OK;
}

int uart_read_bytes(uart_port_t uart_num, void *buf, uint32_t length, TickType_t ticks_to_wait)
{
    IDF_MAY_FAIL_WITH(-1);
    (void)uart_num;
    const uint64_t until = ticks_to_wait == portMAX_DELAY ? IDF_FOR_EVER : idf_now() + ticks_to_wait;
    while (uart.rx_length < length && idf_wait(until)) {
    }
    const size_t count = length < uart.rx_length ? length : uart.rx_length;
    memcpy(buf, uart.rx, count);
    memmove(uart.rx, uart.rx + count, uart.rx_length - count);
    uart.rx_length -= count;
    return (int)count;
}

int uart_write_bytes(uart_port_t uart_num, const void *src, size_t size)
{
    IDF_MAY_FAIL_WITH(-1);
    if (size > uart.tx_free) {
        idf_misuse("uart_write_bytes would wait: %zu bytes, room for %zu", size, uart.tx_free);
    }
    idf_note("uart_write_bytes %d %zu", (int)uart_num, size);
    uart.tx_free -= size;
    if (uart.sent_length + size <= sizeof uart.sent) {
        memcpy(uart.sent + uart.sent_length, src, size);
        uart.sent_length += size;
    }
    return (int)size;
}

void idf_uart_event(uart_event_type_t type)
{
    const uart_event_t event = {.type = type};
    if (uart.events != NULL) {
        (void)xQueueGenericSend(uart.events, &event, 0, queueSEND_TO_BACK);
    }
    idf_wake();
}

void idf_uart_receive(const void *bytes, size_t length)
{
    const size_t room = uart.rx_size - uart.rx_length;
    const size_t count = length < room ? length : room;
    memcpy(uart.rx + uart.rx_length, bytes, count);
    uart.rx_length += count;
    idf_uart_event(count < length ? UART_BUFFER_FULL : UART_DATA);
}

size_t idf_uart_sent(const uint8_t **bytes)
{
    *bytes = uart.sent;
    return uart.sent_length;
}

void idf_uart_set_tx_free(size_t size)
{
    uart.tx_free = size;
}
