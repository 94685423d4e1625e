/* What wifi.c, scan.c and access_point.c have in common. */
#pragma once

#include "esp_err.h"
#include "esp_event_base.h"

/* access_point.c: puts Wi-Fi into the mode that the access point needs, open or closed. */
esp_err_t p1_access_point_apply(void);

/* access_point.c: counts the guests. */
void p1_access_point_heard(int32_t event);
