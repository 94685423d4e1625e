#include "platform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "p1/crc16.h"
#include "platform/broker.h"
#include "platform/cipher.h"
#include "platform/clock.h"
#include "platform/console.h"
#include "platform/lights.h"
#include "platform/log.h"
#include "platform/memory.h"
#include "platform/passwords.h"
#include "platform/serial.h"
#include "platform/settings.h"
#include "platform/sockets.h"
#include "platform/system.h"
#include "unity.h"

platform_t platform;

void platform_power_up(void (*start)(void))
{
    memset(&platform, 0, sizeof platform);
    platform.room = SIZE_MAX;
    start();
}

const char *platform_payload(const char *topic)
{
    for (size_t i = platform.message_count; i > 0; i--) {
        if (strcmp(platform.messages[i - 1].topic, topic) == 0) {
            return platform.messages[i - 1].payload;
        }
    }
    return NULL;
}

void platform_feed(platform_entry_t entry, const char *bytes, size_t length, size_t piece)
{
    for (size_t at = 0; at < length;) {
        const size_t rest = length - at;
        const size_t size = piece == 0 || piece > rest ? rest : piece;
        uint8_t *lent = malloc(size);
        TEST_ASSERT_NOT_NULL(lent);
        memcpy(lent, bytes + at, size);
        entry((ts_bytes){.data = lent, .length = (uint32_t)size});
        free(lent);
        at += size;
    }
}

size_t platform_telegram(char *to, size_t size, const char *lines)
{
    const int body = snprintf(to, size, "/ISK5\\2M550T-1012\r\n\r\n%s!", lines);
    TEST_ASSERT_TRUE(body > 0 && (size_t)body + 7 <= size);
    const uint16_t crc = p1_crc16(0, (ts_bytes){.data = (const uint8_t *)to, .length = (uint32_t)body});
    return (size_t)body + (size_t)snprintf(to + body, size - (size_t)body, "%04X\r\n", (unsigned)crc);
}

static void copy_text(char *to, size_t size, ts_bytes text)
{
    TEST_ASSERT_TRUE(text.length < size);
    memcpy(to, text.data, text.length);
    to[text.length] = '\0';
}

void ts_panic(const char *where)
{
    (void)fprintf(stderr, "panic at %s\n", where);
    abort();
}

void p1_console_listen(ts_bytes commands)
{
    copy_text(platform.commands, sizeof platform.commands, commands);
}

void p1_console_write(ts_bytes bytes)
{
    TEST_ASSERT_TRUE(platform.console_length + bytes.length < sizeof platform.console);
    copy_text(platform.console + platform.console_length, sizeof platform.console - platform.console_length, bytes);
    platform.console_length += bytes.length;
}

void p1_console_send(ts_bytes packet)
{
    p1_console_write(packet);
}

void p1_broker_last_will(ts_bytes topic, ts_bytes payload)
{
    copy_text(platform.will.topic, sizeof platform.will.topic, topic);
    copy_text(platform.will.payload, sizeof platform.will.payload, payload);
}

void p1_broker_connect(ts_bytes host, uint16_t port, platform_security_t security, ts_bytes name, ts_bytes client_id,
                       ts_bytes user, ts_bytes password, uint16_t keepalive_seconds)
{
    (void)host;
    (void)port;
    (void)security;
    (void)name;
    (void)client_id;
    (void)user;
    (void)password;
    (void)keepalive_seconds;
    platform.connects++;
}

bool p1_broker_publish(ts_bytes topic, ts_bytes payload, bool retain, uint8_t qos)
{
    (void)retain;
    (void)qos;
    if (platform.room == 0) {
        return false;
    }
    platform.room--;
    TEST_ASSERT_TRUE(platform.message_count < sizeof platform.messages / sizeof platform.messages[0]);
    platform_message_t *message = &platform.messages[platform.message_count++];
    copy_text(message->topic, sizeof message->topic, topic);
    copy_text(message->payload, sizeof message->payload, payload);
    return true;
}

