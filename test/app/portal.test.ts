import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "ts2c";
import type { Method } from "../../ts/platform/http.ts";
import { route } from "../../ts/portal/portal.ts";
import { fieldOf } from "../../ts/portal/request.ts";

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

test("the page is at the top, and nowhere else", () => {
  assert.equal(routed("get", "/"), "page");
  assert.equal(routed("get", "/?anything"), "page");
  assert.equal(routed("post", "/"), "wrong-method");
  assert.equal(routed("get", "/index.html"), "unknown");
});

test("a field of the head is found by its whole name, at any place, without the spaces around its value", () => {
  const field = (lines: string, name: string): string =>
    Buffer.from(fieldOf({ method: "get", path: utf8("/"), fields: utf8(lines), length: 0 }, utf8(name))).toString();
  const lines = 'host:p1_meter.local\r\nif-none-match:  "a", "b" \r\ncookie:\r\n';
  assert.equal(field(lines, "host"), "p1_meter.local");
  assert.equal(field(lines, "if-none-match"), '"a", "b"');
  assert.equal(field(lines, "cookie"), "");
  for (const absent of ["hos", "none-match", "origin", "", "p1_meter.local"]) {
    assert.equal(field(lines, absent), "", absent);
  }
  assert.equal(field("", "host"), "");
  assert.equal(field("host", "host"), "");
});
