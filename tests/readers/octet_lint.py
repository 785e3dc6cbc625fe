"""Checks the octets of calendar objects, which no reader does (CAL-14, CAL-16).

usage: octet_lint.py FILE...
"""

import re
import sys

LINE = 75
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def faults(octets):
    """Says what is wrong with an object."""
    if octets.startswith(b"\xef\xbb\xbf"):
        yield "begins with a byte order mark"
    if not octets.endswith(b"\r\n"):
        yield "does not end in CRLF"
    lines = octets.split(b"\r\n")[:-1]
    for number, line in enumerate(lines, 1):
        if len(line) > LINE:
            yield f"line {number} has {len(line)} octets"
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield f"line {number} holds a control character or half a line break"
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number} begins or ends inside a character"
            continue
        if BIDI.search(text):
            yield f"line {number} holds a bidi control character"
        if not text.strip():
            yield f"line {number} is empty"
    for number, (line, following) in enumerate(zip(lines, lines[1:]), 1):
        if not following.startswith((b" ", b"\t")):
            continue
        if line.endswith((b" ", b"\t")) or following[1:2] in (b" ", b"\t"):
            yield f"line {number} is broken beside a blank"
        if (len(line) - len(line.rstrip(b"\\"))) % 2:
            yield f"line {number} is broken inside an escape"


def main(paths):
    if not paths:
        sys.exit(__doc__)
    found = False
    for path in paths:
        with open(path, "rb") as file:
            for fault in faults(file.read()):
                found = True
                print(f"{path}: {fault}", file=sys.stderr)
    sys.exit(found)


main(sys.argv[1:])
