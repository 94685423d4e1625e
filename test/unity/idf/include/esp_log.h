/* Stand-in for log/include/esp_log.h: lines go to the test instead of the console. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdarg.h>
#include <stdint.h>

#define ESP_LOGE(tag, ...) idf_log('E', tag, __VA_ARGS__)
#define ESP_LOGW(tag, ...) idf_log('W', tag, __VA_ARGS__)
#define ESP_LOGI(tag, ...) idf_log('I', tag, __VA_ARGS__)
#define ESP_LOGD(tag, ...) idf_log('D', tag, __VA_ARGS__)

void idf_log(char level, const char *tag, const char *format, ...) __attribute__((format(printf, 3, 4)));

typedef int (*vprintf_like_t)(const char *, va_list);
#endif

vprintf_like_t esp_log_set_vprintf(vprintf_like_t func);
