/** Which request leads where, and who may ask it. */

import { utf8, type Bytes } from "ts2c";
import { type Method } from "#platform/http";
import { sameBytes } from "../bytes.ts";

/** What a request asks for; the last three are refusals. */
export type Route =
  | "page"
  | "status"
  | "readings"
  | "settings"
  | "telegram"
  | "history-hour"
  | "history-day"
  | "log"
  | "follow-log"
  | "events"
  | "change-settings"
  | "export"
  | "export-secrets"
  | "login"
  | "logout"
  | "password"
  | "restart"
  | "cancel"
  | "firmware"
  | "older-firmware"
  | "networks"
  | "scan"
  | "wifi"
  | "access-point"
  | "certificates"
  | "authority"
  | "identity"
  | "look-for-update"
  | "fetch-update"
  | "metrics"
  | "homewizard"
  | "homewizard-data"
  | "homewizard-telegram"
  | "wrong-query"
  | "wrong-method"
  | "unknown";

/**
 * Who may: `everybody`; `reader`: whoever may see the readings, by setting everybody or who is logged in; `owner`: who is logged in;
 * `claimant`: that one, or the first while no password is set.
 */
export type Access = "everybody" | "reader" | "owner" | "claimant";

const QUESTION_MARK = 63;

/** An address, and what is there. */
export interface Row {
  readonly method: Method;
  readonly path: string;
  /** What follows the question mark; where it is empty, anything may, unless other rows of the path want something. */
  readonly query: string;
  readonly route: Route;
  readonly access: Access;
}

/** The one list of addresses; `docs/openapi.json` describes the same. */
export const ROWS: readonly Row[] = [
  { method: "get", path: "/", query: "", route: "page", access: "everybody" },
  { method: "get", path: "/api/status", query: "", route: "status", access: "everybody" },
  { method: "get", path: "/api/readings", query: "", route: "readings", access: "reader" },
  { method: "get", path: "/api/telegram", query: "", route: "telegram", access: "reader" },
  { method: "get", path: "/api/history", query: "", route: "history-hour", access: "reader" },
  { method: "get", path: "/api/history", query: "span=hour", route: "history-hour", access: "reader" },
  { method: "get", path: "/api/history", query: "span=day", route: "history-day", access: "reader" },
  { method: "get", path: "/api/log", query: "", route: "log", access: "reader" },
  { method: "get", path: "/api/log", query: "follow", route: "follow-log", access: "reader" },
  { method: "get", path: "/api/events", query: "", route: "events", access: "reader" },
  { method: "get", path: "/api/settings", query: "", route: "settings", access: "reader" },
  { method: "post", path: "/api/settings", query: "", route: "change-settings", access: "owner" },
  { method: "get", path: "/api/settings/export", query: "", route: "export", access: "owner" },
  { method: "post", path: "/api/settings/export", query: "", route: "export-secrets", access: "owner" },
  { method: "post", path: "/api/login", query: "", route: "login", access: "everybody" },
  { method: "post", path: "/api/logout", query: "", route: "logout", access: "everybody" },
  { method: "post", path: "/api/password", query: "", route: "password", access: "claimant" },
  { method: "post", path: "/api/restart", query: "", route: "restart", access: "owner" },
  { method: "post", path: "/api/cancel", query: "", route: "cancel", access: "owner" },
  { method: "post", path: "/api/firmware", query: "", route: "firmware", access: "owner" },
  { method: "post", path: "/api/firmware", query: "older=yes", route: "older-firmware", access: "owner" },
  { method: "get", path: "/api/certificates", query: "", route: "certificates", access: "owner" },
  { method: "post", path: "/api/certificates/authority", query: "", route: "authority", access: "owner" },
  { method: "post", path: "/api/certificates/identity", query: "", route: "identity", access: "owner" },
  { method: "get", path: "/api/networks", query: "", route: "networks", access: "owner" },
  { method: "get", path: "/api/access-point", query: "", route: "access-point", access: "owner" },
  { method: "post", path: "/api/scan", query: "", route: "scan", access: "owner" },
  { method: "post", path: "/api/wifi", query: "", route: "wifi", access: "owner" },
  { method: "post", path: "/api/update", query: "", route: "look-for-update", access: "owner" },
  { method: "post", path: "/api/update", query: "install=yes", route: "fetch-update", access: "owner" },
  { method: "get", path: "/metrics", query: "", route: "metrics", access: "reader" },
  { method: "get", path: "/api", query: "", route: "homewizard", access: "reader" },
  { method: "get", path: "/api/v1/data", query: "", route: "homewizard-data", access: "reader" },
  { method: "get", path: "/api/v1/telegram", query: "", route: "homewizard-telegram", access: "reader" },
];

/** Where a request leads. */
export function routeOf(method: Method, target: Bytes): Route {
  const mark = target.indexOf(QUESTION_MARK);
  const path = mark < 0 ? target : target.subarray(0, mark);
  const query = mark < 0 ? target.subarray(target.length) : target.subarray(mark + 1);
  let route: Route = "unknown";
  let picky = false;
  for (const row of ROWS) {
    if (!sameBytes(path, utf8(row.path))) {
      continue;
    }
    if (row.method !== method) {
      route = route === "unknown" ? "wrong-method" : route;
    } else if (sameBytes(query, utf8(row.query))) {
      return row.route;
    } else if (utf8(row.query).length > 0) {
      picky = true;
    } else {
      route = row.route;
    }
  }
  return picky ? "wrong-query" : route;
}

/** Whether only a device with Wi-Fi has it. */
export function isOfWifi(route: Route): boolean {
  return route === "networks" || route === "scan" || route === "wifi" || route === "access-point";
}

/** Who may ask for it. */
export function accessOf(route: Route): Access {
  for (const row of ROWS) {
    if (row.route === route) {
      return row.access;
    }
  }
  return "everybody";
}
