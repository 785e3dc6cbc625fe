// <passkey-form>: a form whose field `answer` is what the browser says to the challenge that comes from its
// `challenge`. It is hidden where the browser knows no passkeys; codes come by mail to everybody.

const octets = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const known = (keys) => keys?.map((key) => ({ ...key, id: octets(key.id) }));

// What the server says as texts, in octets where the browser wants those.
const inOctets = ({ challenge, user, excludeCredentials, allowCredentials, ...rest }) => ({
  ...rest,
  challenge: octets(challenge),
  ...(user && { user: { ...user, id: octets(user.id) } }),
  excludeCredentials: known(excludeCredentials) ?? [],
  allowCredentials: known(allowCredentials) ?? [],
});

const FIELDS = ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"];

// What the browser says in octets, as texts.
const inTexts = ({ id, rawId, type, response }) => ({
  id,
  rawId: text(rawId),
  type,
  response: Object.fromEntries(
    FIELDS.filter((field) => response[field]).map((field) => [field, text(response[field])]),
  ),
});

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential) return;
    this.hidden = false;
    this.form = this.querySelector("form");
    this.problem = this.querySelector(".problem");
    this.form.addEventListener("submit", (event) => this.submitted(event));
  }

  async submitted(event) {
    event.preventDefault();
    // One question at a time: a second one would use the first one's answer up.
    if (this.busy) return;
    this.busy = true;
    this.problem.hidden = true;
    try {
      await this.answer();
    } catch {
      this.problem.hidden = false;
    } finally {
      this.busy = false;
    }
  }

  async answer() {
    const asked = await fetch(this.getAttribute("challenge"), { method: "POST", redirect: "manual" });
    if (asked.status === 429) throw new Error("too many");
    if (asked.ok) {
      const { publicKey } = await asked.json();
      this.form.elements.answer.value = JSON.stringify(inTexts(await this.ask(inOctets(publicKey))));
    }
    // Where the server asks nothing else, its page says why.
    this.form.submit();
  }

  ask(publicKey) {
    const { credentials } = navigator;
    return publicKey.user ? credentials.create({ publicKey }) : credentials.get({ publicKey });
  }
}
customElements.define("passkey-form", PasskeyForm);
