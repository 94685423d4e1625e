/* The chip's own USB port: what is typed waits until it is read. */
#include "usb_serial_jtag.h"

#include <string.h>

#include "driver/usb_serial_jtag.h"
#include "driver/usb_serial_jtag_vfs.h"
#include "stand_in.h"

static struct {
    size_t size;
    size_t length;
    char typed[1024];
    size_t room;
} usb;

esp_err_t usb_serial_jtag_driver_install(usb_serial_jtag_driver_config_t *usb_serial_jtag_driver_config)
{
    IDF_MAY_FAIL();
    usb.size = usb_serial_jtag_driver_config->rx_buffer_size;
    usb.room = usb_serial_jtag_driver_config->tx_buffer_size;
    idf_note("usb_serial_jtag_driver_install rx %zu", usb.size);
    return ESP_OK;
}

void usb_serial_jtag_vfs_use_driver(void)
{
    idf_note("usb_serial_jtag_vfs_use_driver");
}

int usb_serial_jtag_read_bytes(void *buf, uint32_t length, TickType_t ticks_to_wait)
{
    IDF_MAY_FAIL_WITH(0);
    const uint64_t until = ticks_to_wait == portMAX_DELAY ? IDF_FOR_EVER : idf_now() + ticks_to_wait;
    while (usb.length == 0 && idf_wait(until)) {
    }
    const size_t count = length < usb.length ? length : usb.length;
    memcpy(buf, usb.typed, count);
    memmove(usb.typed, usb.typed + count, usb.length - count);
    usb.length -= count;
    return (int)count;
}

/* The computer takes nothing. */
int usb_serial_jtag_write_bytes(const void *src, size_t size, TickType_t ticks_to_wait)
{
    IDF_MAY_FAIL_WITH(0);
    (void)src;
    if (ticks_to_wait > 0 || size > usb.room) {
        return 0;
    }
    usb.room -= size;
    return (int)size;
}

void idf_usb_type(const char *text)
{
    const size_t length = strlen(text);
    if (usb.length + length > usb.size) {
        idf_misuse("the USB port's buffer has no room for %zu bytes", length);
    }
    memcpy(usb.typed + usb.length, text, length);
    usb.length += length;
    idf_wake();
}
