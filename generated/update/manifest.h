/* Made by ts2c from ts/update/manifest.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"
#include "portal/members.h"
#include "update/note.h"
#include "update/version.h"

/** What is wrong with a manifest. */
typedef enum TS_NARROW {
    UPDATE_MANIFEST_FAULT_NONE,
    UPDATE_MANIFEST_FAULT_NO_MANIFEST,
    UPDATE_MANIFEST_FAULT_OTHER_PROJECT,
    UPDATE_MANIFEST_FAULT_NO_IMAGE,
} update_manifest_fault_t;

/** What the manifest that was read last says about this chip. */
typedef struct {
    portal_members_t *members;
    uint8_t version_memory[32];
    ts2c_writer_t version_text;
    uint8_t url_memory[255];
    ts2c_writer_t url_text;
    uint8_t hash_memory[32];
    uint32_t hash_length;
    /** The image's bytes. */
    uint32_t size;
    bool is_ours;
    /** For how many of a hundred devices it is. */
    uint32_t percent;
} update_manifest_t;

/** Makes a new `Manifest` at `self`. */
TS_SHARED void update_manifest_init(update_manifest_t *self, portal_members_t *members);

TS_SHARED ts_bytes update_manifest_version(update_manifest_t *self);

/** The whole address of the image. */
TS_SHARED ts_bytes update_manifest_url(update_manifest_t *self);

/** The image's SHA-256. */
TS_SHARED ts_bytes update_manifest_hash(update_manifest_t *self);

/** Whether it is for the device with this chip already. Who has it at 10 of a hundred has it at 20. */
TS_SHARED bool update_manifest_is_for(update_manifest_t *self, uint32_t chip_id);

/** Reads the manifest that came from the address `from`. */
TS_SHARED update_manifest_fault_t update_manifest_read(update_manifest_t *self, ts_bytes text, uint16_t chip, ts_bytes from);

/** Whether an address says how it is asked. */
TS_SHARED bool update_has_scheme(ts_bytes url);

/** Whether an address is asked over HTTPS. */
TS_SHARED bool update_is_secure(ts_bytes url);
