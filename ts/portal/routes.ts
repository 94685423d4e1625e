/** Which request leads where, and who may ask it. */

import { utf8, type Bytes } from "ts2c";
import { type Method } from "#platform/http";
import { sameBytes } from "../bytes.ts";

/** What a request asks for; the last two are refusals. */
export type Route =
  | "page"
  | "status"
  | "readings"
  | "settings"
  | "telegram"
  | "log"
  | "change-settings"
  | "login"
  | "logout"
  | "password"
  | "restart"
  | "cancel"
  | "firmware"
  | "wrong-method"
  | "unknown";

/**
 * Who may: `everybody`; `reader`: whoever may see the readings, by setting everybody or who is logged in; `owner`: who is logged in;
 * `claimant`: that one, or the first while no password is set.
 */
export type Access = "everybody" | "reader" | "owner" | "claimant";

interface Row {
  readonly method: Method;
  readonly path: string;
  readonly route: Route;
  readonly access: Access;
}

/** The one list of addresses; `docs/openapi.json` describes the same. */
const ROWS: readonly Row[] = [
  { method: "get", path: "/", route: "page", access: "everybody" },
  { method: "get", path: "/api/status", route: "status", access: "everybody" },
  { method: "get", path: "/api/readings", route: "readings", access: "reader" },
  { method: "get", path: "/api/telegram", route: "telegram", access: "reader" },
  { method: "get", path: "/api/log", route: "log", access: "reader" },
  { method: "get", path: "/api/settings", route: "settings", access: "reader" },
  { method: "post", path: "/api/settings", route: "change-settings", access: "owner" },
  { method: "post", path: "/api/login", route: "login", access: "everybody" },
  { method: "post", path: "/api/logout", route: "logout", access: "everybody" },
  { method: "post", path: "/api/password", route: "password", access: "claimant" },
  { method: "post", path: "/api/restart", route: "restart", access: "owner" },
  { method: "post", path: "/api/cancel", route: "cancel", access: "owner" },
  { method: "post", path: "/api/firmware", route: "firmware", access: "owner" },
];

/** Where a request leads. */
export function routeOf(method: Method, target: Bytes): Route {
  const path = pathOf(target);
  let route: Route = "unknown";
  for (const row of ROWS) {
    if (sameBytes(path, utf8(row.path))) {
      if (row.method === method) {
        return row.route;
      }
      route = "wrong-method";
    }
  }
  return route;
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

/** The path of a target, without the query. */
function pathOf(target: Bytes): Bytes {
  const mark = target.indexOf(63);
  return mark < 0 ? target : target.subarray(0, mark);
}
