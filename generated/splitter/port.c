/* Made by ts2c from ts/splitter/port.ts: change that file, not this one. */

#include "splitter/port.h"

#define CLIENTS 4

static ts_bytes words_in_splitter_port(platform_sockets_event_t event);

/** The words for what happened at the port, behind "Telegram port N: ". */
static ts_bytes words_in_splitter_port(platform_sockets_event_t event)
{
    switch (event) {
    case PLATFORM_SOCKETS_EVENT_CONNECTED:
        return TS_TEXT("a client came.");
    case PLATFORM_SOCKETS_EVENT_GONE:
        return TS_TEXT("a client left.");
    case PLATFORM_SOCKETS_EVENT_SLOW:
        return TS_TEXT("a client that does not read was dropped.");
    case PLATFORM_SOCKETS_EVENT_REFUSED:
        return TS_TEXT("a client was refused, for four are being served.");
    case PLATFORM_SOCKETS_EVENT_PORT_TAKEN:
        return TS_TEXT("the port can't be opened: another program has it. Set telegram_port.");
    default:
        break;
    }
    TS_UNREACHABLE();
}

void splitter_telegram_port_init(splitter_telegram_port_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->buffer, .length = 128});
    self->settings = settings;
}

void splitter_telegram_port_open(splitter_telegram_port_t *self)
{
    p1_sockets_listen((uint16_t)ts_clamp(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_TELEGRAM_PORT), 0, 65535), CLIENTS);
}

void splitter_telegram_port_telegram(splitter_telegram_port_t *self, ts_bytes telegram)
{
    if (settings_settings_number(self->settings, SETTINGS_SETTING_NAME_TELEGRAM_PORT) != 0u && telegram.length > 0u) {
        p1_sockets_send(telegram);
    }
}

void splitter_telegram_port_tell(splitter_telegram_port_t *self, platform_sockets_event_t event)
{
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("Telegram port "));
    ts2c_writer_int(&self->line, settings_settings_number(self->settings, SETTINGS_SETTING_NAME_TELEGRAM_PORT));
    ts2c_writer_text(&self->line, TS_TEXT(": "));
    ts2c_writer_text(&self->line, words_in_splitter_port(event));
    p1_log_write(event == PLATFORM_SOCKETS_EVENT_PORT_TAKEN ? PLATFORM_LEVEL_ERROR : event == PLATFORM_SOCKETS_EVENT_CONNECTED || event == PLATFORM_SOCKETS_EVENT_GONE ? PLATFORM_LEVEL_INFO : PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
}
