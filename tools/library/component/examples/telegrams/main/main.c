/* Reads a meter's P1 port at a UART and prints every reading. */
#include "driver/uart.h"
#include "esp_err.h"
#include "freertos/FreeRTOS.h"
#include "show.h"

#define PORT UART_NUM_1
/* The meter's data line is inverted, which the UART takes. */
#define RX_PIN     4
#define BAUD       115200
#define WAIT_MS    20
#define SILENCE_MS 500

static p1_reader_t reader;
static uint8_t chunk[256];

static void take(ts_bytes bytes)
{
    for (uint32_t at = 0; at < bytes.length;) {
        at = p1_reader_read(&reader, bytes, at);
        show_outcome(&reader);
    }
}

void app_main(void)
{
    const uart_config_t config = {.baud_rate = BAUD, .data_bits = UART_DATA_8_BITS, .stop_bits = UART_STOP_BITS_1};
    ESP_ERROR_CHECK(uart_driver_install(PORT, 4096, 0, 0, NULL, 0));
    ESP_ERROR_CHECK(uart_param_config(PORT, &config));
    ESP_ERROR_CHECK(uart_set_pin(PORT, UART_PIN_NO_CHANGE, RX_PIN, UART_PIN_NO_CHANGE, UART_PIN_NO_CHANGE));
    ESP_ERROR_CHECK(uart_set_line_inverse(PORT, UART_SIGNAL_RXD_INV));

    p1_reader_init(&reader);
    uint32_t silent_ms = 0;
    for (;;) {
        const int length = uart_read_bytes(PORT, chunk, sizeof(chunk), pdMS_TO_TICKS(WAIT_MS));
        silent_ms = length > 0 ? 0 : silent_ms + WAIT_MS;
        if (length > 0) {
            take((ts_bytes){.data = chunk, .length = (uint32_t)length});
        } else if (silent_ms == SILENCE_MS) {
            p1_reader_silence(&reader);
            show_outcome(&reader);
        }
    }
}
