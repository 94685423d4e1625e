/** What Home Assistant is told of a reading. */

import { type Bytes } from "ts2c";
import { NO_TIME } from "../p1/timestamp.ts";
import { type KeptReading } from "../publish/kept-reading.ts";
import { type Entity } from "./entity.ts";
import { presentation } from "./units.ts";

/** A state has at most 255 characters. */
const WORD = "{{ value[:255] }}";
const TEXT_LENGTH = "{{ value | length }}";
const TEXT_ATTRIBUTES = "{{ {'text': value} | tojson }}";
const LIST_LENGTH = "{{ value_json | length }}";
const LIST_ATTRIBUTES = "{{ {'entries': value_json} | tojson }}";
const TIME_ATTRIBUTES = "{{ {'time': value} | tojson }}";
const THOUSANDS = "{{ (value | float * 1000) | round(3) }}";

/**
 * Adds to an entity what its reading is. A text and a list are attributes, and their length is the state; a word is cut off
 * where a state ends. `topic` is the reading's topic below the root, `name` the same without the unit, `text` its text or the
 * spelling of its unit.
 */
export function describeReading(entity: Entity, reading: KeptReading, topic: Bytes, name: Bytes, text: Bytes): void {
  entity.topic("state_topic", "/", topic, "");
  switch (reading.kind) {
    case "number":
      describeNumber(entity, reading, name, text);
      break;
    case "time":
      entity.manner("time", reading.shown, "timestamp");
      break;
    case "list":
      entity.text("value_template", LIST_LENGTH);
      entity.topic("json_attributes_topic", "/", topic, "");
      entity.text("json_attributes_template", LIST_ATTRIBUTES);
      entity.manner("list", reading.shown, "");
      break;
    case "text":
      describeText(entity, reading, topic);
      break;
  }
}

function describeText(entity: Entity, reading: KeptReading, topic: Bytes): void {
  if (reading.behaves !== "text") {
    entity.text("value_template", WORD);
    entity.manner("word", reading.shown, "");
    return;
  }
  entity.text("value_template", TEXT_LENGTH);
  entity.topic("json_attributes_topic", "/", topic, "");
  entity.text("json_attributes_template", TEXT_ATTRIBUTES);
  entity.manner("text", reading.shown, "");
}

function describeNumber(entity: Entity, reading: KeptReading, name: Bytes, spelling: Bytes): void {
  if (reading.behaves !== "counter" && reading.behaves !== "gauge") {
    // A number that is a name: the version 50, the tariff 2.
    entity.manner("word", reading.shown, "");
    return;
  }
  const { deviceClass, unit, thousands } = presentation(reading.unit, reading.device, reading.behaves);
  if (reading.unit === "other") {
    entity.bytes("unit_of_measurement", spelling);
  } else {
    entity.text("unit_of_measurement", unit);
  }
  if (thousands) {
    entity.text("value_template", THOUSANDS);
  }
  if (reading.time !== NO_TIME) {
    entity.topic("json_attributes_topic", "/", name, "_time");
    entity.text("json_attributes_template", TIME_ATTRIBUTES);
  }
  entity.manner(reading.behaves, reading.shown, deviceClass);
}
