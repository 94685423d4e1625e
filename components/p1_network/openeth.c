/* The Ethernet of the QEMU machine: an OpenCores MAC with a PHY that always answers. */
#include <stddef.h>

#include "esp_check.h"
#include "esp_eth_mac_openeth.h"
#include "esp_eth_phy.h"
#include "esp_idf_version.h"
#include "esp_log.h"
#include "hardware.h"

static const char *TAG = "p1_network";

/* Before v6.0, ESP-IDF compiles no other PHY with this MAC; from then on, this one is a component of its own. */
static esp_eth_phy_t *new_phy(const eth_phy_config_t *config)
{
#if ESP_IDF_VERSION >= ESP_IDF_VERSION_VAL(6, 0, 0)
    return esp_eth_phy_new_generic(config);
#else
    return esp_eth_phy_new_dp83848(config);
#endif
}

esp_err_t p1_hardware_new(esp_eth_mac_t **mac, esp_eth_phy_t **phy)
{
    const eth_mac_config_t mac_config = ETH_MAC_DEFAULT_CONFIG();
    eth_phy_config_t phy_config = ETH_PHY_DEFAULT_CONFIG();
    phy_config.reset_gpio_num = -1;
    phy_config.autonego_timeout_ms = 100;
    *mac = esp_eth_mac_new_openeth(&mac_config);
    ESP_RETURN_ON_FALSE(*mac != NULL, ESP_FAIL, TAG, "QEMU has no Ethernet: start it with -nic user,model=open_eth.");
    *phy = new_phy(&phy_config);
    ESP_RETURN_ON_FALSE(*phy != NULL, ESP_FAIL, TAG, "There is no memory for the PHY.");
    return ESP_OK;
}

esp_err_t p1_hardware_installed(esp_eth_handle_t driver)
{
    (void)driver;
    return ESP_OK;
}
