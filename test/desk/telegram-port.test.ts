import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { TELEGRAM_PORT_CHECKS } from "./checks/telegram-port.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

for (const { engine, skip } of ENGINES) {
  for (const check of TELEGRAM_PORT_CHECKS) {
    test(`engine ${engine}: ${check.name}`, { skip: skip || check.skip }, async () => {
      await using device = await DeskDevice.start(engine, check);
      await check.run(device);
    });
  }

  test(`engine ${engine}: a port that is taken is told with the setting`, { skip }, async () => {
    const server = createServer().listen(0);
    await once(server, "listening");
    await using desk = new DeskProcess([
      ...["--engine", engine, "--set", `telegram_port=${(server.address() as AddressInfo).port}`],
      ...["--set", "broker_host="],
    ]);
    await desk.wrote(/the port can't be opened: another program has it\. Set telegram_port\./);
    server.close();
  });
}
