/* The task watchdog of one task: after ten seconds without a reset the chip would restart. */
#include "esp_task_wdt.h"
#include "stand_in.h"

#define PATIENCE_MS 10000

static TaskHandle_t watched;
static uint64_t fed;

esp_err_t esp_task_wdt_add(TaskHandle_t task_handle)
{
    IDF_MAY_FAIL();
    watched = task_handle == NULL ? xTaskGetCurrentTaskHandle() : task_handle;
    fed = idf_now();
    return ESP_OK;
}

esp_err_t esp_task_wdt_reset(void)
{
    IDF_MAY_FAIL();
    if (watched != xTaskGetCurrentTaskHandle()) {
        return ESP_ERR_NOT_FOUND;
    }
    if (idf_now() - fed > PATIENCE_MS) {
        idf_misuse("the watchdog was not fed for %u ms", (unsigned)(idf_now() - fed));
    }
    fed = idf_now();
    return ESP_OK;
}
