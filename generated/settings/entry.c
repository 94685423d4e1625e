/* Made by ts2c from ts/settings/entry.ts: change that file, not this one. */

#include "settings/entry.h"

#define ASIDE 126

settings_entry_t settings_entry_of(ts_bytes bytes)
{
    const uint32_t size = (uint32_t)(bytes.length == 0u ? 1 : 1 + bytes.data[0]);
    const ts_bytes name = ts_bytes_subarray(bytes, 1, size);
    const ts_bytes behind = ts_bytes_subarray(bytes, size, 4294967295u);
    const uint32_t length = (uint32_t)(behind.length < 2u ? 0 : behind.data[0] | (behind.data[1] << 8));
    const bool is_aside = name.length > 0u && name.data[0] == ASIDE;
    return (settings_entry_t){.name = is_aside ? ts_bytes_subarray(name, 1, 4294967295u) : name, .value = ts_bytes_subarray(behind, 2, 2u + length), .is_aside = is_aside, .rest = ts_bytes_subarray(behind, 2u + length, 4294967295u)};
}

void settings_write_entry(ts2c_writer_t *out, ts_bytes name, ts_bytes value, bool is_aside)
{
    ts2c_writer_byte(out, (uint8_t)((name.length + (uint32_t)(is_aside ? 1 : 0)) & 0xffu));
    if (is_aside) {
        ts2c_writer_byte(out, ASIDE);
    }
    ts2c_writer_bytes(out, name);
    ts2c_writer_byte(out, (uint8_t)(value.length & 0xffu));
    ts2c_writer_byte(out, (uint8_t)(((int32_t)value.length >> 8) & 0xff));
    ts2c_writer_bytes(out, value);
}
