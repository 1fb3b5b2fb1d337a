#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// ical-read.mjs < FILE.ics: what ical.js reads, a field a line, as ical-read.c prints it. Times in UTC.
// Exit status: 0 it was read, 1 it has a fault.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const text = readFileSync(0, "utf8");
const print = (name, value) => console.log(`${name}=${String(value).replaceAll("\n", "\\n")}`);

function printTime(component, name) {
  const time = component.getFirstPropertyValue(name.toLowerCase());
  if (time === null) return;
  const utc = time.isDate ? time : time.convertToZone(ICAL.Timezone.utcTimezone);
  print(name, utc.toICALString());
}

function printPerson(property, name) {
  print(name, property.getFirstValue());
  for (const parameter of ["CN", "CUTYPE", "ROLE", "PARTSTAT", "RSVP"]) {
    const value = property.getParameter(parameter.toLowerCase());
    if (value !== undefined) print(`  ${parameter}`, value);
  }
}

const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const method = calendar.getFirstPropertyValue("method");
if (method !== null) print("METHOD", method);
for (const component of calendar.getAllSubcomponents()) {
  if (component.name === "vtimezone") continue;
  console.log(`[${component.name.toUpperCase()}]`);
  for (const name of ["DTSTAMP", "DTSTART", "DTEND", "DUE"]) printTime(component, name);
  if (component.hasProperty("rrule")) {
    const start = component.getFirstPropertyValue("dtstart");
    const days = component.name === "vevent" ? new ICAL.RecurExpansion({ component, dtstart: start }) : [];
    for (let day; (day = days.next()); ) print("OCCURS", day.toICALString());
  }
  for (const name of ["UID", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "DESCRIPTION", "RELATED-TO", "URL"]) {
    const value = component.getFirstPropertyValue(name.toLowerCase());
    if (value !== null) print(name, value);
  }
  for (const name of ["ORGANIZER", "ATTENDEE"])
    for (const property of component.getAllProperties(name.toLowerCase())) printPerson(property, name);
}
