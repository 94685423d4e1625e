/** By what HomeWizard's clients find the device, and what it calls itself. Source: HomeWizard Energy API v1, "Discovery" and "/api". */

import { type Bytes, type Writer } from "ts2c";
import { writeChipId } from "../chip-id.ts";

/** The service of mDNS, over TCP. */
export const SERVICE = "_hwenergy";

/** The product that the device speaks like; its clients look for the type. */
export const PRODUCT_TYPE = "HWE-P1";
export const PRODUCT_NAME = "P1 meter";

/** Writes the serial number: 12 hexadecimal digits, of which the chip's number are the last; the first are no manufacturer's. */
export function writeSerial(out: Writer): void {
  out.text("000000");
  writeChipId(out);
}

/** The records of the service, in the writer's memory. */
export function records(out: Writer): Bytes {
  out.clear();
  out.text("api_enabled=1\npath=/api/v1\nserial=");
  writeSerial(out);
  out.text("\nproduct_name=");
  out.text(PRODUCT_NAME);
  out.text("\nproduct_type=");
  out.text(PRODUCT_TYPE);
  out.text("\n");
  return out.view();
}
