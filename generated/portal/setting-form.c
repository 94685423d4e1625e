/* Made by ts2c from ts/portal/setting-form.ts: change that file, not this one. */

#include "portal/setting-form.h"

static void portal_setting_form_write_choices(portal_setting_form_t *self, ts2c_writer_t *out, ts_bytes choices, uint32_t last);

void portal_setting_form_init(portal_setting_form_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->value, (ts_span_u8){.data = self->memory, .length = 128});
    self->settings = settings;
}

void portal_setting_form_write(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place)
{
    const settings_setting_t setting = SETTINGS_SETTINGS[place];
    ts2c_writer_text(out, TS_TEXT("{\"name\":"));
    ts2c_writer_json_string(out, settings_setting_name_texts[setting.name]);
    ts2c_writer_text(out, TS_TEXT(",\"group\":"));
    ts2c_writer_json_string(out, settings_group_texts[settings_group_of(place)]);
    ts2c_writer_text(out, TS_TEXT(",\"kind\":"));
    ts2c_writer_json_string(out, settings_kind_texts[setting.kind]);
    ts2c_writer_text(out, TS_TEXT(",\"min\":"));
    ts2c_writer_int(out, setting.min);
    ts2c_writer_text(out, TS_TEXT(",\"max\":"));
    ts2c_writer_int(out, setting.max);
    if (setting.kind == SETTINGS_KIND_CHOICE) {
        portal_setting_form_write_choices(self, out, setting.choices, setting.max);
    }
    ts2c_writer_clear(&self->value);
    settings_write_default(&self->value, setting);
    ts2c_writer_text(out, TS_TEXT(",\"default\":"));
    ts2c_writer_json_string(out, ts2c_writer_view(&self->value));
    ts2c_writer_clear(&self->value);
    settings_settings_write(self->settings, place, &self->value);
    if (settings_is_secret(setting.kind)) {
        ts2c_writer_text(out, ts2c_writer_length(&self->value) > 0u ? TS_TEXT(",\"set\":true") : TS_TEXT(",\"set\":false"));
    } else {
        ts2c_writer_text(out, TS_TEXT(",\"value\":"));
        ts2c_writer_json_string(out, ts2c_writer_view(&self->value));
    }
    ts2c_writer_text(out, TS_TEXT(",\"help\":"));
    ts2c_writer_json_string(out, setting.help);
    ts2c_writer_text(out, TS_TEXT("}"));
}

void portal_setting_form_write_code(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place)
{
    settings_codes_t *const codes = &self->settings->codes;
    ts2c_writer_text(out, TS_TEXT("{\"name\":\""));
    p1_write_code(out, settings_codes_code_at(codes, place));
    ts2c_writer_text(out, TS_TEXT("\",\"group\":\"codes\",\"kind\":\"code\",\"min\":0,\"max\":"));
    ts2c_writer_int(out, SETTINGS_CODE_TOPIC);
    ts2c_writer_text(out, TS_TEXT(",\"default\":\"\",\"value\":"));
    ts2c_writer_json_string(out, settings_codes_topic_at(codes, place));
    ts2c_writer_text(out, TS_TEXT(",\"help\":\"What this reading is called, below the root topic; off for not at all, nothing for its own name.\"}"));
}

void portal_setting_form_write_member(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place, bool secrets)
{
    const settings_setting_t setting = SETTINGS_SETTINGS[place];
    const bool is_first = place == 0;
    if (!is_first && (settings_settings_is_default(self->settings, place) || (settings_is_secret(setting.kind) && !secrets))) {
        return;
    }
    ts2c_writer_clear(&self->value);
    settings_settings_write(self->settings, place, &self->value);
    ts2c_writer_text(out, is_first ? TS_TEXT("{\n\"") : TS_TEXT(",\n\""));
    ts2c_writer_text(out, settings_setting_name_texts[setting.name]);
    ts2c_writer_text(out, TS_TEXT("\":"));
    ts2c_writer_json_string(out, ts2c_writer_view(&self->value));
}

void portal_setting_form_write_code_member(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place)
{
    ts2c_writer_text(out, TS_TEXT(",\n\""));
    p1_write_code(out, settings_codes_code_at(&self->settings->codes, place));
    ts2c_writer_text(out, TS_TEXT("\":"));
    ts2c_writer_json_string(out, settings_codes_topic_at(&self->settings->codes, place));
}

static void portal_setting_form_write_choices(portal_setting_form_t *self, ts2c_writer_t *out, ts_bytes choices, uint32_t last)
{
    (void)self;
    ts2c_writer_text(out, TS_TEXT(",\"choices\":["));
    for (uint32_t i = 0; i <= last; i++) {
        ts2c_writer_text(out, i > 0u ? TS_TEXT(",") : TS_TEXT(""));
        ts2c_writer_json_string(out, settings_word_at(choices, i));
    }
    ts2c_writer_text(out, TS_TEXT("]"));
}
