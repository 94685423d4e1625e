/* The ESP32's own MAC, and a PHY that is wired to it by RMII, as on Ethernet boards. */
#include <stddef.h>

#include "esp_check.h"
#include "esp_eth_mac_esp.h"
#include "esp_eth_phy.h"
#include "esp_idf_version.h"
#include "esp_log.h"
#include "hardware.h"
#include "sdkconfig.h"

#if ESP_IDF_VERSION >= ESP_IDF_VERSION_VAL(6, 0, 0)
#include "esp_eth_phy_ip101.h"
#include "esp_eth_phy_lan87xx.h"
#endif

static const char *TAG = "p1_network";

static esp_eth_phy_t *new_phy(void)
{
    eth_phy_config_t config = ETH_PHY_DEFAULT_CONFIG();
    config.phy_addr = CONFIG_P1_NETWORK_PHY_ADDRESS;
    config.reset_gpio_num = CONFIG_P1_NETWORK_PHY_RESET_PIN;
#if CONFIG_P1_NETWORK_PHY_LAN87XX
    return esp_eth_phy_new_lan87xx(&config);
#elif CONFIG_P1_NETWORK_PHY_IP101
    return esp_eth_phy_new_ip101(&config);
#else
    return esp_eth_phy_new_generic(&config);
#endif
}

/* The clock is set here and not in ESP-IDF's options, which v6.0 no longer has for it. */
static esp_eth_mac_t *new_mac(void)
{
    const eth_mac_config_t common = ETH_MAC_DEFAULT_CONFIG();
    eth_esp32_emac_config_t config = ETH_ESP32_EMAC_DEFAULT_CONFIG();
    config.smi_gpio.mdc_num = CONFIG_P1_NETWORK_MDC_PIN;
    config.smi_gpio.mdio_num = CONFIG_P1_NETWORK_MDIO_PIN;
#if CONFIG_P1_NETWORK_CLOCK_FROM_PHY
    config.clock_config.rmii.clock_mode = EMAC_CLK_EXT_IN;
#else
    config.clock_config.rmii.clock_mode = EMAC_CLK_OUT;
#endif
    config.clock_config.rmii.clock_gpio = CONFIG_P1_NETWORK_CLOCK_PIN;
    return esp_eth_mac_new_esp32(&config, &common);
}

esp_err_t p1_hardware_new(esp_eth_mac_t **mac, esp_eth_phy_t **phy)
{
    *mac = new_mac();
    ESP_RETURN_ON_FALSE(*mac != NULL, ESP_FAIL, TAG, "The MAC can't use its pins, or has no memory.");
    *phy = new_phy();
    ESP_RETURN_ON_FALSE(*phy != NULL, ESP_FAIL, TAG, "There is no memory for the PHY.");
    return ESP_OK;
}

esp_err_t p1_hardware_installed(esp_eth_handle_t driver)
{
    (void)driver;
    return ESP_OK;
}
