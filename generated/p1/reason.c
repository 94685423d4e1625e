/* Made by ts2c from ts/p1/reason.ts: change that file, not this one. */

#include "p1/reason.h"

ts_bytes p1_reason_text(p1_skip_reason_t why)
{
    switch (why) {
    case P1_SKIP_REASON_CODE:
        return TS_TEXT("no OBIS code at its beginning");
    case P1_SKIP_REASON_BRACKETS:
        return TS_TEXT("a bracket is missing");
    case P1_SKIP_REASON_EMPTY:
        return TS_TEXT("no value");
    case P1_SKIP_REASON_NUMBER:
        return TS_TEXT("no number where there must be one");
    case P1_SKIP_REASON_TIME:
        return TS_TEXT("no valid time");
    case P1_SKIP_REASON_LIST:
        return TS_TEXT("a list that can't be read");
    case P1_SKIP_REASON_ABSENT:
        return TS_TEXT("no device on this M-Bus channel");
    case P1_SKIP_REASON_TWICE:
        return TS_TEXT("the telegram had this code before");
    case P1_SKIP_REASON_FULL:
        return TS_TEXT("full");
    default:
        break;
    }
    TS_UNREACHABLE();
}
