/* Made by ts2c from ts/neighbours/homewizard-service.ts: change that file, not this one. */

#include "neighbours/homewizard-service.h"

const ts_bytes NEIGHBOURS_SERVICE = {(const uint8_t *)"_hwenergy", 9};

const ts_bytes NEIGHBOURS_PRODUCT_TYPE = {(const uint8_t *)"HWE-P1", 6};

const ts_bytes NEIGHBOURS_PRODUCT_NAME = {(const uint8_t *)"P1 meter", 8};

void neighbours_write_serial(ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("000000"));
    chip_id_write_chip_id(out);
}

ts_bytes neighbours_records(ts2c_writer_t *out)
{
    ts2c_writer_clear(out);
    ts2c_writer_text(out, TS_TEXT("api_enabled=1\npath=/api/v1\nserial="));
    neighbours_write_serial(out);
    ts2c_writer_text(out, TS_TEXT("\nproduct_name="));
    ts2c_writer_text(out, NEIGHBOURS_PRODUCT_NAME);
    ts2c_writer_text(out, TS_TEXT("\nproduct_type="));
    ts2c_writer_text(out, NEIGHBOURS_PRODUCT_TYPE);
    ts2c_writer_text(out, TS_TEXT("\n"));
    return ts2c_writer_view(out);
}
