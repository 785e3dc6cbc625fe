// Conveniences of the pages about registrations; all of them work without.

// <live-count src>: asks now and then how many there are, while somebody looks.
const EVERY = 10_000;
class LiveCount extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.ask(), EVERY);
  }
  disconnectedCallback() {
    clearInterval(this.timer);
  }
  async ask() {
    if (document.visibilityState !== "visible") return;
    try {
      const answer = await fetch(this.getAttribute("src"), { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const counts = await answer.json();
      for (const figure of this.querySelectorAll("[data-count]")) {
        figure.textContent = String(counts[figure.dataset.count] ?? 0);
      }
      const stamp = this.querySelector("time.stamp");
      if (stamp) stamp.textContent = counts.at;
    } catch {
      // The next try may be luckier.
    }
  }
}
customElements.define("live-count", LiveCount);

// <tick-all label>: ticks every box of its form's table.
class TickAll extends HTMLElement {
  connectedCallback() {
    const boxes = () => this.closest("form").querySelectorAll("input[name=id]");
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => boxes().forEach((one) => (one.checked = box.checked)));
    label.append(box, ` ${this.getAttribute("label")}`);
    this.replaceChildren(label);
  }
}
customElements.define("tick-all", TickAll);

// <request-triage>: single keys mark the request that has the focus and lead to the next. The place of a
// key counts where a layout has no Latin letters.
class RequestTriage extends HTMLElement {
  connectedCallback() {
    this.requests = [...this.querySelectorAll(".request")];
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("change", () => this.count());
    this.focusOn(0);
    this.count();
  }
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("textarea, input:not([type=radio])")) return;
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
    const at = this.requests.findIndex((request) => request.contains(document.activeElement));
    if (key === "j" || key === "k") {
      this.focusOn(at + (key === "j" ? 1 : -1));
    } else {
      const mark = this.requests[Math.max(at, 0)]?.querySelector(`[data-key="${key}"]`);
      if (!mark) return;
      mark.checked = true;
      this.count();
      if (at === this.requests.length - 1) this.querySelector("button[type=submit]").focus();
      else this.focusOn(at + 1);
    }
    event.preventDefault();
  }
  focusOn(index) {
    const request = this.requests[Math.min(Math.max(index, 0), this.requests.length - 1)];
    request?.querySelector("input:checked")?.focus();
  }
  count() {
    const marked = this.querySelectorAll('.marks input:checked:not([value=""])').length;
    const said = this.querySelector("[data-marked]");
    if (said) said.textContent = marked ? `${this.getAttribute("status")} ${marked}` : "";
  }
}
customElements.define("request-triage", RequestTriage);
