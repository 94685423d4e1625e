/* Made by ts2c from ts/portal/routes.ts: change that file, not this one. */

#include "portal/routes.h"

static ts_bytes path_of(ts_bytes target);

/** The one list of addresses; `docs/openapi.json` describes the same. */
static const portal_row_t ROWS[13] = {
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/", 1}, .route = PORTAL_ROUTE_PAGE, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/status", 11}, .route = PORTAL_ROUTE_STATUS, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/readings", 13}, .route = PORTAL_ROUTE_READINGS, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/telegram", 13}, .route = PORTAL_ROUTE_TELEGRAM, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/log", 8}, .route = PORTAL_ROUTE_LOG, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/settings", 13}, .route = PORTAL_ROUTE_SETTINGS, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/settings", 13}, .route = PORTAL_ROUTE_CHANGE_SETTINGS, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/login", 10}, .route = PORTAL_ROUTE_LOGIN, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/logout", 11}, .route = PORTAL_ROUTE_LOGOUT, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/password", 13}, .route = PORTAL_ROUTE_PASSWORD, .access = PORTAL_ACCESS_CLAIMANT},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/restart", 12}, .route = PORTAL_ROUTE_RESTART, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/cancel", 11}, .route = PORTAL_ROUTE_CANCEL, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/firmware", 13}, .route = PORTAL_ROUTE_FIRMWARE, .access = PORTAL_ACCESS_OWNER},
};

portal_route_t portal_route_of(platform_method_t method, ts_bytes target)
{
    const ts_bytes path = path_of(target);
    portal_route_t route = PORTAL_ROUTE_UNKNOWN;
    for (uint32_t i = 0; i < 13; i++) {
        const portal_row_t row = ROWS[i];
        if (bytes_same_bytes(path, row.path)) {
            if (row.method == method) {
                return row.route;
            }
            route = PORTAL_ROUTE_WRONG_METHOD;
        }
    }
    return route;
}

portal_access_t portal_access_of(portal_route_t route)
{
    for (uint32_t i = 0; i < 13; i++) {
        const portal_row_t row = ROWS[i];
        if (row.route == route) {
            return row.access;
        }
    }
    return PORTAL_ACCESS_EVERYBODY;
}

/** The path of a target, without the query. */
static ts_bytes path_of(ts_bytes target)
{
    const int32_t mark = (int32_t)ts_bytes_index_of(target, 63, 0);
    return mark < 0 ? target : ts_bytes_subarray(target, 0, mark);
}
