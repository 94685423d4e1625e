/** Another device has the name already: a second responder in the home, over real mDNS. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Namesake } from "./support/namesake.ts";

interface Status {
  readonly name: string;
  readonly proposed_name?: string;
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: a name that a neighbour answers to brings a proposal`, { skip }, async () => {
    using namesake = new Namesake();
    const { name } = namesake;
    await using desk = new DeskProcess(["--http", "0", "--engine", engine, "--set", `host_name=${name}`]);
    const at = (await desk.wrote(/page: +(http:\/\/[\d.:]+)/))[1] ?? "";
    await desk.wrote(/Another device goes by this one's name/);
    const status = (await (await fetch(`${at}/api/status`)).json()) as Status;
    assert.equal(status.name, name);
    assert.match(status.proposed_name ?? "", new RegExp(`^${name}_[0-9a-f]{6}$`));
  });
}
