"""A service in a folder of its own, with an event and people in it, and tokens for programs."""

import datetime
import http.cookiejar
import json
import os
import pathlib
import re
import subprocess
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request

SLUG = "water-and-data"
# Seconds for a start, an answer or an end: longer is not waited.
PATIENCE = 30


class Service:
    """Started on a free port with a fresh database; ends with its block."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.log = open(pathlib.Path(self.folder.name, "log"), "w")
        self.process = subprocess.Popen(
            [self.program],
            cwd=self.folder.name,
            env=self.environment(CONVOKE_LISTEN="127.0.0.1:0"),
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        try:
            self.address = self.listening()
        except BaseException:
            self.__exit__()
            raise
        return self

    def listening(self):
        """The address that it says it listens on; its log where it says none in time."""
        late = threading.Timer(PATIENCE, self.process.kill)
        late.start()
        try:
            for line in self.process.stdout:
                if line.startswith("listening on "):
                    return line.split()[-1]
        finally:
            late.cancel()
        raise SystemExit(f"The service did not start:\n{pathlib.Path(self.log.name).read_text()}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
        self.folder.cleanup()

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CONVOKE_")}
        return kept | more

    def tokens(self, count):
        """As an owner makes them in the workspace; each is good for so many requests a minute."""
        made = subprocess.run(
            [self.program, "user", "add", "maya@institute.example", "--role", "owner"],
            cwd=self.folder.name,
            env=self.environment(CONVOKE_BASE_URL=self.address),
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        link = re.search(r"/sign-in/link/\S+", made.stdout).group()
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

        def post(path, **fields):
            request = urllib.request.Request(
                self.address + path,
                data=urllib.parse.urlencode(fields).encode(),
                headers={"Origin": self.address},
            )
            with browser.open(request, timeout=PATIENCE) as answer:
                return answer.read().decode()

        post(link)
        form = {"access": "write", "event": "", "links": "yes", "days": "30"}
        pages = [post("/organise/api", name=f"program {number}", **form) for number in range(count)]
        return [re.search(r'<code dir="ltr">([^<]+)</code>', page).group(1) for page in pages]


class Program:
    """What asks by a token."""

    def __init__(self, service, token):
        self.address = f"{service.address}/api/v1"
        self.token = token

    def ask(self, method, path, body=None, **headers):
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                **{name.replace("_", "-"): value for name, value in headers.items()},
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}") from error


def furnish(program):
    """Gives the service something of everything. What parameters are to be, and what for single operations."""
    day = datetime.date.today() + datetime.timedelta(days=30)
    event = {
        "slug": SLUG,
        "kind": "roundtable",
        "format": "hybrid",
        "time_zone": "Asia/Beirut",
        "languages": ["en", "ar"],
        "title": {"en": "Water and Data", "ar": "المياه والبيانات"},
        "meeting": {"provider": "zoom", "link": "https://zoom.example/j/86512345678"},
        "host": [{"role": "organiser", "name": "Example Institute"}],
        "session": [{"starts": f"{day}T15:00:00", "ends": f"{day}T17:00:00"}],
    }
    # What ends the life of an event is tried on events of its own.
    deeds = ["cancel", "close", "publish", "release", "delete"]
    for slug in [SLUG, *deeds]:
        program.ask("POST", "/events", event | {"slug": slug})
        if slug != "publish":
            program.ask("POST", f"/events/{slug}/publish")
    program.ask("POST", "/events", event | {"slug": "thrown-away"})
    program.ask("DELETE", "/events/thrown-away")
    own = f"/events/{SLUG}"
    decisions = ["approve", "waitlist", "decline", "withdraw"]
    registrations = {}
    for name in ["rana", *decisions]:
        somebody = {"name": name, "email": f"{name}@example.org", "mode": "online"}
        registrations[name] = program.ask("POST", f"{own}/registrations", somebody)["id"]
    registration = registrations["rana"]
    note = program.ask("POST", f"{own}/registrations/{registration}/notes", {"text": "Comes late."})
    people = [
        program.ask("POST", "/people", {"name": {"en": name}, "email": f"{name}@example.org"})["id"]
        for name in ["nino", "zura"]
    ]
    lineup = [
        program.ask("POST", f"{own}/sessions/1/appearances", somebody, If_Match="*")["id"]
        for somebody in [{"role": "speaker", "person": people[0]}, {"role": "speaker"}, {"role": "moderator"}]
    ]
    said = {"kind": "announcement", "subject": "Parking", "text": "Behind the house.", "send_at": f"{day}T09:00:00"}
    announcement = program.ask("POST", f"{own}/announcements", said)
    message = program.ask("GET", f"{own}/messages")["items"][0]
    trashed = program.ask("GET", "/trash")["items"][0]
    there = {
        "event": SLUG,
        "session": "1",
        "registration": registration,
        "note": note["id"],
        "person": people[0],
        "appearance": lineup[0],
        "announcement": announcement["id"],
        "message": message["id"],
        "trashed": trashed["id"],
        "If-Match": "*",
    }
    path = "/api/v1/events/{event}"
    own_things = {f"DELETE {path}": {"event": "delete"}}
    own_things |= {f"POST {path}/{deed}": {"event": deed} for deed in deeds[:-1]}
    one = f"{path}/registrations/{{registration}}"
    own_things |= {f"POST {one}/{deed}": {"registration": registrations[deed]} for deed in decisions}
    # Whoever gets another address is somebody else, with an id of their own.
    one = f"{path}/sessions/{{session}}/appearances/{{appearance}}"
    own_things |= {f"DELETE {one}": {"appearance": lineup[1]}, f"PUT {one}": {"appearance": lineup[2]}}
    own_things |= {"DELETE /api/v1/people/{person}": {"person": people[1]}}
    return there, own_things
