/* The other end of the UART's lines. */
#pragma once

#include "driver/uart.h"

/* Bytes arrive. What finds no room in the receive buffer is lost, with UART_BUFFER_FULL. */
void idf_uart_receive(const void *bytes, size_t length);

/* The line's events that are no data: UART_FRAME_ERR, UART_PARITY_ERR, UART_FIFO_OVF, UART_BREAK. */
void idf_uart_event(uart_event_type_t type);

/* What was sent since power-up, and how many bytes of the TX buffer are free. */
size_t idf_uart_sent(const uint8_t **bytes);
void idf_uart_set_tx_free(size_t size);
