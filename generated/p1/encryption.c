/* Made by ts2c from ts/p1/encryption.ts: change that file, not this one. */

#include "p1/encryption.h"

#define KEY_SIZE 16

#define BLOCK_SIZE 64

static inline void p1_encryption_decrypt(p1_encryption_t *self);

const ts_bytes p1_tag_verdict_texts[3] = {
    {(const uint8_t *)"none", 4},
    {(const uint8_t *)"right", 5},
    {(const uint8_t *)"wrong", 5},
};

void p1_encryption_init(p1_encryption_t *self)
{
    memset(self, 0, sizeof(*self));
}

void p1_encryption_configure(p1_encryption_t *self, ts_bytes key, ts_bytes additional)
{
    self->has_key = key.length == KEY_SIZE;
    if (key.length == KEY_SIZE) {
        ts_span_u8_set((ts_span_u8){.data = self->key, .length = 16}, key.data, key.length, 0);
    }
    const ts_bytes part = ts_bytes_subarray(additional, 0, P1_ADDITIONAL_LIMIT);
    if (part.length <= P1_ADDITIONAL_LIMIT) {
        ts_span_u8_set((ts_span_u8){.data = self->additional, .length = 64}, part.data, part.length, 0);
        self->additional_length = (uint8_t)part.length;
    }
}

void p1_encryption_begin(p1_encryption_t *self, p1_frame_head_t *head)
{
    p1_frame_head_write_nonce(head, (ts_span_u8){.data = self->nonce, .length = 12});
    self->cipher_left = p1_frame_head_cipher_length(head);
    self->tag_length = (uint8_t)(p1_frame_head_is_authenticated(head) ? P1_TAG_SIZE : 0);
    self->tag_used = 0;
    self->used = 0;
    self->plain_length = 0;
    self->decrypts = self->has_key && p1_cipher_gcm_start((ts_bytes){.data = self->key, .length = 16}, (ts_bytes){.data = self->nonce, .length = 12}, ts_bytes_slice((ts_bytes){.data = self->additional, .length = 64}, 0, self->additional_length));
}

bool p1_encryption_is_decrypting(p1_encryption_t *self)
{
    return self->decrypts;
}

bool p1_encryption_is_whole(p1_encryption_t *self)
{
    return self->cipher_left == 0 && self->tag_used >= self->tag_length;
}

void p1_encryption_take(p1_encryption_t *self, uint8_t byte)
{
    self->plain_length = 0;
    const uint32_t used = self->used;
    const uint32_t tag_used = self->tag_used;
    if (self->cipher_left > 0 && used < BLOCK_SIZE) {
        self->cipher_left--;
        self->block[used] = byte;
        self->used = (uint8_t)(used + 1u);
        if (self->used == BLOCK_SIZE || self->cipher_left == 0) {
            p1_encryption_decrypt(self);
        }
    } else if (tag_used < P1_TAG_SIZE) {
        self->tag[tag_used] = byte;
        self->tag_used = (uint8_t)(tag_used + 1u);
    }
}

ts_bytes p1_encryption_text(p1_encryption_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->plain, .length = 64}, 0, self->plain_length);
}

static inline void p1_encryption_decrypt(p1_encryption_t *self)
{
    const uint32_t length = self->used;
    self->used = 0;
    if (self->decrypts) {
        self->decrypts = p1_cipher_gcm_update(ts_bytes_slice((ts_bytes){.data = self->block, .length = 64}, 0, length), ts_span_u8_slice((ts_span_u8){.data = self->plain, .length = 64}, 0, length));
        self->plain_length = (uint8_t)(self->decrypts ? length : 0u);
    }
}

p1_tag_verdict_t p1_encryption_verdict(p1_encryption_t *self)
{
    if (!self->decrypts || self->tag_length == 0) {
        return P1_TAG_VERDICT_NONE;
    }
    return p1_cipher_gcm_finish((ts_bytes){.data = self->tag, .length = 12}) ? P1_TAG_VERDICT_RIGHT : P1_TAG_VERDICT_WRONG;
}
