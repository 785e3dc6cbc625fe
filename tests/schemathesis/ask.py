"""Asks a service all that the document of its API says may be asked: ask.py PROGRAM."""

import json
import os
import pathlib
import subprocess
import sys

from service import Program, Service, furnish

HERE = pathlib.Path(__file__).parent
SCHEMATHESIS = pathlib.Path(sys.executable).parent / "schemathesis"
# A token is good for 600 requests a minute.
TOKENS = 20


def main():
    with Service(sys.argv[1]) as service:
        tokens = service.tokens(TOKENS)
        there, own = furnish(Program(service, tokens[0]))
        config = pathlib.Path(service.folder.name, "schemathesis.toml")
        config.write_text((HERE / "schemathesis.toml").read_text() + parameters(there, own))
        ways = {"without a token": [], "with tokens": tokens}
        failed = [way for way, given in ways.items() if not holds(service, config, way, given)]
    if failed:
        raise SystemExit(f"The API is not as its document says, asked {' and '.join(failed)}.")


def parameters(there, own):
    """Real ids in place of made up ones, so that more than 404 is answered."""

    def table(values):
        return "".join(f"{json.dumps(name)} = {json.dumps(value)}\n" for name, value in values.items())

    sections = [f"\n[parameters]\n{table(there)}"]
    for operation, values in own.items():
        name = json.dumps(operation)
        sections.append(f"\n[[operations]]\ninclude-name = {name}\n[operations.parameters]\n{table(values)}")
    return "".join(sections)


def holds(service, config, way, tokens):
    """Whether the service answers as its document says."""
    print(f"== {way}", flush=True)
    command = [
        SCHEMATHESIS,
        "--config-file",
        config,
        "run",
        f"{service.address}/api/openapi.json",
        "--url",
        service.address,
    ]
    environment = {**os.environ, "CONVOKE_TOKENS": json.dumps(tokens), "PYTHONPATH": str(HERE)}
    return subprocess.run(command, env=environment, cwd=service.folder.name, check=False).returncode == 0


main()
