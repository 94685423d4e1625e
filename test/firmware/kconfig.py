"""What the project's options are: `kconfig.py KCONFIG…` prints one line of JSON for each target without anybody's choice, and for
each other choice that a test looks at. The options are read by ESP-IDF's own library, in a root that has of ESP-IDF's options only the target."""

import json
import os
import sys
import tempfile

from esp_kconfiglib import Kconfig

TARGETS = ["esp32", "esp32s3", "esp32c3", "esp32c6"]

CHOICES = [
    ("esp32", "P1_WIRING_MICROPYTHON"),
    *((target, "P1_NETWORK_W5500") for target in TARGETS),
    ("esp32", "P1_NETWORK_RMII"),
    ("esp32c3", "P1_NETWORK_WIFI"),
    ("esp32c3", "P1_NETWORK_QEMU"),
]

ROOT = """
config IDF_TARGET
    string
    default "$(IDF_TARGET)"

{targets}
{sources}
"""

TARGET = """
config IDF_TARGET_{name}
    bool
    default y if IDF_TARGET = "{target}"
"""


def options(root: str, target: str, choice: str) -> dict:
    os.environ["IDF_TARGET"] = target
    kconfig = Kconfig(root)
    if choice:
        kconfig.syms[choice].set_value("y")
    return {
        "target": target,
        "choice": choice,
        "warnings": kconfig.warnings,
        "values": {
            name: symbol.str_value
            for name, symbol in kconfig.syms.items()
            if name.startswith("P1_") and symbol.nodes and symbol.str_value not in ("", "n")
        },
    }


def main() -> None:
    targets = "".join(TARGET.format(name=target.upper(), target=target) for target in TARGETS)
    sources = "".join(f'source "{path}"\n' for path in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        root = os.path.join(folder, "Kconfig")
        with open(root, "w", encoding="utf-8") as file:
            file.write(ROOT.format(targets=targets, sources=sources))
        for target in TARGETS:
            print(json.dumps(options(root, target, "")))
        for target, choice in CHOICES:
            print(json.dumps(options(root, target, choice)))


main()
