/* Stand-in for esp_common/include/esp_idf_version.h: the older version, whose headers the stand-ins have. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#define ESP_IDF_VERSION_VAL(major, minor, patch) (((major) << 16) | ((minor) << 8) | (patch))
#define ESP_IDF_VERSION                          ESP_IDF_VERSION_VAL(5, 5, 0)
#endif
