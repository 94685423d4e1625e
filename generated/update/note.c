/* Made by ts2c from ts/update/note.ts: change that file, not this one. */

#include "update/note.h"

#define FORMAT 1

#define HEAD_IN_UPDATE_NOTE 2

#define BROKER 1

#define METER 2

#define OVERWRITTEN 4

#define RESTARTS 3

#define MOST_RESTARTS 31

void update_note_init(update_note_t *self)
{
    memset(self, 0, sizeof(*self));
    self->broker = true;
    self->meter = true;
    self->length = HEAD_IN_UPDATE_NOTE;
}

void update_note_load(update_note_t *self)
{
    const uint32_t length = p1_update_note((ts_span_u8){.data = self->memory, .length = 34});
    if (length < HEAD_IN_UPDATE_NOTE || length > 34u || self->memory[0] != FORMAT) {
        self->length = HEAD_IN_UPDATE_NOTE;
        return;
    }
    self->length = (uint8_t)ts_min_u32(length, (uint32_t)(HEAD_IN_UPDATE_NOTE + UPDATE_VERSION_SIZE));
    const uint32_t flags = self->memory[1];
    self->broker = (flags & BROKER) != 0u;
    self->meter = (flags & METER) != 0u;
    self->overwritten = (flags & OVERWRITTEN) != 0u;
    self->network_restarts = (uint8_t)((int32_t)flags >> RESTARTS);
}

void update_note_keep(update_note_t *self)
{
    const uint32_t flags = (uint32_t)((self->broker ? BROKER : 0) | (self->meter ? METER : 0) | (self->overwritten ? OVERWRITTEN : 0));
    self->memory[0] = FORMAT;
    self->memory[1] = (uint8_t)(flags | (uint32_t)(self->network_restarts << RESTARTS));
    p1_update_keep_note(ts_bytes_slice((ts_bytes){.data = self->memory, .length = 34}, 0, self->length));
}

void update_note_count_network_restart(update_note_t *self)
{
    self->network_restarts = (uint8_t)ts_min_i32(self->network_restarts + 1, MOST_RESTARTS);
    update_note_keep(self);
}

ts_bytes update_note_failed(update_note_t *self)
{
    return ts_bytes_subarray((ts_bytes){.data = self->memory, .length = 34}, HEAD_IN_UPDATE_NOTE, self->length);
}

void update_note_set_failed(update_note_t *self, ts_bytes version)
{
    if (version.length <= UPDATE_VERSION_SIZE && !bytes_same_bytes(version, update_note_failed(self))) {
        ts_span_u8_set((ts_span_u8){.data = self->memory, .length = 34}, version.data, version.length, HEAD_IN_UPDATE_NOTE);
        self->length = (uint8_t)(HEAD_IN_UPDATE_NOTE + version.length);
        update_note_keep(self);
    }
}
