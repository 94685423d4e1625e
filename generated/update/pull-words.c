/* Made by ts2c from ts/update/pull-words.ts: change that file, not this one. */

#include "update/pull-words.h"

bool update_is_passing(platform_download_event_t event)
{
    return event == PLATFORM_DOWNLOAD_EVENT_UNREACHABLE || event == PLATFORM_DOWNLOAD_EVENT_REFUSED || event == PLATFORM_DOWNLOAD_EVENT_BROKEN;
}

ts_bytes update_download_text(platform_download_event_t event)
{
    switch (event) {
    case PLATFORM_DOWNLOAD_EVENT_UNREACHABLE:
        return TS_TEXT("The server of updates can't be reached: check update_url, and the network's way out.");
    case PLATFORM_DOWNLOAD_EVENT_UNTRUSTED:
        return TS_TEXT("The certificate of the server of updates is over, for another name, or signed by nobody known.");
    case PLATFORM_DOWNLOAD_EVENT_INSECURE:
        return TS_TEXT("The server of updates leads to an address that is not encrypted.");
    case PLATFORM_DOWNLOAD_EVENT_MISSING:
        return TS_TEXT("The server of updates has no such file: check update_url.");
    case PLATFORM_DOWNLOAD_EVENT_REFUSED:
        return TS_TEXT("The server of updates refuses the file.");
    default:
        return TS_TEXT("The connection to the server of updates broke.");
    }
    TS_UNREACHABLE();
}

ts_bytes update_manifest_text(update_manifest_fault_t fault)
{
    switch (fault) {
    case UPDATE_MANIFEST_FAULT_OTHER_PROJECT:
        return TS_TEXT("What is at update_url is another project's manifest.");
    case UPDATE_MANIFEST_FAULT_NO_IMAGE:
        return TS_TEXT("The manifest at update_url has no image for this chip.");
    default:
        return TS_TEXT("What is at update_url is no manifest.");
    }
    TS_UNREACHABLE();
}

ts_bytes update_left_text(update_order_t order)
{
    return order == UPDATE_ORDER_UNKNOWN ? TS_TEXT("Whether it is newer can't be told from the versions: only a person installs it.") : TS_TEXT("It was rolled back before: only a person installs it again.");
}
