/* The drivers of the network side, of a device in a test: there is a network, and nobody asks anything of the device.
 */
#include "platform/clock.h"
#include "platform/datagrams.h"
#include "platform/download.h"
#include "platform/http.h"
#include "platform/names.h"
#include "platform/network.h"
#include "platform/system.h"
#include "platform/update.h"

void p1_network_set_host_name(ts_bytes name)
{
    (void)name;
}

void p1_network_set_address(uint32_t address, uint32_t mask, uint32_t router, uint32_t name_server)
{
    (void)address;
    (void)mask;
    (void)router;
    (void)name_server;
}

void p1_network_join(ts_bytes name, ts_bytes password)
{
    (void)name;
    (void)password;
}

void p1_network_leave(void)
{
}

void p1_network_reset(void)
{
}

uint32_t p1_network_address(void)
{
    return 0x7f000001;
}

void p1_network_scan(void)
{
}

bool p1_datagrams_open(uint32_t address, uint16_t port)
{
    (void)address;
    (void)port;
    return true;
}

void p1_datagrams_close(void)
{
}

uint16_t p1_datagrams_receive(ts_span_u8 into)
{
    (void)into;
    return 0;
}

void p1_datagrams_answer(ts_bytes bytes)
{
    (void)bytes;
}

bool p1_datagrams_send(uint32_t address, uint16_t port, ts_bytes bytes)
{
    (void)address;
    (void)port;
    (void)bytes;
    return true;
}

void p1_names_announce(ts_bytes host)
{
    (void)host;
}

void p1_names_offer(ts_bytes service, uint16_t port, ts_bytes records)
{
    (void)service;
    (void)port;
    (void)records;
}

void p1_names_look_up(ts_bytes host)
{
    (void)host;
}

uint16_t p1_http_port(void)
{
    return 80;
}

void p1_http_receive(uint32_t request)
{
    (void)request;
}

void p1_http_answer(uint32_t request, uint16_t status, ts_bytes type, ts_bytes fields)
{
    (void)request;
    (void)status;
    (void)type;
    (void)fields;
}

bool p1_http_send(uint32_t request, ts_bytes part)
{
    (void)request;
    (void)part;
    return true;
}

uint32_t p1_http_page_check(void)
{
    return 0;
}

void p1_http_send_page(uint32_t request)
{
    (void)request;
}

void p1_http_end(uint32_t request)
{
    (void)request;
}

uint16_t p1_update_chip(void)
{
    return 5;
}

uint32_t p1_update_slot_size(void)
{
    return 0x1e0000;
}

bool p1_update_without_login(void)
{
    return false;
}

void p1_update_begin(void)
{
}

bool p1_update_write(ts_bytes bytes)
{
    (void)bytes;
    return true;
}

void p1_update_finish(void)
{
}

void p1_update_abort(void)
{
}

platform_image_state_t p1_update_state(void)
{
    return PLATFORM_IMAGE_STATE_CONFIRMED;
}

void p1_update_confirm(void)
{
}

uint32_t p1_update_version(ts_span_u8 text)
{
    (void)text;
    return 0;
}

uint32_t p1_update_rolled_back(ts_span_u8 text)
{
    (void)text;
    return 0;
}

void p1_system_restart(void)
{
}

void p1_update_keep_note(ts_bytes bytes)
{
    (void)bytes;
}

uint8_t p1_update_note(ts_span_u8 into)
{
    (void)into;
    return 0;
}

bool p1_download_open(uint32_t id, ts_bytes url, uint32_t from, bool plain)
{
    (void)id;
    (void)url;
    (void)from;
    (void)plain;
    return false;
}

uint32_t p1_download_offset(void)
{
    return 0;
}

void p1_download_receive(void)
{
}

void p1_download_close(void)
{
}

void p1_clock_assume(uint32_t now)
{
    (void)now;
}

void p1_clock_synchronise(ts_bytes server, ts_bytes zone)
{
    (void)server;
    (void)zone;
}
