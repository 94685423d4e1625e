export * from "./core.ts";
export { Writer } from "./writer.ts";
