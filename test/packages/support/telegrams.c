/* Plays the standard input, 7 bytes at a time, to the example of the component p1_reader. */
#include <stdio.h>

#include "p1_reader/platform/cipher.h"
#include "show.h"

static p1_reader_t reader;

int main(void)
{
    uint8_t chunk[7];
    p1_reader_init(&reader);
    for (size_t length; (length = fread(chunk, 1, sizeof(chunk), stdin)) > 0;) {
        for (uint32_t at = 0; at < length;) {
            at = p1_reader_read(&reader, (ts_bytes){.data = chunk, .length = (uint32_t)length}, at);
            show_outcome(&reader);
        }
    }
    p1_reader_silence(&reader);
    show_outcome(&reader);
    return 0;
}

/* No key is set, so no frame is begun. */
bool p1_cipher_gcm_start(ts_bytes key, ts_bytes nonce, ts_bytes additional)
{
    (void)key, (void)nonce, (void)additional;
    return false;
}

bool p1_cipher_gcm_update(ts_bytes cipher, ts_span_u8 plain)
{
    (void)cipher, (void)plain;
    return false;
}

bool p1_cipher_gcm_finish(ts_bytes tag)
{
    (void)tag;
    return false;
}
