"""A package of PyPI as a contestant of `npm run bench`: python pypi.py PACKAGE FILE."""

import sys
import time


def dsmr_parser(data: bytes):
    """Gives what reads a telegram, and what shows the numbers of what that gives."""
    from decimal import Decimal

    from dsmr_parser import telegram_specifications
    from dsmr_parser.parsers import TelegramParser

    parser = TelegramParser(telegram_specifications.V5, apply_checksum_validation=True)
    text = data.decode("latin1")

    codes = {each["value_name"]: plain(each["obis_reference"]) for each in telegram_specifications.V5["objects"]}

    def numbers(telegram):
        for name, item in telegram:
            value = getattr(item, "value", None)
            if isinstance(value, (int, Decimal)) and name in codes:
                yield codes[name], value, item.unit

    return (lambda: parser.parse(text)), numbers


def plain(pattern: str) -> str:
    """The code that a pattern is of: `\\d-\\d:1\\.8\\.1.+?\\r\\n` is `1-0:1.8.1`; the digit of a channel is left open."""
    return pattern.replace("\\r\\n", "").replace(".+?", "").replace("\\.", ".").replace("^", "").replace("\\d", "n")


PHASES = ("l1", "l2", "l3")
AMSHAN_CODES = {
    **{code: f"1-0:{code}" for code in ("1.8.1", "1.8.2", "2.8.1", "2.8.2")},
    "active_power_import": "1-0:1.7.0",
    "active_power_export": "1-0:2.7.0",
    **{f"voltage_{phase}": f"1-0:{32 + 20 * i}.7.0" for i, phase in enumerate(PHASES)},
    **{f"current_{phase}": f"1-0:{31 + 20 * i}.7.0" for i, phase in enumerate(PHASES)},
    **{f"active_power_import_{phase}": f"1-0:{21 + 20 * i}.7.0" for i, phase in enumerate(PHASES)},
    **{f"active_power_export_{phase}": f"1-0:{22 + 20 * i}.7.0" for i, phase in enumerate(PHASES)},
}


def amshan(data: bytes):
    """The same for amshan."""
    from han.dlde import ModeDReader, decode_p1_readout

    def read():
        (readout,) = ModeDReader().read(data)
        if not readout.is_valid:
            raise ValueError("its checksum is wrong")
        return decode_p1_readout(readout)

    def numbers(decoded):
        for name, value in decoded.items():
            if isinstance(value, (int, float)):
                yield AMSHAN_CODES.get(name, name), value, None

    return read, numbers


def main() -> None:
    package, file = sys.argv[1:3]
    with open(file, "rb") as source:
        read, numbers = {"dsmr-parser": dsmr_parser, "amshan": amshan}[package](source.read())
    for code, value, unit in numbers(read()):
        print("number", code, value, unit or "", sep="\t")
    print("end\tgood", flush=True)
    for line in sys.stdin:
        times = int(line)
        start = time.perf_counter_ns()
        for _ in range(times):
            read()
        print("took", time.perf_counter_ns() - start, times, sep="\t", flush=True)


main()
