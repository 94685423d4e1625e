/* Made by ts2c from ts/portal/routes.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "bytes.h"

/** What a request asks for; the last three are refusals. */
typedef enum TS_NARROW {
    PORTAL_ROUTE_PAGE,
    PORTAL_ROUTE_STATUS,
    PORTAL_ROUTE_READINGS,
    PORTAL_ROUTE_SETTINGS,
    PORTAL_ROUTE_TELEGRAM,
    PORTAL_ROUTE_HISTORY_HOUR,
    PORTAL_ROUTE_HISTORY_DAY,
    PORTAL_ROUTE_LOG,
    PORTAL_ROUTE_FOLLOW_LOG,
    PORTAL_ROUTE_EVENTS,
    PORTAL_ROUTE_CHANGE_SETTINGS,
    PORTAL_ROUTE_EXPORT,
    PORTAL_ROUTE_EXPORT_SECRETS,
    PORTAL_ROUTE_LOGIN,
    PORTAL_ROUTE_LOGOUT,
    PORTAL_ROUTE_PASSWORD,
    PORTAL_ROUTE_RESTART,
    PORTAL_ROUTE_CANCEL,
    PORTAL_ROUTE_FIRMWARE,
    PORTAL_ROUTE_OLDER_FIRMWARE,
    PORTAL_ROUTE_NETWORKS,
    PORTAL_ROUTE_SCAN,
    PORTAL_ROUTE_WIFI,
    PORTAL_ROUTE_ACCESS_POINT,
    PORTAL_ROUTE_CERTIFICATES,
    PORTAL_ROUTE_AUTHORITY,
    PORTAL_ROUTE_IDENTITY,
    PORTAL_ROUTE_LOOK_FOR_UPDATE,
    PORTAL_ROUTE_FETCH_UPDATE,
    PORTAL_ROUTE_METRICS,
    PORTAL_ROUTE_HOMEWIZARD,
    PORTAL_ROUTE_HOMEWIZARD_DATA,
    PORTAL_ROUTE_HOMEWIZARD_TELEGRAM,
    PORTAL_ROUTE_WRONG_QUERY,
    PORTAL_ROUTE_WRONG_METHOD,
    PORTAL_ROUTE_UNKNOWN,
} portal_route_t;

/**
 * Who may: `everybody`; `reader`: whoever may see the readings, by setting everybody or who is logged in; `owner`: who is logged in;
 * `claimant`: that one, or the first while no password is set.
 */
typedef enum TS_NARROW {
    PORTAL_ACCESS_EVERYBODY,
    PORTAL_ACCESS_READER,
    PORTAL_ACCESS_OWNER,
    PORTAL_ACCESS_CLAIMANT,
} portal_access_t;

/** An address, and what is there. */
typedef struct {
    platform_method_t method;
    ts_bytes path;
    /** What follows the question mark; where it is empty, anything may, unless other rows of the path want something. */
    ts_bytes query;
    portal_route_t route;
    portal_access_t access;
} portal_row_t;

/** The one list of addresses; `docs/openapi.json` describes the same. */
extern const portal_row_t PORTAL_ROWS[34];

/** Where a request leads. */
TS_SHARED portal_route_t portal_route_of(platform_method_t method, ts_bytes target);

/** Whether only a device with Wi-Fi has it. */
TS_SHARED bool portal_is_of_wifi(portal_route_t route);

/** Who may ask for it. */
TS_SHARED portal_access_t portal_access_of(portal_route_t route);
