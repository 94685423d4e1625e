/* What only a radio has, for a network by cable. */
#include "platform/network.h"

platform_network_kind_t p1_network_kind(void)
{
    return PLATFORM_NETWORK_KIND_WIRED;
}

int8_t p1_network_signal(void)
{
    return 0;
}

uint8_t p1_network_found_count(void)
{
    return 0;
}

uint8_t p1_network_found_name(uint8_t index, ts_span_u8 name)
{
    (void)index;
    (void)name;
    return 0;
}

int8_t p1_network_found_signal(uint8_t index)
{
    (void)index;
    return 0;
}

bool p1_network_found_locked(uint8_t index)
{
    (void)index;
    return false;
}

uint32_t p1_network_access_point_address(void)
{
    return 0;
}

bool p1_network_open_access_point(ts_bytes name, ts_bytes password)
{
    (void)name;
    (void)password;
    return false;
}

void p1_network_close_access_point(void)
{
}

uint8_t p1_network_guests(void)
{
    return 0;
}
