/* Made by ts2c from ts/update/image.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"

/** What is wrong with an image; `none`: nothing, as far as its head tells. */
typedef enum TS_NARROW {
    UPDATE_IMAGE_FAULT_NONE,
    UPDATE_IMAGE_FAULT_NO_IMAGE,
    UPDATE_IMAGE_FAULT_OTHER_CHIP,
    UPDATE_IMAGE_FAULT_OTHER_PROJECT,
} update_image_fault_t;

/** How much of an image has to be there before {@link examine} can tell: two headers and the application's description. */
#define UPDATE_IMAGE_HEAD 288

/** Looks at the head of an image for a device with this chip. */
TS_SHARED update_image_fault_t update_examine(ts_bytes head, uint16_t chip);

/** The version that an image's head names. */
TS_SHARED ts_bytes update_version_of(ts_bytes head);
