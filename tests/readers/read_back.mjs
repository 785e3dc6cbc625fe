// Reads calendar objects with ical.js and node-ical.
//
// usage: read_back.mjs [--own-rules] FILE START/END[,START/END...] [FILE ...]
//
// START and END are the instants of each entry in UTC, as 20221125T130000Z. Both readers have to
// find exactly these. ical.js is made to work by the object's own VTIMEZONE and by nothing else;
// node-ical goes by Node's zone data, which may be older or newer than ours, and is left out with
// --own-rules.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

ICAL.design.strict = true;

function form(instant) {
  return instant.toISOString().replace(/[-:]|\.000/g, "");
}

function withIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  const zones = new Map();
  for (const component of calendar.getAllSubcomponents("vtimezone")) {
    const zone = new ICAL.Timezone(component);
    assert(!zones.has(zone.tzid), `${zone.tzid} is defined twice`);
    zones.set(zone.tzid, zone);
  }
  const events = calendar.getAllSubcomponents("vevent");
  for (const event of events) {
    checkPeople(event, calendar.getFirstPropertyValue("method"));
    checkLink(event);
  }
  return events.map((event) => {
    const [start, end] = ["dtstart", "dtend"].map((name) => {
      const property = event.getFirstProperty(name);
      const time = property.getFirstValue();
      const tzid = property.getParameter("tzid");
      if (tzid === undefined) {
        assert.equal(time.zone, ICAL.Timezone.utcTimezone, `${name} floats`);
        return form(new Date(time.toUnixTime() * 1000));
      }
      assert(zones.has(tzid), `${tzid} is not defined`);
      time.zone = zones.get(tzid);
      return form(new Date(time.toUnixTime() * 1000));
    });
    return `${start}/${end}`;
  });
}

function checkPeople(event, method) {
  const attendees = ["REQUEST", "CANCEL"].includes(method) ? 1 : 0;
  assert.equal(event.getAllProperties("attendee").length, attendees, "number of ATTENDEE");
  assert.equal(event.getAllProperties("organizer").length, 1, "number of ORGANIZER");
}

function checkLink(event) {
  const link = event.getFirstPropertyValue("conference");
  if (link !== null) {
    assert.equal(event.getFirstPropertyValue("location"), link, "LOCATION");
    const [first] = event.getFirstPropertyValue("description").split("\n");
    assert(first.endsWith(link), "the first line of DESCRIPTION lacks the link");
  }
}

function withNodeIcal(text) {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((component) => component.type === "VEVENT")
    .map((event) => `${form(event.start)}/${form(event.end)}`);
}

const commandLine = process.argv.slice(2);
const ownRules = commandLine[0] === "--own-rules";
if (ownRules) commandLine.shift();
const readers = ownRules ? [withIcalJs] : [withIcalJs, withNodeIcal];
if (commandLine.length === 0 || commandLine.length % 2 !== 0) {
  console.error("usage: read_back.mjs [--own-rules] FILE START/END[,START/END...] [FILE ...]");
  process.exit(2);
}
for (let at = 0; at < commandLine.length; at += 2) {
  const [path, expectation] = commandLine.slice(at, at + 2);
  const text = readFileSync(path, "utf8");
  for (const read of readers) {
    try {
      assert.deepEqual(read(text).sort(), expectation.split(",").sort());
    } catch (fault) {
      console.error(`${path}: ${read.name}: ${fault.message}`);
      process.exitCode = 1;
    }
  }
}
