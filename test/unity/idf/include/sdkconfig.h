/* The configuration that the components are tested with: what `idf.py menuconfig` would write for an ESP32-C3. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#define CONFIG_IDF_TARGET_ESP32C3            1
#define CONFIG_IDF_FIRMWARE_CHIP_ID          0x0005
#define CONFIG_FREERTOS_HZ                   1000
#define CONFIG_P1_SERIAL_RX_PIN              4
#define CONFIG_P1_SERIAL_TX_PIN              5
#define CONFIG_P1_SERIAL_REQUEST_PIN         6
#define CONFIG_P1_SERIAL_READER_PIN          -1
#define CONFIG_P1_SERIAL_REQUEST_ACTIVE_HIGH 1
#define CONFIG_P1_LIGHTS_PIN                 7
#define CONFIG_P1_LIGHTS_COUNT               3
#define CONFIG_P1_SYSTEM_JUMPER_PIN          10
#define CONFIG_P1_SYSTEM_BUTTON_PIN          9
#define CONFIG_P1_MEMORY_KEEP_FREE           64
#define CONFIG_P1_CLOCK_SNTP_SERVER          "pool.ntp.org"
#define CONFIG_LWIP_MAX_SOCKETS              19
#define CONFIG_HTTPD_MAX_URI_LEN             512
#define CONFIG_HTTPD_MAX_REQ_HDR_LEN         2048

/* Where the console is that a suite is built with. */
#if CONFIG_P1_CONSOLE_USB
#define CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG 1
#elif !CONFIG_P1_CONSOLE_NONE
#define CONFIG_ESP_CONSOLE_UART     1
#define CONFIG_ESP_CONSOLE_UART_NUM 0
#endif

/* The kind of network that a suite is built with, and its options. */
#if CONFIG_P1_NETWORK_WIFI
#define CONFIG_P1_NETWORK_POWER_DBM      20
#define CONFIG_P1_NETWORK_START_DELAY_MS 0
#elif CONFIG_P1_NETWORK_RMII
#define CONFIG_P1_NETWORK_PHY_LAN87XX    1
#define CONFIG_P1_NETWORK_PHY_ADDRESS    -1
#define CONFIG_P1_NETWORK_PHY_RESET_PIN  -1
#define CONFIG_P1_NETWORK_MDC_PIN        23
#define CONFIG_P1_NETWORK_MDIO_PIN       18
#define CONFIG_P1_NETWORK_CLOCK_FROM_PHY 1
#define CONFIG_P1_NETWORK_CLOCK_PIN      0
#elif CONFIG_P1_NETWORK_W5500
#define CONFIG_P1_NETWORK_W5500_CLOCK_PIN     10
#define CONFIG_P1_NETWORK_W5500_MOSI_PIN      3
#define CONFIG_P1_NETWORK_W5500_MISO_PIN      1
#define CONFIG_P1_NETWORK_W5500_SELECT_PIN    0
#define CONFIG_P1_NETWORK_W5500_INTERRUPT_PIN -1
#define CONFIG_P1_NETWORK_W5500_RESET_PIN     -1
#define CONFIG_P1_NETWORK_W5500_CLOCK_MHZ     16
#endif
#endif
