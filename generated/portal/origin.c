/* Made by ts2c from ts/portal/origin.ts: change that file, not this one. */

#include "portal/origin.h"

#define COLON_IN_PORTAL_ORIGIN 58

#define OPEN_BRACKET 91

#define COMMA_IN_PORTAL_ORIGIN 44

static inline bool is_name(ts_bytes host, ts_bytes name);
static inline bool is_page_of(ts_bytes origin, ts_bytes scheme, ts_bytes host);
static inline bool is_ipv6(ts_bytes host);
static ts_bytes without_port(ts_bytes host);
static bool is_listed(ts_bytes list, ts_bytes host);
static bool same_word(ts_bytes a, ts_bytes b);

bool portal_is_our_host(ts_bytes fields, settings_settings_t *settings, network_own_name_t *own_name)
{
    const ts_bytes host = without_port(portal_field_of(fields, TS_TEXT("host")));
    return network_parse_address(host) != NETWORK_NO_ADDRESS || is_ipv6(host) || same_word(host, TS_TEXT("localhost")) || is_name(host, settings_settings_text(settings, SETTINGS_SETTING_NAME_HOST_NAME)) || is_name(host, network_own_name_proposal(own_name)) || is_listed(settings_settings_text(settings, SETTINGS_SETTING_NAME_ALLOWED_HOSTS), host);
}

/** Whether a host is this name, bare or with `.local`. */
static inline bool is_name(ts_bytes host, ts_bytes name)
{
    const ts_bytes behind = ts_bytes_subarray(host, name.length, 4294967295u);
    return same_word(ts_bytes_subarray(host, 0, name.length), name) && (behind.length == 0u || same_word(behind, TS_TEXT(".local")));
}

bool portal_is_our_origin(ts_bytes fields)
{
    const ts_bytes origin = portal_field_of(fields, TS_TEXT("origin"));
    const ts_bytes host = portal_field_of(fields, TS_TEXT("host"));
    return origin.length == 0u || is_page_of(origin, TS_TEXT("http://"), host) || is_page_of(origin, TS_TEXT("https://"), host);
}

static inline bool is_page_of(ts_bytes origin, ts_bytes scheme, ts_bytes host)
{
    return origin.length > scheme.length && bytes_same_bytes(ts_bytes_slice(origin, 0, scheme.length), scheme) && same_word(ts_bytes_subarray(origin, scheme.length, 4294967295u), host);
}

/** Whether a host is an address of IPv6, which stands in brackets. */
static inline bool is_ipv6(ts_bytes host)
{
    return host.length > 0u && host.data[0] == OPEN_BRACKET;
}

/** A host without `:` and a port behind it; nothing where something else is behind it. */
static ts_bytes without_port(ts_bytes host)
{
    const int32_t colon = (int32_t)ts_bytes_index_of(host, COLON_IN_PORTAL_ORIGIN, 0);
    if (colon < 0 || is_ipv6(host)) {
        return host;
    }
    const ts_bytes value_1 = ts_bytes_subarray(host, colon + 1, 4294967295u);
    for (uint32_t i = 0; i < value_1.length; i++) {
        const uint8_t byte = value_1.data[i];
        if (byte < 48 || byte > 57) {
            return TS_TEXT("");
        }
    }
    return ts_bytes_slice(host, 0, (uint32_t)colon);
}

/** Whether `host` is one of the words of `list`, which has commas between them, and spaces as one likes. */
static bool is_listed(ts_bytes list, ts_bytes host)
{
    ts_bytes rest = list;
    while (rest.length > 0u) {
        const int32_t comma = (int32_t)ts_bytes_index_of(rest, COMMA_IN_PORTAL_ORIGIN, 0);
        if (host.length > 0u && same_word(portal_trimmed(comma < 0 ? rest : ts_bytes_slice(rest, 0, (uint32_t)comma)), host)) {
            return true;
        }
        rest = comma < 0 ? ts_bytes_subarray(rest, rest.length, 4294967295u) : ts_bytes_subarray(rest, comma + 1, 4294967295u);
    }
    return false;
}

/** Whether two words are the same, whatever the case of their letters. */
static bool same_word(ts_bytes a, ts_bytes b)
{
    if (a.length != b.length) {
        return false;
    }
    for (uint32_t i = 0; i < a.length && i < b.length; i++) {
        if (p1_lower_case(a.data[i]) != p1_lower_case(b.data[i])) {
            return false;
        }
    }
    return true;
}
