/* Made by ts2c from ts/portal/password.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/passwords.h"
#include "platform/system.h"
#include "bytes.h"
#include "settings/setting.h"
#include "settings/values.h"
#include "settings/settings.h"
#include "portal/same-secret.h"

/** What a password is derived for. */
typedef enum TS_NARROW {
    PORTAL_PURPOSE_CHECK,
    PORTAL_PURPOSE_SET,
} portal_purpose_t;

/** `started`; `busy`: another one is being derived; `wait`: too many were wrong; `wrong`: no password is like that. */
typedef enum TS_NARROW {
    PORTAL_START_STARTED,
    PORTAL_START_BUSY,
    PORTAL_START_WAIT,
    PORTAL_START_WRONG,
} portal_start_t;

/** Checks passwords, and sets the one. */
typedef struct {
    settings_settings_t *settings;
    bool running;
    portal_purpose_t purpose;
    uint8_t failures;
    uint32_t failed_at;
    uint8_t salt[16];
    /** A key of this run, by which the password that was right last is known again without the slow hash. */
    uint8_t key[32];
    bool keyed;
    /** The digest of the password that somebody asks about, and of the one that is being derived: others may ask meanwhile. */
    uint8_t asked[32];
    bool has_candidate;
    uint8_t candidate[32];
    uint8_t remembered[32];
    bool remembers;
    /** Whether the last that was compared with it was another one, and when. */
    bool missed;
    uint32_t missed_at;
    uint8_t kept_memory[98];
    ts2c_writer_t kept;
} portal_password_t;

/** Whether that may become the password. */
TS_SHARED bool portal_may_be_password(ts_bytes text);

/** Makes a new `Password` at `self`. */
TS_SHARED void portal_password_init(portal_password_t *self, settings_settings_t *settings);

/** Whether there is one. */
TS_SHARED bool portal_password_is_set(portal_password_t *self);

/**
 * Whether this is the password that was right last. One a second is looked at after a wrong one, so that nobody guesses faster here
 * than at the slow hash, which still takes the right one meanwhile.
 */
TS_SHARED bool portal_password_is_known(portal_password_t *self, ts_bytes password, uint32_t now);

/** The password is another one now: what was right is right no more. */
TS_SHARED void portal_password_forget(portal_password_t *self);

/** Begins to check a password, or to set it. {@link onDerived} ends it. */
TS_SHARED portal_start_t portal_password_start(portal_password_t *self, portal_purpose_t purpose, ts_bytes password, uint32_t now);

/** How many seconds the next try has to wait, one that has begun included; 0 where it may be made now. */
TS_SHARED uint8_t portal_password_seconds_left(portal_password_t *self, uint32_t now);

/**
 * The hash is there. Whether the password was right; one that was to be set is set with this, and {@link setting} says what is
 * to be kept.
 */
TS_SHARED bool portal_password_on_derived(portal_password_t *self, ts_bytes hash, uint32_t now);

/** What the setting `login_password` is to be, after a password was set. */
TS_SHARED ts_bytes portal_password_setting(portal_password_t *self);
