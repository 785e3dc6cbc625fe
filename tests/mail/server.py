"""A real mail server for the tests: server.py FOLDER plain|starttls|implicit [CERTIFICATE KEY].

It prints its port, takes the user `convoke` with the password `pass: word%`, and writes every mail
into FOLDER before it answers for it."""

import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder = pathlib.Path(sys.argv[1])
mode = sys.argv[2]


class Keeper:
    """Keeps each mail as a file of its octets and a file of how it came."""

    def __init__(self):
        self.connections = set()
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.connections.add(session.peer)
        self.count += 1
        how = {
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "encrypted": session.ssl is not None or mode == "implicit",
            "authenticated": session.authenticated,
            "hello": session.host_name,
            "connections": len(self.connections),
        }
        (folder / f"{self.count}.eml").write_bytes(envelope.original_content)
        (folder / f"{self.count}.json").write_text(json.dumps(how))
        return "250 2.0.0 kept"


def authenticate(server, session, envelope, mechanism, data):
    known = LoginPassword(b"convoke", b"pass: word%")
    # Not handled: the server itself is to say what it thinks of it.
    return AuthResult(success=data == known, handled=False)


def certificate():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[3], sys.argv[4])
    return context


async def serve():
    keeper = Keeper()
    starttls = certificate() if mode == "starttls" else None
    implicit = certificate() if mode == "implicit" else None

    def conversation():
        return SMTP(
            keeper,
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=authenticate,
            auth_required=mode != "plain",
            auth_require_tls=starttls is not None,
        )

    server = await asyncio.get_running_loop().create_server(
        conversation, "127.0.0.1", 0, ssl=implicit
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
