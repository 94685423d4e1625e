/* Made by ts2c from ts/home-assistant/readings.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/timestamp.h"
#include "publish/kept-reading.h"
#include "home-assistant/entity.h"
#include "home-assistant/units.h"

/**
 * Adds to an entity what its reading is. A text and a list are attributes, and their length is the state; a word is cut off
 * where a state ends. `topic` is the reading's topic below the root, `name` the same without the unit, `text` its text or the
 * spelling of its unit.
 */
TS_SHARED void home_assistant_describe_reading(home_assistant_entity_t *entity, publish_kept_reading_t *reading, ts_bytes topic, ts_bytes name, ts_bytes text);
