/* A W5500 on an SPI bus of its own. */
#include <stdbool.h>
#include <stddef.h>

#include "driver/gpio.h"
#include "driver/spi_master.h"
#include "esp_check.h"
#include "esp_eth_phy.h"
#include "esp_idf_version.h"
#include "esp_log.h"
#include "esp_mac.h"
#include "hardware.h"
#include "sdkconfig.h"

#if ESP_IDF_VERSION >= ESP_IDF_VERSION_VAL(6, 0, 0)
#include "esp_eth_mac_w5500.h"
#include "esp_eth_phy_w5500.h"
#else
#include "esp_eth_mac_spi.h"
#endif

#define HOST      SPI2_HOST
#define INTERRUPT CONFIG_P1_NETWORK_W5500_INTERRUPT_PIN
/* How often the chip is asked where it can't interrupt. */
#define POLL_MS 10

static const char *TAG = "p1_network";

/* What is started once: the bus, and ESP-IDF's interrupts of pins. */
static bool bus_ready;
static bool interrupts_ready;

static esp_err_t start_bus(void)
{
    if (!interrupts_ready && INTERRUPT >= 0) {
        ESP_RETURN_ON_ERROR(gpio_install_isr_service(0), TAG, "Pins can't interrupt.");
        interrupts_ready = true;
    }
    if (!bus_ready) {
        const spi_bus_config_t bus = {
            .mosi_io_num = CONFIG_P1_NETWORK_W5500_MOSI_PIN,
            .miso_io_num = CONFIG_P1_NETWORK_W5500_MISO_PIN,
            .sclk_io_num = CONFIG_P1_NETWORK_W5500_CLOCK_PIN,
            .quadwp_io_num = -1,
            .quadhd_io_num = -1,
        };
        ESP_RETURN_ON_ERROR(spi_bus_initialize(HOST, &bus, SPI_DMA_CH_AUTO), TAG, "The SPI bus can't use its pins.");
        bus_ready = true;
    }
    return ESP_OK;
}

static esp_eth_mac_t *new_mac(void)
{
    const eth_mac_config_t common = ETH_MAC_DEFAULT_CONFIG();
    spi_device_interface_config_t device = {
        .clock_speed_hz = CONFIG_P1_NETWORK_W5500_CLOCK_MHZ * 1000 * 1000,
        .spics_io_num = CONFIG_P1_NETWORK_W5500_SELECT_PIN,
        .queue_size = 20,
    };
    eth_w5500_config_t config = ETH_W5500_DEFAULT_CONFIG(HOST, &device);
#if ESP_IDF_VERSION >= ESP_IDF_VERSION_VAL(6, 0, 0)
    config.base.int_gpio_num = INTERRUPT;
    config.base.poll_period_ms = INTERRUPT < 0 ? POLL_MS : 0;
#else
    config.int_gpio_num = INTERRUPT;
    config.poll_period_ms = INTERRUPT < 0 ? POLL_MS : 0;
#endif
    return esp_eth_mac_new_w5500(&config, &common);
}

esp_err_t p1_hardware_new(esp_eth_mac_t **mac, esp_eth_phy_t **phy)
{
    ESP_RETURN_ON_ERROR(start_bus(), TAG, "The W5500 can't be reached.");
    *mac = new_mac();
    ESP_RETURN_ON_FALSE(*mac != NULL, ESP_FAIL, TAG, "The W5500 can't use its pins, or has no memory.");
    eth_phy_config_t config = ETH_PHY_DEFAULT_CONFIG();
    config.reset_gpio_num = CONFIG_P1_NETWORK_W5500_RESET_PIN;
    *phy = esp_eth_phy_new_w5500(&config);
    ESP_RETURN_ON_FALSE(*phy != NULL, ESP_FAIL, TAG, "There is no memory for the PHY.");
    return ESP_OK;
}

/* The W5500 has no address of its own: it gets the one that the chip has for Ethernet. */
esp_err_t p1_hardware_installed(esp_eth_handle_t driver)
{
    uint8_t address[6];
    ESP_RETURN_ON_ERROR(esp_read_mac(address, ESP_MAC_ETH), TAG, "The chip's Ethernet address can't be read.");
    ESP_RETURN_ON_ERROR(esp_eth_ioctl(driver, ETH_CMD_S_MAC_ADDR, address), TAG,
                        "The W5500 does not take its address.");
    return ESP_OK;
}
