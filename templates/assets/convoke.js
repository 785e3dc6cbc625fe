// Adds the visitor's own time beside the event's (U-1). The zone is the browser's; it is never sent.

const hours = { numberingSystem: "latn", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const daysAndHours = { ...hours, weekday: "long", day: "numeric", month: "long" };

// "2022-11-25T15:00:00+02:00" is on the 25th for the event, whatever day it is for the visitor.
const dayForTheEvent = (iso) => iso.slice(0, 10);
const dayForTheVisitor = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
const clockForTheEvent = (iso) => iso.slice(11, 16);
const clockForTheVisitor = (date) =>
  [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");

class LocalTime extends HTMLElement {
  connectedCallback() {
    const [from, to] = ["starts", "ends"].map((name) => this.getAttribute(name));
    const [start, end] = [new Date(from), new Date(to)];
    const sameDay = dayForTheVisitor(start) === dayForTheEvent(from);
    if (sameDay && clockForTheVisitor(start) === clockForTheEvent(from)) return;

    const language = document.documentElement.lang;
    const endsThatDay = dayForTheVisitor(start) === dayForTheVisitor(end);
    const format = new Intl.DateTimeFormat(
      language === "en" ? "en-GB" : language,
      sameDay && endsThatDay ? hours : daysAndHours,
    );
    const label = document.createElement("span");
    label.className = "local-time-label";
    label.textContent = this.getAttribute("label");
    const value = document.createElement("time");
    value.dateTime = start.toISOString();
    value.textContent = format.formatRange(start, end);
    this.replaceChildren(label, " ", value);
  }
}

customElements.define("local-time", LocalTime);
