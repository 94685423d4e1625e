/* A wired network: ESP-IDF's Ethernet driver with the board's hardware. */
#include <stddef.h>

#include "esp_check.h"
#include "esp_eth_driver.h"
#include "esp_eth_netif_glue.h"
#include "esp_event.h"
#include "esp_log.h"
#include "esp_netif.h"
#include "hardware.h"
#include "link.h"

static const char *TAG = "p1_network";

/* The other end answers after two or three seconds, and ESP-IDF looks every two. */
const uint32_t p1_link_patience_ms = 8000;
const platform_network_event_t p1_link_absent = PLATFORM_NETWORK_EVENT_NO_CABLE;

static esp_eth_mac_t *mac;
static esp_eth_phy_t *phy;
static esp_eth_handle_t driver;
static esp_eth_netif_glue_handle_t glue;
static esp_netif_t *netif;

static void link_changed(void *arg, esp_event_base_t base, int32_t id, void *data)
{
    (void)arg;
    (void)base;
    (void)data;
    if (id == ETHERNET_EVENT_CONNECTED) {
        p1_link_is_up();
    } else if (id == ETHERNET_EVENT_DISCONNECTED) {
        p1_link_is_down(PLATFORM_NETWORK_EVENT_DOWN);
    }
}

esp_err_t p1_link_init(void)
{
    ESP_RETURN_ON_ERROR(esp_event_handler_register(ETH_EVENT, ESP_EVENT_ANY_ID, link_changed, NULL), TAG,
                        "The cable is not heard of: there is no network.");
    return ESP_OK;
}

static esp_err_t make_driver(void)
{
    ESP_RETURN_ON_ERROR(p1_hardware_new(&mac, &phy), TAG, "The Ethernet hardware can't be used.");
    const esp_eth_config_t config = ETH_DEFAULT_CONFIG(mac, phy);
    ESP_RETURN_ON_ERROR(esp_eth_driver_install(&config, &driver), TAG,
                        "The Ethernet chip does not answer: check its pins.");
    ESP_RETURN_ON_ERROR(p1_hardware_installed(driver), TAG, "The Ethernet chip can't be used.");
    return ESP_OK;
}

/* Each part that is not there: one that could not be taken away is used again. */
static esp_err_t make(void)
{
    if (driver == NULL) {
        ESP_RETURN_ON_ERROR(make_driver(), TAG, "There is no Ethernet.");
    }
    if (netif == NULL) {
        const esp_netif_config_t stack = ESP_NETIF_DEFAULT_ETH();
        netif = esp_netif_new(&stack);
        ESP_RETURN_ON_FALSE(netif != NULL, ESP_ERR_NO_MEM, TAG, "There is no memory for the network interface.");
    }
    if (glue == NULL) {
        glue = esp_eth_new_netif_glue(driver);
        ESP_RETURN_ON_FALSE(glue != NULL, ESP_ERR_NO_MEM, TAG, "There is no memory for the network interface.");
        ESP_RETURN_ON_ERROR(esp_netif_attach(netif, glue), TAG, "The network interface can't be attached.");
    }
    return ESP_OK;
}

/* In the opposite order, as far as it goes. */
static esp_err_t take_away(void)
{
    if (glue != NULL) {
        ESP_RETURN_ON_ERROR(esp_eth_del_netif_glue(glue), TAG, "The network interface can't be taken away.");
        glue = NULL;
    }
    if (netif != NULL) {
        esp_netif_destroy(netif);
        netif = NULL;
    }
    if (driver != NULL) {
        ESP_RETURN_ON_ERROR(esp_eth_driver_uninstall(driver), TAG, "The Ethernet driver can't be taken away.");
        driver = NULL;
    }
    if (phy != NULL) {
        ESP_RETURN_ON_ERROR(phy->del(phy), TAG, "The PHY can't be taken away.");
        phy = NULL;
    }
    if (mac != NULL) {
        ESP_RETURN_ON_ERROR(mac->del(mac), TAG, "The MAC can't be taken away.");
        mac = NULL;
    }
    return ESP_OK;
}

void p1_link_uninstall(void)
{
    (void)take_away();
}

esp_err_t p1_link_install(void)
{
    const esp_err_t error = make();
    if (error != ESP_OK) {
        p1_link_uninstall();
    }
    return error;
}

esp_netif_t *p1_link_netif(void)
{
    return netif;
}

esp_err_t p1_link_start(const char *name, const char *password)
{
    (void)name;
    (void)password;
    ESP_RETURN_ON_ERROR(esp_eth_start(driver), TAG, "Ethernet does not start.");
    return ESP_OK;
}

void p1_link_stop(void)
{
    if (driver == NULL) {
        return;
    }
    const esp_err_t error = esp_eth_stop(driver);
    /* Not started: its start is what failed. */
    if (error != ESP_OK && error != ESP_ERR_INVALID_STATE) {
        ESP_LOGE(TAG, "Ethernet does not stop: %s.", esp_err_to_name(error));
    }
}

void p1_link_scan(void)
{
}
