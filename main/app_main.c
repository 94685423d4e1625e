/* The start of the firmware. */
#include "device_task.h"
#include "drivers.h"
#include "esp_app_desc.h"
#include "esp_log.h"
#include "esp_system.h"
#include "events.h"
#include "p1_log.h"

void app_main(void)
{
    p1_log_init();
    ESP_LOGI("main", "P1 meter %s.", esp_app_get_description()->version);
    events_init();
    drivers_start();
    device_task_start();
    ESP_LOGI("main", "The device runs: %u bytes of heap are free.", (unsigned)esp_get_free_heap_size());
}
