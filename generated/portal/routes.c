/* Made by ts2c from ts/portal/routes.ts: change that file, not this one. */

#include "portal/routes.h"

#define QUESTION_MARK_IN_PORTAL_ROUTES 63

const portal_row_t PORTAL_ROWS[34] = {
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/", 1}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_PAGE, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/status", 11}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_STATUS, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/readings", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_READINGS, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/telegram", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_TELEGRAM, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/history", 12}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_HISTORY_HOUR, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/history", 12}, .query = {(const uint8_t *)"span=hour", 9}, .route = PORTAL_ROUTE_HISTORY_HOUR, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/history", 12}, .query = {(const uint8_t *)"span=day", 8}, .route = PORTAL_ROUTE_HISTORY_DAY, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/log", 8}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_LOG, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/log", 8}, .query = {(const uint8_t *)"follow", 6}, .route = PORTAL_ROUTE_FOLLOW_LOG, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/events", 11}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_EVENTS, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/settings", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_SETTINGS, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/settings", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_CHANGE_SETTINGS, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/settings/export", 20}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_EXPORT, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/settings/export", 20}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_EXPORT_SECRETS, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/login", 10}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_LOGIN, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/logout", 11}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_LOGOUT, .access = PORTAL_ACCESS_EVERYBODY},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/password", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_PASSWORD, .access = PORTAL_ACCESS_CLAIMANT},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/restart", 12}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_RESTART, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/cancel", 11}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_CANCEL, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/firmware", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_FIRMWARE, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/firmware", 13}, .query = {(const uint8_t *)"older=yes", 9}, .route = PORTAL_ROUTE_OLDER_FIRMWARE, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/certificates", 17}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_CERTIFICATES, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/certificates/authority", 27}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_AUTHORITY, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/certificates/identity", 26}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_IDENTITY, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/networks", 13}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_NETWORKS, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/access-point", 17}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_ACCESS_POINT, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/scan", 9}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_SCAN, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/wifi", 9}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_WIFI, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/update", 11}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_LOOK_FOR_UPDATE, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_POST, .path = {(const uint8_t *)"/api/update", 11}, .query = {(const uint8_t *)"install=yes", 11}, .route = PORTAL_ROUTE_FETCH_UPDATE, .access = PORTAL_ACCESS_OWNER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/metrics", 8}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_METRICS, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api", 4}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_HOMEWIZARD, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/v1/data", 12}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_HOMEWIZARD_DATA, .access = PORTAL_ACCESS_READER},
    {.method = PLATFORM_METHOD_GET, .path = {(const uint8_t *)"/api/v1/telegram", 16}, .query = {(const uint8_t *)"", 0}, .route = PORTAL_ROUTE_HOMEWIZARD_TELEGRAM, .access = PORTAL_ACCESS_READER},
};

portal_route_t portal_route_of(platform_method_t method, ts_bytes target)
{
    const int32_t mark = (int32_t)ts_bytes_index_of(target, QUESTION_MARK_IN_PORTAL_ROUTES, 0);
    const ts_bytes path = mark < 0 ? target : ts_bytes_slice(target, 0, (uint32_t)mark);
    const ts_bytes query = mark < 0 ? ts_bytes_subarray(target, target.length, 4294967295u) : ts_bytes_subarray(target, mark + 1, 4294967295u);
    portal_route_t route = PORTAL_ROUTE_UNKNOWN;
    bool picky = false;
    for (uint32_t i = 0; i < 34; i++) {
        const portal_row_t row = PORTAL_ROWS[i];
        if (!bytes_same_bytes(path, row.path)) {
            continue;
        }
        if (row.method != method) {
            route = route == PORTAL_ROUTE_UNKNOWN ? PORTAL_ROUTE_WRONG_METHOD : route;
        } else if (bytes_same_bytes(query, row.query)) {
            return row.route;
        } else if (row.query.length > 0u) {
            picky = true;
        } else {
            route = row.route;
        }
    }
    return picky ? PORTAL_ROUTE_WRONG_QUERY : route;
}

bool portal_is_of_wifi(portal_route_t route)
{
    return route == PORTAL_ROUTE_NETWORKS || route == PORTAL_ROUTE_SCAN || route == PORTAL_ROUTE_WIFI || route == PORTAL_ROUTE_ACCESS_POINT;
}

portal_access_t portal_access_of(portal_route_t route)
{
    for (uint32_t i = 0; i < 34; i++) {
        const portal_row_t row = PORTAL_ROWS[i];
        if (row.route == route) {
            return row.access;
        }
    }
    return PORTAL_ACCESS_EVERYBODY;
}
