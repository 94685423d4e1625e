#include "p1_serial.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "driver/gpio.h"
#include "driver/uart.h"
#include "esp_check.h"
#include "esp_intr_alloc.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "reader.h"
#include "sdkconfig.h"

#define PORT UART_NUM_1

/* Which lines the UART inverts: those that nothing on the board inverts. */
#if CONFIG_P1_SERIAL_INVERTER
#define RX_INVERSION 0
#else
#define RX_INVERSION UART_SIGNAL_RXD_INV
#endif
#if CONFIG_P1_SERIAL_TX_INVERTER
#define TX_INVERSION 0
#else
#define TX_INVERSION UART_SIGNAL_TXD_INV
#endif

/* Events of the UART that may wait: each is at least 120 bytes, or the end of a telegram, or an error on the line. */
#define EVENT_QUEUE_LENGTH 32

#define TASK_STACK    2560
#define TASK_PRIORITY 12

static const char *TAG = "p1_serial";

static p1_serial_readable_t announce;
/* Whether `announce` was called and the bytes were not asked for since. */
static atomic_bool announced;
/* What the UART found wrong with the line, since the start. */
static atomic_uint_least32_t line_errors[3];
/* They are exchanged for a cross cable. */
static int rx_pin = CONFIG_P1_SERIAL_RX_PIN;
static int request_pin = CONFIG_P1_SERIAL_REQUEST_PIN;
static QueueHandle_t events;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static void listen(void *arg)
{
    (void)arg;
    for (;;) {
        uart_event_t event;
        if (xQueueReceive(events, &event, portMAX_DELAY) != pdTRUE) {
            continue;
        }
        switch (event.type) {
        case UART_FIFO_OVF:
        case UART_BUFFER_FULL:
            atomic_fetch_add(&line_errors[PLATFORM_LINE_ERROR_OVERFLOW], 1);
            ESP_LOGW(TAG, "Bytes from the meter were lost: they came faster than they were read.");
            break;
        case UART_FRAME_ERR:
            atomic_fetch_add(&line_errors[PLATFORM_LINE_ERROR_FRAMING], 1);
            break;
        case UART_PARITY_ERR:
            atomic_fetch_add(&line_errors[PLATFORM_LINE_ERROR_PARITY], 1);
            break;
        default:
            break;
        }
        /* Whatever the event is: one about bytes may have found no room in the queue. */
        if (!atomic_exchange(&announced, true)) {
            announce();
        }
    }
}

/* Neither high nor low: what the meter takes for "no data wanted". */
static esp_err_t release_request_pin(void)
{
#if CONFIG_P1_SERIAL_REQUEST_ACTIVE_HIGH
    ESP_RETURN_ON_ERROR(gpio_set_direction(request_pin, GPIO_MODE_DISABLE), TAG, "GPIO %d can't be released.",
                        request_pin);
    ESP_RETURN_ON_ERROR(gpio_set_pull_mode(request_pin, GPIO_FLOATING), TAG, "GPIO %d can't float.", request_pin);
#else
    ESP_RETURN_ON_ERROR(gpio_set_level(request_pin, 1), TAG, "GPIO %d can't be set.", request_pin);
    ESP_RETURN_ON_ERROR(gpio_set_direction(request_pin, GPIO_MODE_OUTPUT), TAG, "GPIO %d is no output.", request_pin);
#endif
    return ESP_OK;
}

/* The level first: an output that is low for a moment would pull the meter's line to ground. */
static esp_err_t drive_request_pin(void)
{
#if CONFIG_P1_SERIAL_REQUEST_ACTIVE_HIGH
    const uint32_t level = 1;
#else
    const uint32_t level = 0;
#endif
    ESP_RETURN_ON_ERROR(gpio_set_level(request_pin, level), TAG, "GPIO %d can't be set.", request_pin);
    ESP_RETURN_ON_ERROR(gpio_set_direction(request_pin, GPIO_MODE_OUTPUT), TAG, "GPIO %d is no output.", request_pin);
    return ESP_OK;
}

static esp_err_t install(void)
{
    ESP_RETURN_ON_ERROR(release_request_pin(), TAG, "The data request pin can't be used.");
    ESP_RETURN_ON_ERROR(p1_serial_reader_init(), TAG, "The second reader's request can't be read.");
    ESP_RETURN_ON_ERROR(uart_driver_install(PORT, P1_SERIAL_RX_BUFFER, P1_SERIAL_TX_BUFFER, EVENT_QUEUE_LENGTH, &events,
                                            ESP_INTR_FLAG_IRAM),
                        TAG, "UART%d can't be opened.", PORT);
    return ESP_OK;
}

