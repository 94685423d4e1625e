"""A pseudo terminal as a serial port: prints its name, then sends what comes on standard input into it."""

import os
import pty
import sys
import threading
import tty

ours, theirs = pty.openpty()
tty.setraw(theirs)
print(os.ttyname(theirs), flush=True)


def hear():
    while True:
        os.read(ours, 4096)


threading.Thread(target=hear, daemon=True).start()
while chunk := os.read(0, 4096):
    os.write(ours, chunk)
