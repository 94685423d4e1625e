/* Ethernet: MACs and PHYs, and the driver on top of them, with one cable. */
#include "esp_eth_driver.h"
#include "esp_eth_mac_esp.h"
#include "esp_eth_mac_openeth.h"
#include "esp_eth_mac_spi.h"
#include "esp_eth_netif_glue.h"
#include "network.h"
#include "stand_in.h"

/* What esp_netif_attach puts there. */
struct esp_eth_netif_glue_t {
    struct esp_netif_obj *netif;
    bool there;
};

esp_event_base_t const ETH_EVENT = "ETH_EVENT";

static struct esp_eth_netif_glue_t glue;
static bool plugged = true;
static bool installed;
static bool started;
static bool link_up;
static bool bus_ready;

static esp_err_t delete_mac(esp_eth_mac_t *mac)
{
    (void)mac;
    if (installed) {
        idf_misuse("the driver still uses the MAC");
    }
    idf_note("mac deleted");
    return ESP_OK;
}

static esp_err_t delete_phy(esp_eth_phy_t *phy)
{
    (void)phy;
    if (installed) {
        idf_misuse("the driver still uses the PHY");
    }
    idf_note("phy deleted");
    return ESP_OK;
}

static esp_eth_mac_t the_mac = {.del = delete_mac};
static esp_eth_phy_t the_phy = {.del = delete_phy};

/* The other end of the cable answers at once. */
static void look_at_link(void)
{
    const bool up = plugged && started;
    if (up == link_up) {
        return;
    }
    link_up = up;
    idf_event(ETH_EVENT, up ? ETHERNET_EVENT_CONNECTED : ETHERNET_EVENT_DISCONNECTED, NULL, 0);
    if (up) {
        idf_netif_up(glue.netif);
    } else {
        idf_netif_down(glue.netif);
    }
}

void idf_cable(bool there)
{
    plugged = there;
    look_at_link();
}

static esp_eth_phy_t *new_phy(const char *name, const eth_phy_config_t *config)
{
    idf_note("phy %s address %d reset %d", name, (int)config->phy_addr, config->reset_gpio_num);
    return &the_phy;
}

esp_eth_phy_t *esp_eth_phy_new_generic(const eth_phy_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    return new_phy("generic", config);
}

esp_eth_phy_t *esp_eth_phy_new_dp83848(const eth_phy_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    return new_phy("dp83848", config);
}

esp_eth_phy_t *esp_eth_phy_new_lan87xx(const eth_phy_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    return new_phy("lan87xx", config);
}

esp_eth_phy_t *esp_eth_phy_new_w5500(const eth_phy_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    return new_phy("w5500", config);
}

esp_eth_mac_t *esp_eth_mac_new_openeth(const eth_mac_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    (void)config;
    idf_note("mac openeth");
    return &the_mac;
}

esp_eth_mac_t *esp_eth_mac_new_esp32(const eth_esp32_emac_config_t *esp32_config, const eth_mac_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    (void)config;
    idf_note("mac esp32 mdc %d mdio %d clock %s %d", esp32_config->smi_gpio.mdc_num, esp32_config->smi_gpio.mdio_num,
             esp32_config->clock_config.rmii.clock_mode == EMAC_CLK_EXT_IN ? "in" : "out",
             esp32_config->clock_config.rmii.clock_gpio);
    return &the_mac;
}

esp_err_t spi_bus_initialize(spi_host_device_t host_id, const spi_bus_config_t *bus_config, spi_dma_chan_t dma_chan)
{
    IDF_MAY_FAIL();
    (void)dma_chan;
    if (bus_ready) {
        return ESP_ERR_INVALID_STATE;
    }
    bus_ready = true;
    idf_note("spi_bus_initialize %d clock %d mosi %d miso %d", (int)host_id, bus_config->sclk_io_num,
             bus_config->mosi_io_num, bus_config->miso_io_num);
    return ESP_OK;
}

esp_eth_mac_t *esp_eth_mac_new_w5500(const eth_w5500_config_t *w5500_config, const eth_mac_config_t *mac_config)
{
    IDF_MAY_FAIL_WITH(NULL);
    (void)mac_config;
    if (!bus_ready) {
        idf_misuse("the SPI bus of the W5500 is not started");
    }
    if ((w5500_config->int_gpio_num < 0) != (w5500_config->poll_period_ms > 0)) {
        idf_misuse("a W5500 either interrupts or is asked");
    }
    idf_note("mac w5500 select %d interrupt %d at %d Hz", w5500_config->spi_devcfg->spics_io_num,
             w5500_config->int_gpio_num, w5500_config->spi_devcfg->clock_speed_hz);
    return &the_mac;
}

esp_err_t esp_eth_driver_install(const esp_eth_config_t *config, esp_eth_handle_t *out_hdl)
{
    IDF_MAY_FAIL();
    if (installed || config->mac == NULL || config->phy == NULL) {
        idf_misuse("one driver is enough, and it needs a MAC and a PHY");
    }
    installed = true;
    *out_hdl = &installed;
    return ESP_OK;
}

esp_err_t esp_eth_driver_uninstall(esp_eth_handle_t hdl)
{
    IDF_MAY_FAIL();
    (void)hdl;
    if (glue.there || started) {
        return ESP_ERR_INVALID_STATE;
    }
    installed = false;
    idf_note("esp_eth_driver_uninstall");
    return ESP_OK;
}

esp_eth_netif_glue_handle_t esp_eth_new_netif_glue(esp_eth_handle_t eth_hdl)
{
    IDF_MAY_FAIL_WITH(NULL);
    (void)eth_hdl;
    glue.there = true;
    return &glue;
}

esp_err_t esp_eth_del_netif_glue(esp_eth_netif_glue_handle_t eth_netif_glue)
{
    IDF_MAY_FAIL();
    *eth_netif_glue = (struct esp_eth_netif_glue_t){0};
    return ESP_OK;
}

esp_err_t esp_eth_ioctl(esp_eth_handle_t hdl, esp_eth_io_cmd_t cmd, void *data)
{
    IDF_MAY_FAIL();
    (void)hdl;
    const uint8_t *mac = data;
    if (cmd == ETH_CMD_S_MAC_ADDR) {
        idf_note("mac address ends in %02x%02x%02x", mac[3], mac[4], mac[5]);
    }
    return ESP_OK;
}

esp_err_t esp_eth_start(esp_eth_handle_t hdl)
{
    IDF_MAY_FAIL();
    (void)hdl;
    if (started) {
        return ESP_ERR_INVALID_STATE;
    }
    started = true;
    idf_note("esp_eth_start");
    look_at_link();
    return ESP_OK;
}

esp_err_t esp_eth_stop(esp_eth_handle_t hdl)
{
    IDF_MAY_FAIL();
    (void)hdl;
    if (!started) {
        return ESP_ERR_INVALID_STATE;
    }
    started = false;
    idf_note("esp_eth_stop");
    look_at_link();
    return ESP_OK;
}
