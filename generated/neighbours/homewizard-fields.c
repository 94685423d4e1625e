/* Made by ts2c from ts/neighbours/homewizard-fields.ts: change that file, not this one. */

#include "neighbours/homewizard-fields.h"

const uint32_t NEIGHBOURS_CODES_OF_ID[2] = {
    6291713u, 6291712u,
};

const neighbours_field_t NEIGHBOURS_FIELDS[19] = {
    {.code = 269223680u, .name = {(const uint8_t *)"active_voltage_v", 16}, .is_power = false},
    {.code = 270534400u, .name = {(const uint8_t *)"active_voltage_l1_v", 19}, .is_power = false},
    {.code = 271845120u, .name = {(const uint8_t *)"active_voltage_l2_v", 19}, .is_power = false},
    {.code = 273155840u, .name = {(const uint8_t *)"active_voltage_l3_v", 19}, .is_power = false},
    {.code = 269158144u, .name = {(const uint8_t *)"active_current_a", 16}, .is_power = false},
    {.code = 270468864u, .name = {(const uint8_t *)"active_current_l1_a", 19}, .is_power = false},
    {.code = 271779584u, .name = {(const uint8_t *)"active_current_l2_a", 19}, .is_power = false},
    {.code = 273090304u, .name = {(const uint8_t *)"active_current_l3_a", 19}, .is_power = false},
    {.code = 269354752u, .name = {(const uint8_t *)"active_frequency_hz", 19}, .is_power = false},
    {.code = 270540800u, .name = {(const uint8_t *)"voltage_sag_l1_count", 20}, .is_power = false},
    {.code = 271851520u, .name = {(const uint8_t *)"voltage_sag_l2_count", 20}, .is_power = false},
    {.code = 273162240u, .name = {(const uint8_t *)"voltage_sag_l3_count", 20}, .is_power = false},
    {.code = 270541824u, .name = {(const uint8_t *)"voltage_swell_l1_count", 22}, .is_power = false},
    {.code = 271852544u, .name = {(const uint8_t *)"voltage_swell_l2_count", 22}, .is_power = false},
    {.code = 273163264u, .name = {(const uint8_t *)"voltage_swell_l3_count", 22}, .is_power = false},
    {.code = 6293269u, .name = {(const uint8_t *)"any_power_fail_count", 20}, .is_power = false},
    {.code = 6293257u, .name = {(const uint8_t *)"long_power_fail_count", 21}, .is_power = false},
    {.code = 268502016u, .name = {(const uint8_t *)"active_power_average_w", 22}, .is_power = true},
    {.code = 268502528u, .name = {(const uint8_t *)"montly_power_peak_w", 19}, .is_power = true},
};
