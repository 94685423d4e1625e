/* What the generated C does when an `assert` of the TypeScript fails, which no input can make it do. */
#include <stdlib.h>

#include "esp_log.h"
#include "ts2c.h"

_Noreturn void ts_panic(const char *where)
{
    ESP_LOGE("main", "The firmware has a mistake at %s: please tell its authors. It restarts.", where);
    abort();
}
