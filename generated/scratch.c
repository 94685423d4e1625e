/* Made by ts2c from ts/scratch.ts: change that file, not this one. */

#include "scratch.h"

void scratch_scratch_init(scratch_scratch_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->bytes, .length = 6400});
}
