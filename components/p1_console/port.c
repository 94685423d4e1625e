#include "port.h"

#include "esp_check.h"
#include "freertos/FreeRTOS.h"
#include "sdkconfig.h"

#if CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG
#include "driver/usb_serial_jtag.h"
#include "driver/usb_serial_jtag_vfs.h"
#elif CONFIG_ESP_CONSOLE_UART
#include "driver/uart.h"
#endif

static const char *TAG = "p1_console";

/* Two packets. */
#define SEND_BUFFER 512

esp_err_t port_open(void)
{
#if CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG
    usb_serial_jtag_driver_config_t config = USB_SERIAL_JTAG_DRIVER_CONFIG_DEFAULT();
    ESP_RETURN_ON_ERROR(usb_serial_jtag_driver_install(&config), TAG, "The USB port can't be read.");
    /* The log goes through the driver too from now on: it drops lines where no computer takes them. */
    usb_serial_jtag_vfs_use_driver();
    return ESP_OK;
#elif CONFIG_ESP_CONSOLE_UART
    /* The log goes on as it did, past the driver. The buffers have to be larger than the UART's own, of 128 bytes. */
    ESP_RETURN_ON_ERROR(uart_driver_install(CONFIG_ESP_CONSOLE_UART_NUM, 256, SEND_BUFFER, 0, NULL, 0), TAG,
                        "UART%d can't be read.", CONFIG_ESP_CONSOLE_UART_NUM);
    return ESP_OK;
#else
    ESP_RETURN_ON_ERROR(ESP_ERR_NOT_SUPPORTED, TAG, "The console of this build takes no input.");
    return ESP_OK;
#endif
}

int port_read(void)
{
    uint8_t byte = 0;
#if CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG
    const int count = usb_serial_jtag_read_bytes(&byte, 1, portMAX_DELAY);
#elif CONFIG_ESP_CONSOLE_UART
    const int count = uart_read_bytes(CONFIG_ESP_CONSOLE_UART_NUM, &byte, 1, portMAX_DELAY);
#else
    const int count = 0;
#endif
    return count == 1 ? byte : -1;
}

bool port_send(const void *bytes, size_t count)
{
#if CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG
    return usb_serial_jtag_write_bytes(bytes, count, 0) == (int)count;
#elif CONFIG_ESP_CONSOLE_UART
    size_t room = 0;
    return uart_get_tx_buffer_free_size(CONFIG_ESP_CONSOLE_UART_NUM, &room) == ESP_OK && room >= count &&
           uart_write_bytes(CONFIG_ESP_CONSOLE_UART_NUM, bytes, count) == (int)count;
#else
    (void)bytes;
    (void)count;
    return false;
#endif
}
