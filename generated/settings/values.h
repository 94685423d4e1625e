/* Made by ts2c from ts/settings/values.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"
#include "network/address.h"
#include "settings/setting.h"

/** A password is kept as `p2` and 96 hexadecimal digits: those of salt and hash. */
#define SETTINGS_PASSWORD_LENGTH 98

/** The word at a place, from 0, of `choices`, which `|` parts; empty where there is none. */
TS_SHARED ts_bytes settings_word_at(ts_bytes choices, uint32_t wanted);

/** Whether the value is never told, only whether there is one. */
TS_SHARED bool settings_is_secret(settings_kind_t kind);

/** Whether a setting's value is a text rather than a number. */
TS_SHARED bool settings_is_text(settings_kind_t kind);

/** Whether a text may be stored: no control characters, and in a topic no wildcards and no `/` at either end. */
TS_SHARED bool settings_well_formed(settings_kind_t kind, ts_bytes value);

/** The number for which `value` stands in a setting that is no text, or {@link NO_NUMBER}. */
TS_SHARED int32_t settings_parse(settings_setting_t setting, ts_bytes value);
