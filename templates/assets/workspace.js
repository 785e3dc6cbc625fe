// Small conveniences of the workspace: nothing here is needed to work.

// The menu closes when somebody goes elsewhere.
const closeMenus = (isLeft) => {
  for (const menu of document.querySelectorAll("details.desk-menu[open]")) {
    if (isLeft(menu)) menu.open = false;
  }
};
document.addEventListener("click", ({ target }) => closeMenus((menu) => !menu.contains(target)));
document.addEventListener("keydown", ({ key }) => closeMenus(() => key === "Escape"));

// The tab that is open is in sight, however far along its row it stands.
for (const link of document.querySelectorAll("nav li > [aria-current]")) {
  const row = link.closest("ul");
  const [seen, here] = [row.getBoundingClientRect(), link.getBoundingClientRect()];
  if (row.scrollWidth > row.clientWidth) row.scrollLeft += here.left + here.width / 2 - seen.left - seen.width / 2;
}

// <copy-button>: copies the text of what its `for` names.
class CopyButton extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small second";
    button.textContent = this.getAttribute("label");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(this.getAttribute("for")).textContent.trim());
      button.textContent = this.getAttribute("done");
    });
    this.replaceChildren(button);
  }
}
customElements.define("copy-button", CopyButton);
