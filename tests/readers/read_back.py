"""Reads calendar objects with icalendar, recurring-ical-events and vobject.

usage: read_back.py FILE START/END[,START/END...] [FILE ...]

START and END are the instants of each entry in UTC, as 20221125T130000Z. Every reader has to find
exactly these; objects with a METHOD of iTIP have one organizer and one attendee, others no attendee.
"""

import sys
from datetime import datetime, timedelta, timezone

import icalendar
import recurring_ical_events
import vobject

FORM = "%Y%m%dT%H%M%SZ"


class Fault(Exception):
    """What a reader found wrong."""


def instant(text):
    return datetime.strptime(text, FORM).replace(tzinfo=timezone.utc)


def expect(what, found, expected):
    if found != expected:
        raise Fault(f"{what} is {found}, not {expected}")


def spans(pairs):
    """Pairs of instants, readable and in their order."""
    in_utc = ([at.astimezone(timezone.utc).strftime(FORM) for at in pair] for pair in pairs)
    return sorted("/".join(pair) for pair in in_utc)


def check_with_icalendar(octets, expected):
    calendar = icalendar.Calendar.from_ical(octets)
    for component in calendar.walk():
        expect(f"the list of errors in {component.name}", component.errors, [])
    events = calendar.walk("VEVENT")
    expect(
        "what icalendar reads",
        spans((event.decoded("dtstart"), event.decoded("dtend")) for event in events),
        expected,
    )
    occurrences = [
        occurrence
        for event in events
        for occurrence in recurring_ical_events.of(calendar).between(
            event.decoded("dtstart") - timedelta(seconds=1),
            event.decoded("dtend") + timedelta(seconds=1),
        )
        if occurrence["UID"] == event["UID"]
    ]
    expect(
        "what recurring-ical-events finds",
        spans((found.decoded("dtstart"), found.decoded("dtend")) for found in occurrences),
        expected,
    )
    is_itip = calendar.get("METHOD") in ("REQUEST", "CANCEL")
    for event in events:
        check_people(event, is_itip)
        check_link(event)


def check_people(event, is_itip):
    for name, count in (("ATTENDEE", int(is_itip)), ("ORGANIZER", 1)):
        found = event.get(name, [])
        found = found if isinstance(found, list) else [found]
        expect(f"the number of {name}", len(found), count)
        for address in found:
            expect(f"the scheme of {address}", address[:7], "mailto:")


def check_link(event):
    """The address is the same whether it is escaped (LOCATION, DESCRIPTION) or not (CONFERENCE)."""
    if "CONFERENCE" in event:
        link = str(event["CONFERENCE"])
        expect("LOCATION", str(event["LOCATION"]), link)
        first = str(event["DESCRIPTION"]).split("\n")[0]
        expect("the end of the first line of DESCRIPTION", first[-len(link) :], link)


def check_with_vobject(octets, expected):
    calendar = vobject.readOne(octets.decode("utf-8"))
    calendar.validate(raiseException=True)
    read = [(event.dtstart.value, event.dtend.value) for event in calendar.vevent_list]
    expect("what vobject reads", spans(read), expected)


def main(arguments):
    if not arguments or len(arguments) % 2:
        sys.exit(__doc__)
    failed = False
    for path, expectation in zip(arguments[::2], arguments[1::2]):
        with open(path, "rb") as file:
            octets = file.read()
        pairs = (pair.split("/") for pair in expectation.split(","))
        expected = spans((instant(start), instant(end)) for start, end in pairs)
        for check in (check_with_icalendar, check_with_vobject):
            try:
                check(octets, expected)
            except Exception as fault:  # Readers fail in ways of their own.
                failed = True
                print(f"{path}: {check.__name__}: {fault!r}", file=sys.stderr)
    sys.exit(failed)


main(sys.argv[1:])
