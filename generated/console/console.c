/* Made by ts2c from ts/console/console.ts: change that file, not this one. */

#include "console/console.h"

static void console_console_obey(console_console_t *self, console_words_t words, uint32_t now);
static void console_console_wifi(console_console_t *self, console_words_t words, uint32_t now);
static void console_console_broker(console_console_t *self, console_words_t words, uint32_t now);
static inline void console_console_password(console_console_t *self, ts_bytes password, uint32_t now);
static inline void console_console_forget_all(console_console_t *self, console_words_t words);
static inline void console_console_change(console_console_t *self, settings_setting_name_t name, ts_bytes value, uint32_t now);
static inline bool console_console_allows(console_console_t *self, settings_setting_name_t name, ts_bytes value);
static inline void console_console_say(console_console_t *self, ts_bytes sentence);
static inline void console_console_flush(console_console_t *self);
static inline bool is(ts_bytes word, ts_bytes text);
static inline void write_help(ts2c_writer_t *out);

static const ts_bytes COMMANDS = {(const uint8_t *)"wifi broker password status factory-reset help", 46};

void console_console_init(console_console_t *self, settings_settings_t *settings, configuration_configuration_t *configuration, portal_login_t *login, console_overview_t *overview, factory_reset_factory_reset_t *factory_reset, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
    self->configuration = configuration;
    self->login = login;
    self->overview = overview;
    self->factory_reset = factory_reset;
    self->out = &scratch->out;
}

void console_console_power_up(console_console_t *self)
{
    (void)self;
    p1_console_listen(COMMANDS);
}

void console_console_on_line(console_console_t *self, ts_bytes line, uint32_t now)
{
    if (line.length > CONSOLE_LINE) {
        console_console_say(self, TS_TEXT("A line has at most 320 bytes. This one was longer, and nothing was done."));
    } else if (!portal_is_utf8(line)) {
        console_console_say(self, TS_TEXT("The line is no UTF-8, so nothing was done: set the terminal to it."));
    } else {
        const console_words_t words = console_words_of(line);
        switch (words.shape) {
        case CONSOLE_SHAPE_UNCLOSED:
            console_console_say(self, TS_TEXT("A quote has no end, so nothing was done. A word that has one kind of quote stands in the other."));
            break;
        case CONSOLE_SHAPE_GLUED:
            console_console_say(self, TS_TEXT("Behind a closing quote comes a space: nothing was done. A word that has \" stands in '\342\200\246'."));
            break;
        case CONSOLE_SHAPE_WORDS:
            console_console_obey(self, words, now);
            break;
        default:
            break;
        }
    }
}

static void console_console_obey(console_console_t *self, console_words_t words, uint32_t now)
{
    if (is(words.command, TS_TEXT("wifi")) && words.count <= 2) {
        console_console_wifi(self, words, now);
    } else if (is(words.command, TS_TEXT("broker")) && (words.count <= 1 || words.count == 3)) {
        console_console_broker(self, words, now);
    } else if (is(words.command, TS_TEXT("password")) && words.count == 1) {
        console_console_password(self, words.first, now);
    } else if (is(words.command, TS_TEXT("status")) && words.count == 0) {
        ts2c_writer_clear(self->out);
        console_overview_write(self->overview, self->out, now);
        console_console_flush(self);
    } else if (is(words.command, TS_TEXT("factory-reset")) && words.count <= 1) {
        console_console_forget_all(self, words);
    } else if (is(words.command, TS_TEXT("help")) && words.count == 0) {
        ts2c_writer_clear(self->out);
        write_help(self->out);
        console_console_flush(self);
    } else if (words.command.length > 0u) {
        ts2c_writer_clear(self->out);
        ts2c_writer_text(self->out, TS_TEXT("There is no such command, or other words belong behind it:\n"));
        write_help(self->out);
        console_console_flush(self);
    }
}

static void console_console_wifi(console_console_t *self, console_words_t words, uint32_t now)
{
    network_attempt_t *const attempt = &self->overview->network->attempt;
    if (p1_network_kind() != PLATFORM_NETWORK_KIND_WIFI && words.count > 0) {
        console_console_say(self, TS_TEXT("This device has no Wi-Fi: plug the cable in."));
    } else if (words.count == 0) {
        ts2c_writer_clear(self->out);
        console_overview_write_network(self->overview, self->out);
        console_console_flush(self);
    } else if (words.first.length == 0u) {
        console_console_say(self, TS_TEXT("A Wi-Fi has a name of 1 to 32 bytes."));
    } else if (network_attempt_is_on(attempt)) {
        console_console_say(self, TS_TEXT("The device is joining a network already: wait for what comes of it."));
    } else if (console_console_allows(self, SETTINGS_SETTING_NAME_WIFI_NAME, words.first) && console_console_allows(self, SETTINGS_SETTING_NAME_WIFI_PASSWORD, words.second)) {
        network_attempt_clear(attempt);
        network_attempt_set_name(attempt, words.first);
        network_attempt_set_password(attempt, words.second);
        network_attempt_ask(attempt, now);
        console_console_say(self, TS_TEXT("It is being tried. The log tells how that went; it is kept if it works."));
    }
}

