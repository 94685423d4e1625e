/**
 * @file
 * @brief Fetches files over HTTPS: esp_http_client, with the certificate bundle.
 *
 * What the device calls (`p1_download_open` and the rest) is declared in `platform/download.h`, which is made from
 * `ts/platform/download.ts`. The task and the memory for a download are there while it lasts.
 */
#pragma once

#include "platform/download.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Tells what happened to a download. Called by the task that fetches it.
 *
 * @param id the device's number of the download
 * @param event what happened
 * @param bytes a part of the body; they stay until the device asks for the next one
 */
typedef void (*p1_download_event_t)(uint32_t id, platform_download_event_t event, ts_bytes bytes);

/**
 * @brief Says whom to tell.
 */
void p1_download_init(p1_download_event_t event);

#ifdef __cplusplus
}
#endif
