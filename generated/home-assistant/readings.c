/* Made by ts2c from ts/home-assistant/readings.ts: change that file, not this one. */

#include "home-assistant/readings.h"

static inline void describe_text(home_assistant_entity_t *entity, publish_kept_reading_t *reading, ts_bytes topic);
static void describe_number(home_assistant_entity_t *entity, publish_kept_reading_t *reading, ts_bytes name, ts_bytes spelling);

/** A state has at most 255 characters. */
static const ts_bytes WORD = {(const uint8_t *)"{{ value[:255] }}", 17};

static const ts_bytes TEXT_LENGTH = {(const uint8_t *)"{{ value | length }}", 20};

static const ts_bytes TEXT_ATTRIBUTES = {(const uint8_t *)"{{ {'text': value} | tojson }}", 30};

static const ts_bytes LIST_LENGTH = {(const uint8_t *)"{{ value_json | length }}", 25};

static const ts_bytes LIST_ATTRIBUTES = {(const uint8_t *)"{{ {'entries': value_json} | tojson }}", 38};

static const ts_bytes TIME_ATTRIBUTES = {(const uint8_t *)"{{ {'time': value} | tojson }}", 30};

static const ts_bytes THOUSANDS = {(const uint8_t *)"{{ (value | float * 1000) | round(3) }}", 39};

void home_assistant_describe_reading(home_assistant_entity_t *entity, publish_kept_reading_t *reading, ts_bytes topic, ts_bytes name, ts_bytes text)
{
    home_assistant_entity_topic(entity, TS_TEXT("state_topic"), TS_TEXT("/"), topic, TS_TEXT(""));
    switch (reading->kind) {
    case P1_READING_KIND_NUMBER:
        describe_number(entity, reading, name, text);
        break;
    case P1_READING_KIND_TIME:
        home_assistant_entity_manner(entity, METER_KIND_TIME, reading->shown, TS_TEXT("timestamp"));
        break;
    case P1_READING_KIND_LIST:
        home_assistant_entity_text(entity, TS_TEXT("value_template"), LIST_LENGTH);
        home_assistant_entity_topic(entity, TS_TEXT("json_attributes_topic"), TS_TEXT("/"), topic, TS_TEXT(""));
        home_assistant_entity_text(entity, TS_TEXT("json_attributes_template"), LIST_ATTRIBUTES);
        home_assistant_entity_manner(entity, METER_KIND_LIST, reading->shown, TS_TEXT(""));
        break;
    case P1_READING_KIND_TEXT:
        describe_text(entity, reading, topic);
        break;
    default:
        break;
    }
}

static inline void describe_text(home_assistant_entity_t *entity, publish_kept_reading_t *reading, ts_bytes topic)
{
    if (reading->behaves != METER_KIND_TEXT) {
        home_assistant_entity_text(entity, TS_TEXT("value_template"), WORD);
        home_assistant_entity_manner(entity, METER_KIND_WORD, reading->shown, TS_TEXT(""));
        return;
    }
    home_assistant_entity_text(entity, TS_TEXT("value_template"), TEXT_LENGTH);
    home_assistant_entity_topic(entity, TS_TEXT("json_attributes_topic"), TS_TEXT("/"), topic, TS_TEXT(""));
    home_assistant_entity_text(entity, TS_TEXT("json_attributes_template"), TEXT_ATTRIBUTES);
    home_assistant_entity_manner(entity, METER_KIND_TEXT, reading->shown, TS_TEXT(""));
}

static void describe_number(home_assistant_entity_t *entity, publish_kept_reading_t *reading, ts_bytes name, ts_bytes spelling)
{
    if (reading->behaves != METER_KIND_COUNTER && reading->behaves != METER_KIND_GAUGE) {
        // A number that is a name: the version 50, the tariff 2.
        home_assistant_entity_manner(entity, METER_KIND_WORD, reading->shown, TS_TEXT(""));
        return;
    }
    const home_assistant_presentation_t value_1 = home_assistant_presentation(reading->unit, reading->device, reading->behaves);
    const ts_bytes device_class = value_1.device_class;
    const ts_bytes unit = value_1.unit;
    const bool thousands = value_1.thousands;
    if (reading->unit == P1_UNIT_OTHER) {
        home_assistant_entity_bytes(entity, TS_TEXT("unit_of_measurement"), spelling);
    } else {
        home_assistant_entity_text(entity, TS_TEXT("unit_of_measurement"), unit);
    }
    if (thousands) {
        home_assistant_entity_text(entity, TS_TEXT("value_template"), THOUSANDS);
    }
    if (reading->time != P1_NO_TIME) {
        home_assistant_entity_topic(entity, TS_TEXT("json_attributes_topic"), TS_TEXT("/"), name, TS_TEXT("_time"));
        home_assistant_entity_text(entity, TS_TEXT("json_attributes_template"), TIME_ATTRIBUTES);
    }
    home_assistant_entity_manner(entity, reading->behaves, reading->shown, device_class);
}