esp_err_t p1_serial_init(p1_serial_readable_t readable)
{
    ESP_RETURN_ON_ERROR(install(), TAG, "No telegrams can be read.");
    announce = readable;
    xTaskCreateStatic(listen, "p1_serial", sizeof task_stack, NULL, TASK_PRIORITY, task_stack, &task);
    return ESP_OK;
}

size_t p1_serial_read(uint8_t *bytes, size_t size)
{
    /* Before the bytes are taken: what comes afterwards is announced again. */
    atomic_store(&announced, false);
    const int count = uart_read_bytes(PORT, bytes, (uint32_t)size, 0);
    if (count < 0) {
        ESP_LOGE(TAG, "UART%d can't be read.", PORT);
        return 0;
    }
    return (size_t)count;
}

static esp_err_t configure(uint32_t baud, platform_frame_t frame)
{
    const uart_config_t config = {
        .baud_rate = (int)baud,
        .data_bits = frame == PLATFORM_FRAME_7E1 ? UART_DATA_7_BITS : UART_DATA_8_BITS,
        .parity = frame == PLATFORM_FRAME_7E1 ? UART_PARITY_EVEN : UART_PARITY_DISABLE,
        .stop_bits = UART_STOP_BITS_1,
        .flow_ctrl = UART_HW_FLOWCTRL_DISABLE,
        .source_clk = UART_SCLK_DEFAULT,
    };
    ESP_RETURN_ON_ERROR(uart_param_config(PORT, &config), TAG, "UART%d can't do %" PRIu32 " baud.", PORT, baud);
    ESP_RETURN_ON_ERROR(uart_set_line_inverse(PORT, RX_INVERSION | TX_INVERSION), TAG, "UART%d can't invert its lines.",
                        PORT);
    ESP_RETURN_ON_ERROR(uart_set_pin(PORT, CONFIG_P1_SERIAL_TX_PIN, rx_pin, UART_PIN_NO_CHANGE, UART_PIN_NO_CHANGE),
                        TAG, "UART%d can't use the pins %d and %d.", PORT, CONFIG_P1_SERIAL_TX_PIN, rx_pin);
    /* What came at another speed is no telegram. */
    ESP_RETURN_ON_ERROR(uart_flush_input(PORT), TAG, "UART%d can't be emptied.", PORT);
    return ESP_OK;
}

/* A pin that drives a transistor can't read the meter's line, and one behind a transistor can't ask. */
static bool may_cross(void)
{
#if CONFIG_P1_SERIAL_REQUEST_ACTIVE_LOW
    ESP_LOGE(TAG, "The pins can't be exchanged for a cross cable: P1_SERIAL_REQUEST asks through a transistor.");
    return false;
#elif CONFIG_P1_SERIAL_INVERTER
    ESP_LOGE(TAG, "The pins can't be exchanged for a cross cable: P1_SERIAL_INVERTER has a transistor before RX.");
    return false;
#else
    return true;
#endif
}

void p1_serial_start(uint32_t baud, platform_frame_t frame, bool crossed)
{
    /* As the pin that asked may be the one that listens now, and what it is wired to the meter's own output. */
    if (release_request_pin() != ESP_OK) {
        ESP_LOGE(TAG, "The meter is asked for data while its port is opened.");
    }
    const bool exchanged = crossed && may_cross();
    rx_pin = exchanged ? CONFIG_P1_SERIAL_REQUEST_PIN : CONFIG_P1_SERIAL_RX_PIN;
    request_pin = exchanged ? CONFIG_P1_SERIAL_RX_PIN : CONFIG_P1_SERIAL_REQUEST_PIN;
    if (configure(baud, frame) == ESP_OK) {
        ESP_LOGI(TAG, "UART%d reads the meter at GPIO %d with %" PRIu32 " baud, %s.", PORT, rx_pin, baud,
                 frame == PLATFORM_FRAME_7E1 ? "7E1" : "8N1");
    }
}

uint32_t p1_serial_line_errors(platform_line_error_t of)
{
    return atomic_load(&line_errors[of]);
}

bool p1_serial_write(ts_bytes bytes)
{
    size_t room = 0;
    if (uart_get_tx_buffer_free_size(PORT, &room) != ESP_OK) {
        ESP_LOGE(TAG, "UART%d is not open: nothing can be sent.", PORT);
        return false;
    }
    if (bytes.length > room) {
        return false;
    }
    if (uart_write_bytes(PORT, bytes.data, bytes.length) < 0) {
        ESP_LOGE(TAG, "UART%d can't send.", PORT);
        return false;
    }
    return true;
}

void p1_serial_data_request(bool wanted)
{
    if ((wanted ? drive_request_pin() : release_request_pin()) != ESP_OK) {
        ESP_LOGE(TAG, "The meter can't be asked %s.", wanted ? "for data" : "to stop");
    }
}
