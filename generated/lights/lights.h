/* Made by ts2c from ts/lights/lights.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "settings/settings.h"
#include "lights/strip.h"

/** Light 1: whether the broker is connected, and takes what is published. */
typedef enum TS_NARROW {
    LIGHTS_BROKER_LIGHT_NOT_CONNECTED,
    LIGHTS_BROKER_LIGHT_CONNECTED,
    LIGHTS_BROKER_LIGHT_COULD_NOT_SEND,
} lights_broker_light_t;

/** Light 2: what comes from the meter. `sending` is the simulator at work, `silent` a meter whose telegrams are missing. */
typedef enum TS_NARROW {
    LIGHTS_METER_LIGHT_IDLE,
    LIGHTS_METER_LIGHT_RECEIVING,
    LIGHTS_METER_LIGHT_RIGHT,
    LIGHTS_METER_LIGHT_WRONG,
    LIGHTS_METER_LIGHT_SENDING,
    LIGHTS_METER_LIGHT_SILENT,
} lights_meter_light_t;

/**
 * What all three show together. `identify`: this is the device that was asked for. `restart`: it restarts in a moment.
 * `stopped`: it does.
 */
typedef enum TS_NARROW {
    LIGHTS_SCENE_NONE,
    LIGHTS_SCENE_IDENTIFY,
    LIGHTS_SCENE_RESTART,
    LIGHTS_SCENE_STOPPED,
} lights_scene_t;

/**
 * What the device is busy with for a while, seen where no scene is. `provisioning`: its access point is open, for a phone that sets it
 * up. `updating`: a firmware image arrives, so don't take its power.
 */
typedef enum TS_NARROW {
    LIGHTS_WORK_NONE,
    LIGHTS_WORK_PROVISIONING,
    LIGHTS_WORK_UPDATING,
} lights_work_t;

/** The lights. */
typedef struct {
    settings_settings_t *settings;
    lights_strip_t strip;
    bool network;
    lights_broker_light_t broker;
    lights_meter_light_t meter;
    uint32_t meter_since;
    lights_scene_t scene;
    uint32_t scene_since;
    /** Whether a restart is counted down, also while they show where the device is. */
    bool restarts;
    lights_work_t work;
    uint32_t now;
    /** Since when somebody may look at them, and whether that is long enough. */
    uint32_t awake_since;
    bool resting;
} lights_lights_t;

/** Makes a new `Lights` at `self`. */
TS_SHARED void lights_lights_init(lights_lights_t *self, settings_settings_t *settings);

/** Paints all three as at power-up: no network, no broker, no meter. */
TS_SHARED void lights_lights_start(lights_lights_t *self, uint32_t now);

/** Red without a network, green with one. */
TS_SHARED void lights_lights_show_network(lights_lights_t *self, bool up);

/** Red while not connected, green while all goes well, yellow when something could not be sent. */
TS_SHARED void lights_lights_show_broker(lights_lights_t *self, lights_broker_light_t state);

/** Blue: data arrives. Green: a telegram's CRC was right. Red: it was wrong. Purple: the simulator sends. Off: idle. */
TS_SHARED void lights_lights_show_meter(lights_lights_t *self, lights_meter_light_t state, uint32_t now);

/** Something about the device itself begins to be shown, or with `none` ends. */
TS_SHARED void lights_lights_show_scene(lights_lights_t *self, lights_scene_t scene, uint32_t now);

/** When nothing happens any more, the meter's light goes off, or to yellow while its telegrams are missing. */
TS_SHARED void lights_lights_tick(lights_lights_t *self, uint32_t now, bool silent, lights_work_t work);

/** The colour of a light as it is at this moment. */
TS_SHARED lights_colour_t lights_lights_colour(lights_lights_t *self, uint8_t light);
