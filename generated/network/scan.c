/* Made by ts2c from ts/network/scan.ts: change that file, not this one. */

#include "network/scan.h"

#define PATIENCE_MS_IN_NETWORK_SCAN 30000

const ts_bytes network_scan_state_texts[3] = {
    {(const uint8_t *)"idle", 4},
    {(const uint8_t *)"scanning", 8},
    {(const uint8_t *)"found", 5},
};

void network_scan_init(network_scan_t *self)
{
    memset(self, 0, sizeof(*self));
    self->state = NETWORK_SCAN_STATE_IDLE;
}

void network_scan_start(network_scan_t *self, uint32_t now)
{
    if (self->state != NETWORK_SCAN_STATE_SCANNING) {
        self->state = NETWORK_SCAN_STATE_SCANNING;
        self->since = now;
        p1_network_scan();
    }
}

bool network_scan_is_on(network_scan_t *self)
{
    return self->state == NETWORK_SCAN_STATE_SCANNING;
}

void network_scan_on_scanned(network_scan_t *self)
{
    self->state = NETWORK_SCAN_STATE_FOUND;
}

void network_scan_tick(network_scan_t *self, uint32_t now)
{
    if (self->state == NETWORK_SCAN_STATE_SCANNING && now - self->since >= PATIENCE_MS_IN_NETWORK_SCAN) {
        self->state = NETWORK_SCAN_STATE_IDLE;
    }
}

ts_bytes network_scan_name_at(network_scan_t *self, uint8_t index_)
{
    const ts_span_u8 name = ts_span_u8_subarray((ts_span_u8){.data = self->name, .length = 32}, 0, p1_network_found_name(index_, (ts_span_u8){.data = self->name, .length = 32}));
    return ts_as_bytes(portal_is_utf8(ts_as_bytes(name)) ? name : ts_span_u8_slice(name, 0, 0));
}

void network_scan_write(network_scan_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("{\"state\":"));
    ts2c_writer_json_string(out, network_scan_state_texts[self->state]);
    ts2c_writer_text(out, TS_TEXT(",\"networks\":["));
    bool is_first = true;
    for (uint32_t i = 0; i < 16u && i < p1_network_found_count(); i++) {
        const ts_bytes name = network_scan_name_at(self, (uint8_t)i);
        if (name.length > 0u) {
            ts2c_writer_text(out, is_first ? TS_TEXT("\n{\"name\":") : TS_TEXT(",\n{\"name\":"));
            ts2c_writer_json_string(out, name);
            ts2c_writer_text(out, TS_TEXT(",\"signal_dBm\":"));
            ts2c_writer_int(out, p1_network_found_signal((uint8_t)i));
            ts2c_writer_text(out, p1_network_found_locked((uint8_t)i) ? TS_TEXT(",\"locked\":true}") : TS_TEXT(",\"locked\":false}"));
            is_first = false;
        }
    }
    ts2c_writer_text(out, TS_TEXT("\n]}\n"));
}