static void console_console_broker(console_console_t *self, console_words_t words, uint32_t now)
{
    if (words.count == 0) {
        ts2c_writer_clear(self->out);
        publish_connection_describe(self->overview->connection, self->out);
        ts2c_writer_text(self->out, TS_TEXT("\n"));
        console_console_flush(self);
        return;
    }
    const console_broker_address_t value_1 = console_broker_of(words.first);
    const bool is_right = value_1.is_right;
    const ts_bytes host = value_1.host;
    const ts_bytes port = value_1.port;
    if (!is_right) {
        console_console_say(self, TS_TEXT("The broker is HOST or HOST:PORT, without mqtt:// before it and with a port from 1 to 65535."));
        return;
    }
    const ts_bytes usual = settings_settings_number(self->settings, SETTINGS_SETTING_NAME_BROKER_TLS) == 0u ? TS_TEXT("1883") : TS_TEXT("8883");
    if (console_console_allows(self, SETTINGS_SETTING_NAME_BROKER_HOST, host) && console_console_allows(self, SETTINGS_SETTING_NAME_BROKER_USER, words.second) && console_console_allows(self, SETTINGS_SETTING_NAME_BROKER_PASSWORD, words.third)) {
        console_console_change(self, SETTINGS_SETTING_NAME_BROKER_HOST, host, now);
        console_console_change(self, SETTINGS_SETTING_NAME_BROKER_PORT, port.length > 0u ? port : usual, now);
        console_console_change(self, SETTINGS_SETTING_NAME_BROKER_USER, words.second, now);
        console_console_change(self, SETTINGS_SETTING_NAME_BROKER_PASSWORD, words.third, now);
        console_console_say(self, host.length == 0u ? TS_TEXT("The device has no broker from now on.") : TS_TEXT("It is kept. The log tells how it goes; what does not work within two minutes gives way to what did."));
    }
}

/** Only the first one: whoever forgot it forgets more than it, so that its owner notices. */
static inline void console_console_password(console_console_t *self, ts_bytes password, uint32_t now)
{
    if (!portal_may_be_password(password)) {
        console_console_say(self, TS_TEXT("A password has 8 to 64 bytes."));
    } else if (portal_password_is_set(self->login->password)) {
        console_console_say(self, TS_TEXT("The page has a password, which is changed there. Who forgot it holds the board's button for ten seconds, or resets the device."));
    } else if (portal_login_take_password(self->login, TS_TEXT("login_password"), password, now)) {
        console_console_say(self, TS_TEXT("It is being set. The log tells when it is."));
    } else {
        console_console_say(self, TS_TEXT("Another password is being checked: try again."));
    }
}

static inline void console_console_forget_all(console_console_t *self, console_words_t words)
{
    if (is(words.first, TS_TEXT("yes"))) {
        factory_reset_factory_reset_start(self->factory_reset);
    } else {
        console_console_say(self, TS_TEXT("This forgets all settings, passwords and certificates, and restarts. If it is meant: factory-reset yes"));
    }
}

static inline void console_console_change(console_console_t *self, settings_setting_name_t name, ts_bytes value, uint32_t now)
{
    configuration_configuration_change(self->configuration, settings_setting_name_texts[name], value, now);
}

/** Whether a setting may have that value; if not, says why. */
static inline bool console_console_allows(console_console_t *self, settings_setting_name_t name, ts_bytes value)
{
    if (settings_settings_check(self->settings, settings_setting_name_texts[name], value) == SETTINGS_SETTING_RESULT_OK) {
        return true;
    }
    ts2c_writer_clear(self->out);
    ts2c_writer_bytes(self->out, settings_settings_explanation(self->settings));
    ts2c_writer_text(self->out, TS_TEXT(" Nothing was changed.\n"));
    console_console_flush(self);
    return false;
}

static inline void console_console_say(console_console_t *self, ts_bytes sentence)
{
    ts2c_writer_clear(self->out);
    ts2c_writer_text(self->out, sentence);
    ts2c_writer_text(self->out, TS_TEXT("\n"));
    console_console_flush(self);
}

static inline void console_console_flush(console_console_t *self)
{
    p1_console_write(ts2c_writer_view(self->out));
}

static inline bool is(ts_bytes word, ts_bytes text)
{
    return bytes_same_bytes(word, text);
}

/** Writes which commands there are. */
static inline void write_help(ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("wifi                                how the network stands\n"));
    ts2c_writer_text(out, TS_TEXT("wifi NAME [PASSWORD]                tries this Wi-Fi, and keeps it if it works\n"));
    ts2c_writer_text(out, TS_TEXT("broker                              how the connection to the broker stands\n"));
    ts2c_writer_text(out, TS_TEXT("broker HOST[:PORT] [USER PASSWORD]  publishes there from now on; \"\" for no broker\n"));
    ts2c_writer_text(out, TS_TEXT("password PASSWORD                   sets the page's first password\n"));
    ts2c_writer_text(out, TS_TEXT("status                              network, broker, meter, firmware\n"));
    ts2c_writer_text(out, TS_TEXT("factory-reset                       forgets everything\n"));
    ts2c_writer_text(out, TS_TEXT("What has spaces stands in quotes: wifi \"my network\" secret12\n"));
}
