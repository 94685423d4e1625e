import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "ts2c";
import type { Method } from "../../ts/platform/http.ts";
import { route } from "../../ts/portal/portal.ts";

function routed(method: Method, path: string, withoutLogin = false): string {
  return route({ method, path: utf8(path), fields: utf8(""), length: 0 }, withoutLogin);
}

test("a request is told by its path, whatever the query", () => {
  assert.equal(routed("get", "/api/status"), "status");
  assert.equal(routed("get", "/api/status?now"), "status");
  assert.equal(routed("get", "/api/status/"), "unknown");
  assert.equal(routed("get", "/api/statu"), "unknown");
  assert.equal(routed("get", ""), "unknown");
  assert.equal(routed("get", "?/api/status"), "unknown");
});

test("another method is refused, not understood", () => {
  assert.equal(routed("post", "/api/status"), "wrong-method");
  assert.equal(routed("get", "/api/firmware", true), "wrong-method");
});

test("firmware is refused without a login, except in a build for test benches", () => {
  assert.equal(routed("post", "/api/firmware"), "forbidden");
  assert.equal(routed("post", "/api/firmware", true), "firmware");
});
