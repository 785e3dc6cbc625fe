// A line-up put in order without loading the page again: by dragging, and by the buttons that do the
// same as plain forms. Where the server refuses, the form is sent as it is, and its page says why.

class SortList extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    this.addEventListener("submit", (event) => this.submitted(event));
    for (const grip of this.querySelectorAll(".grip")) {
      grip.hidden = false;
      grip.addEventListener("pointerdown", (event) => this.lift(event, grip));
    }
  }

  submitted(event) {
    const form = event.target;
    if (!form.matches("[data-move]")) return;
    event.preventDefault();
    const row = form.closest("li");
    const to = event.submitter.name === "to" ? event.submitter.value : form.elements.to.value;
    this.move(row, Number(to), form, event.submitter);
  }

  async move(row, to, form, button) {
    const place = Math.min(Math.max(to, 1), this.list.children.length);
    const fields = new URLSearchParams({ revision: form.elements.revision.value, to: place });
    const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
    if (answer.type !== "opaqueredirect") return this.sendPlainly(form, place);
    this.put(row, place);
    this.nextRevision();
    this.renumber();
    this.say(row, place);
    if (button && !button.disabled) button.focus();
    else row.focus();
  }

  put(row, place) {
    const others = [...this.list.children].filter((other) => other !== row);
    this.list.insertBefore(row, others[place - 1] ?? null);
  }

  // Every change is a revision of its own.
  nextRevision() {
    for (const field of document.querySelectorAll("input[name=revision]")) {
      field.value = Number(field.value) + 1;
    }
  }

  renumber() {
    const rows = [...this.list.children];
    rows.forEach((row, index) => {
      const [up, down] = [row.querySelector(".up"), row.querySelector(".down")];
      if (!up) return;
      up.value = index;
      up.disabled = index === 0;
      down.value = index + 2;
      down.disabled = index === rows.length - 1;
      row.querySelector("input[type=number]").value = index + 1;
    });
  }

  say(row, place) {
    const words = { "%1": row.dataset.name, "%2": place, "%3": this.list.children.length };
    const text = this.getAttribute("moved").replace(/%[123]/g, (sign) => words[sign]);
    document.getElementById(this.getAttribute("status")).textContent = text;
  }

  sendPlainly(form, place) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "to";
    field.value = place;
    form.append(field);
    form.submit();
  }

  // A row that moves in the page would lose a captured pointer: the whole page is listened to.
  lift(event, grip) {
    event.preventDefault();
    const row = grip.closest("li");
    const from = [...this.list.children].indexOf(row);
    row.classList.add("dragged");
    const held = new AbortController();
    const whileHeld = (type, act) => {
      const ofThisPointer = (other) => other.pointerId === event.pointerId && act(other);
      document.addEventListener(type, ofThisPointer, { signal: held.signal });
    };
    const drop = () => {
      held.abort();
      row.classList.remove("dragged");
      const to = [...this.list.children].indexOf(row);
      if (to !== from) this.move(row, to + 1, row.querySelector("form[data-move]"));
    };
    whileHeld("pointermove", (moved) => this.drag(row, moved.clientY));
    whileHeld("pointerup", drop);
    whileHeld("pointercancel", drop);
  }

  drag(row, y) {
    const isOver = (other) => {
      const { top, bottom } = other.getBoundingClientRect();
      return other !== row && y > top && y < bottom;
    };
    const over = [...this.list.children].find(isOver);
    if (!over) return;
    const { top, height } = over.getBoundingClientRect();
    const next = y > top + height / 2 ? over.nextElementSibling : over;
    if (next !== row && next !== row.nextElementSibling) this.list.insertBefore(row, next);
  }
}

customElements.define("sort-list", SortList);
