/* Stand-in for soc/esp32c3/include/soc/soc_caps.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#define SOC_TEMP_SENSOR_SUPPORTED 1
#endif
