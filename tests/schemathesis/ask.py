"""Asks a service all that the document of its API says may be asked: ask.py PROGRAM."""

import json
import os
import pathlib
import signal
import subprocess
import sys

from service import Program, Service, furnish

HERE = pathlib.Path(__file__).parent
SCHEMATHESIS = pathlib.Path(sys.executable).parent / "schemathesis"
# A token is good for 600 requests a minute.
TOKENS = 20
# Seconds for all that is asked in one way.
PATIENCE = 30 * 60


def main():
    # Whoever ends this ends the service, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
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
    counted = pathlib.Path(service.folder.name, "statuses.json")
    counted.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "CONVOKE_TOKENS": json.dumps(tokens),
        "CONVOKE_STATUSES": str(counted),
        "PYTHONPATH": str(HERE),
    }
    run = subprocess.run(command, env=environment, cwd=service.folder.name, check=False, timeout=PATIENCE)
    statuses = json.loads(counted.read_text()) if counted.exists() else {}
    return run.returncode == 0 and was_let_in(statuses, bool(tokens))


def was_let_in(statuses, with_tokens):
    """Whether it was asked as it should be: with tokens that were sent and good, or by nobody who was let in."""
    print("answered:", ", ".join(f"{status} {times}x" for status, times in sorted(statuses.items())), flush=True)
    if not statuses or "429" in statuses:
        return False
    if not with_tokens:
        return not any(status.startswith("2") for status in statuses)
    # Some of the checks leave the token out on purpose.
    return statuses.get("401", 0) < sum(statuses.values()) / 2


main()
