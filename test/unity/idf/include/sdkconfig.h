/* The configuration that the components are tested with: what `idf.py menuconfig` would write for an ESP32-C3. */
#pragma once

#define CONFIG_IDF_TARGET_ESP32C3            1
#define CONFIG_IDF_FIRMWARE_CHIP_ID          0x0005
#define CONFIG_FREERTOS_HZ                   1000
#define CONFIG_P1_SERIAL_RX_PIN              4
#define CONFIG_P1_SERIAL_TX_PIN              5
#define CONFIG_P1_SERIAL_REQUEST_PIN         6
#define CONFIG_P1_SERIAL_READER_PIN          -1
#define CONFIG_P1_SERIAL_REQUEST_ACTIVE_HIGH 1
#define CONFIG_P1_LIGHTS_PIN                 7
#define CONFIG_P1_MEMORY_KEEP_FREE           64
#define CONFIG_P1_CLOCK_SNTP_SERVER          "pool.ntp.org"
#define CONFIG_LWIP_MAX_SOCKETS              18
#define CONFIG_HTTPD_MAX_URI_LEN             512
#define CONFIG_HTTPD_MAX_REQ_HDR_LEN         2048
