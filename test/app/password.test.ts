import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { test } from "node:test";
import { utf8, type Bytes } from "ts2c";
import { host } from "../../tools/desk/platform/passwords.ts";
import { mayBePassword, Password, type Purpose } from "../../ts/portal/password.ts";
import { Settings } from "../../ts/settings/settings.ts";

/** A password's check as the device has it, over the desk's driver. */
class Check {
  readonly settings = new Settings();
  readonly password = new Password(this.settings);
  private readonly derived = new EventEmitter();

  constructor() {
    this.settings.reset();
    host.attach((event) => this.derived.emit("hash", event.kind === "derived" ? event.hash : new Uint8Array(0)));
  }

  async hash(): Promise<Bytes> {
    const [hash] = (await once(this.derived, "hash")) as [Uint8Array];
    return hash;
  }

  /** Derives a password to the end. */
  async derive(purpose: Purpose, password: string, now = 0): Promise<boolean> {
    assert.equal(this.password.start(purpose, utf8(password), now), "started");
    return this.password.onDerived(await this.hash(), now);
  }

  async set(password: string): Promise<void> {
    assert.ok(await this.derive("set", password));
    assert.equal(this.settings.assign(utf8("login_password"), this.password.setting()), "ok");
  }
}

test("a password that was set is right, and every other one wrong", async () => {
  const check = new Check();
  assert.ok(!check.password.isSet());
  await check.set("correct horse");
  assert.ok(check.password.isSet());
  assert.ok(await check.derive("check", "correct horse"));
  assert.ok(!(await check.derive("check", "correct horsf")));
  assert.ok(!(await check.derive("check", "correct hors")));
});

test("the password that was right last is known without the slow hash", async () => {
  const check = new Check();
  await check.set("correct horse");
  assert.ok(check.password.isKnown(utf8("correct horse"), 0));
  assert.ok(!check.password.isKnown(utf8("correct horsf"), 0));
  await check.set("battery staple");
  assert.ok(!check.password.isKnown(utf8("correct horse"), 9000));
  assert.ok(check.password.isKnown(utf8("battery staple"), 10000));
  check.password.forget();
  assert.ok(!check.password.isKnown(utf8("battery staple"), 10000));
});

test("who guesses at that one is looked at once a second, and who knows it is not held up without a guess", async () => {
  const check = new Check();
  await check.set("correct horse");
  for (let i = 0; i < 100; i++) {
    assert.ok(check.password.isKnown(utf8("correct horse"), 1000));
  }
  assert.ok(!check.password.isKnown(utf8("a guess"), 1000));
  assert.ok(!check.password.isKnown(utf8("correct horse"), 1999), "it might be the next guess");
  assert.ok(check.password.isKnown(utf8("correct horse"), 2000));
  assert.ok(!check.password.isKnown(utf8("a guess"), 0xffffff00));
  assert.ok(check.password.isKnown(utf8("correct horse"), 744), "the clock went round");
});

test("a password that was replaced while it was checked is wrong", async () => {
  const check = new Check();
  await check.set("correct horse");
  const before = Uint8Array.from(check.password.setting());
  await check.set("battery staple");
  assert.equal(check.password.start("check", utf8("battery staple"), 0), "started");
  const hash = await check.hash();
  assert.equal(check.settings.assign(utf8("login_password"), before), "ok");
  assert.ok(!check.password.onDerived(hash, 0));
});

test("who asks while another one's password is being checked is not taken for that one", async () => {
  const check = new Check();
  await check.set("correct horse");
  assert.equal(check.password.start("check", utf8("correct horse"), 0), "started");
  assert.ok(!check.password.isKnown(utf8("an attacker's"), 0));
  assert.equal(check.password.start("check", utf8("an attacker's"), 0), "busy");
  assert.ok(check.password.onDerived(await check.hash(), 0));
  assert.ok(!check.password.isKnown(utf8("an attacker's"), 9000));
  assert.ok(check.password.isKnown(utf8("correct horse"), 10000));
});

test("wrong ones have to wait longer and longer, until one was right", async () => {
  const check = new Check();
  await check.set("correct horse");
  for (let i = 0; i < 3; i++) {
    assert.ok(!(await check.derive("check", "wrong", 1000)));
  }
  assert.equal(check.password.start("check", utf8("wrong"), 1999), "wait");
  assert.deepEqual(
    [1000, 1001, 1999, 2000, 0x80000000].map((now) => check.password.secondsLeft(now)),
    [1, 1, 1, 0, 0],
  );
  assert.ok(!(await check.derive("check", "wrong", 2000)));
  assert.equal(check.password.start("check", utf8("wrong"), 3999), "wait");
  assert.deepEqual(
    [2000, 2001, 3000, 3001].map((now) => check.password.secondsLeft(now)),
    [2, 2, 1, 1],
  );
  assert.ok(await check.derive("check", "correct horse", 4000));
  assert.ok(!(await check.derive("check", "wrong", 4000)));
  assert.ok(!(await check.derive("check", "wrong", 4000)));
});

test("whoever guesses on waits a minute at most, and is told how long", async () => {
  const check = new Check();
  await check.set("correct horse");
  for (let i = 0, now = 0; i < 12; i++) {
    assert.ok(!(await check.derive("check", "wrong", now)));
    const left = check.password.secondsLeft(now);
    assert.equal(left, i < 2 ? 0 : Math.min(2 ** (i - 2), 64));
    now += left * 1000;
  }
});

test("no password has no byte or more than 64, and nothing is right where none could be derived", async () => {
  const check = new Check();
  await check.set("p".repeat(64));
  assert.equal(check.password.start("check", utf8(""), 0), "wrong");
  assert.equal(check.password.start("check", utf8("p".repeat(65)), 0), "wrong");
  // HMAC makes the same of both.
  assert.equal(check.password.start("check", utf8("p\0"), 0), "wrong");
  assert.ok(mayBePassword(utf8("p".repeat(8))) && !mayBePassword(utf8(`${"p".repeat(8)}\0`)));
  assert.equal(check.password.start("check", utf8("p".repeat(64)), 0), "started");
  await check.hash();
  assert.ok(!check.password.onDerived(utf8(""), 0));
  assert.ok(!check.password.onDerived(utf8("p".repeat(32)), 0), "one that nobody waits for is none");
});