bool p1_broker_subscribe(ts_bytes topic)
{
    (void)topic;
    return true;
}

uint16_t p1_broker_deliver(ts_bytes topic, ts_bytes payload)
{
    return p1_broker_publish(topic, payload, false, 1) ? 1 : 0;
}

void p1_broker_disconnect(void)
{
}

uint32_t p1_clock_millis(void)
{
    return platform.now;
}

int64_t p1_clock_utc(void)
{
    return 0;
}

bool p1_cipher_gcm_start(ts_bytes key, ts_bytes nonce, ts_bytes additional)
{
    (void)key;
    (void)nonce;
    (void)additional;
    return false;
}

bool p1_cipher_gcm_update(ts_bytes cipher, ts_span_u8 plain)
{
    (void)cipher;
    (void)plain;
    return false;
}

bool p1_cipher_gcm_finish(ts_bytes tag)
{
    (void)tag;
    return false;
}

uint16_t p1_memory_reserve(uint16_t records, uint16_t size)
{
    (void)records;
    (void)size;
    return 0;
}

void p1_memory_write(uint32_t index, ts_bytes record)
{
    (void)index;
    (void)record;
}

void p1_memory_read(uint32_t index, ts_span_u8 record)
{
    (void)index;
    (void)record;
}

bool p1_cipher_hash_start(void)
{
    return false;
}

bool p1_cipher_hash_update(ts_bytes bytes)
{
    (void)bytes;
    return false;
}

bool p1_cipher_hash_finish(ts_span_u8 into)
{
    (void)into;
    return false;
}

void p1_lights_set(uint8_t index, uint8_t red, uint8_t green, uint8_t blue)
{
    (void)index;
    (void)red;
    (void)green;
    (void)blue;
}

uint32_t p1_log_oldest(void)
{
    return 0;
}

uint16_t p1_log_read(uint32_t from, ts_span_u8 into)
{
    (void)from;
    (void)into;
    return 0;
}

bool p1_passwords_derive(ts_bytes password, ts_bytes salt, uint32_t rounds)
{
    (void)password;
    (void)salt;
    (void)rounds;
    return false;
}

bool p1_passwords_digest(ts_bytes key, ts_bytes message, ts_span_u8 into)
{
    (void)key;
    (void)message;
    (void)into;
    return false;
}

void p1_log_write(platform_level_t level, ts_bytes message)
{
    (void)level;
    (void)message;
}

void p1_serial_start(uint32_t baud, platform_frame_t frame, bool crossed)
{
    (void)baud;
    (void)frame;
    (void)crossed;
}

bool p1_serial_write(ts_bytes bytes)
{
    (void)bytes;
    return true;
}

bool p1_serial_requested(void)
{
    return false;
}

void p1_sockets_listen(uint16_t port, uint8_t clients)
{
    (void)port;
    (void)clients;
}

void p1_sockets_send(ts_bytes bytes)
{
    (void)bytes;
}

uint32_t p1_serial_line_errors(platform_line_error_t of)
{
    (void)of;
    return 0;
}

void p1_serial_data_request(bool wanted)
{
    (void)wanted;
}

uint32_t p1_system_random(void)
{
    return 1;
}

uint32_t p1_system_chip_id(void)
{
    return 0x0A0B0C;
}

uint32_t p1_system_free_memory(void)
{
    return 100000;
}

uint32_t p1_system_least_free_memory(void)
{
    return 90000;
}

platform_start_reason_t p1_system_start_reason(void)
{
    return PLATFORM_START_REASON_POWER;
}

bool p1_system_button(void)
{
    return false;
}

bool p1_system_jumper(void)
{
    return false;
}

int16_t p1_system_temperature(void)
{
    return -274;
}

/** Nothing is kept from one test to the next. */
uint16_t p1_settings_read(platform_settings_key_t key, ts_span_u8 into)
{
    (void)key;
    (void)into;
    return 0;
}

bool p1_settings_write(platform_settings_key_t key, ts_bytes bytes)
{
    (void)key;
    (void)bytes;
    return true;
}
