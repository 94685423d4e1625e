import type * as declared from "../../ts/platform/lamp.ts";

export const set: typeof declared.set = (on) => {
  console.log(on ? "The lamp is on." : "The lamp is off.");
};
