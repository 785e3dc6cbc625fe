"""Reads a mail from standard input as a strict reader would and prints what it found as JSON; with
`--all`, a JSON array of mails in base64, and what it found in each."""

import base64
import json
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32, default
from email.utils import parseaddr


def described(part):
    """A part with its parameters, and its content or its own parts."""
    found = {
        "type": part.get_content_type(),
        "parameters": dict(part["Content-Type"].params),
        "disposition": part.get_content_disposition(),
        "filename": part.get_filename(),
        "encoding": part["Content-Transfer-Encoding"],
        "headers": part.keys(),
        "defects": [str(defect) for defect in part.defects],
    }
    if part.is_multipart():
        found["parts"] = [described(inner) for inner in part.iter_parts()]
    else:
        content = part.get_payload(decode=True)
        found["content"] = base64.b64encode(content).decode("ascii")
    return found


def sender(octets):
    """Name and address of From by the older reader: the newer one keeps the blank between two
    encoded words of a name, against RFC 2047 section 6.2."""
    name, address = parseaddr(message_from_bytes(octets, policy=compat32)["From"])
    return str(make_header(decode_header(name))), address


def read(received):
    """What a mail of these octets holds."""
    mail = message_from_bytes(received, policy=default)
    return {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "sender": sender(received),
        "defects": [str(d) for value in mail.values() for d in value.defects],
        "body": described(mail),
    }


if sys.argv[1:] == ["--all"]:
    found = [read(base64.b64decode(mail)) for mail in json.load(sys.stdin)]
else:
    found = read(sys.stdin.buffer.read())
json.dump(found, sys.stdout)
