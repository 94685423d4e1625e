/* Made by ts2c from ts/update/image.ts: change that file, not this one. */

#include "update/image.h"

#define IMAGE_MAGIC 233

#define DESCRIPTION_MAGIC_LOW 21554

#define DESCRIPTION_MAGIC_HIGH 43981

#define CHIP 12

#define DESCRIPTION 32

#define VERSION_IN_UPDATE_IMAGE 48

#define PROJECT 80

#define NAME_SIZE 32

static inline ts_bytes text_at(ts_bytes head, uint32_t at);

/** The project's name, as `project()` in the top-level CMakeLists.txt has it. */
static const uint8_t OUR_PROJECT[8] = {
    112, 49, 95, 109, 101, 116, 101, 114,
};

update_image_fault_t update_examine(ts_bytes head, uint16_t chip)
{
    if (head.length < UPDATE_IMAGE_HEAD || head.data[0] != IMAGE_MAGIC) {
        return UPDATE_IMAGE_FAULT_NO_IMAGE;
    }
    const uint32_t low = (uint32_t)(head.data[DESCRIPTION] | (head.data[DESCRIPTION + 1] << 8));
    const uint32_t high = (uint32_t)(head.data[DESCRIPTION + 2] | (head.data[DESCRIPTION + 3] << 8));
    if (low != DESCRIPTION_MAGIC_LOW || high != DESCRIPTION_MAGIC_HIGH) {
        return UPDATE_IMAGE_FAULT_NO_IMAGE;
    }
    if ((head.data[CHIP] | (head.data[CHIP + 1] << 8)) != chip) {
        return UPDATE_IMAGE_FAULT_OTHER_CHIP;
    }
    return bytes_same_bytes(text_at(head, PROJECT), (ts_bytes){.data = OUR_PROJECT, .length = 8}) ? UPDATE_IMAGE_FAULT_NONE : UPDATE_IMAGE_FAULT_OTHER_PROJECT;
}

ts_bytes update_version_of(ts_bytes head)
{
    return text_at(head, VERSION_IN_UPDATE_IMAGE);
}

/** A text of at most 32 bytes, ended by a zero. */
static inline ts_bytes text_at(ts_bytes head, uint32_t at)
{
    const ts_bytes field = ts_bytes_subarray(head, at, at + NAME_SIZE);
    const int32_t end = (int32_t)ts_bytes_index_of(field, 0, 0);
    return end < 0 ? field : ts_bytes_slice(field, 0, (uint32_t)end);
}
