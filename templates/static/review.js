"use strict";
// Keys for the desk: a key presses the button, follows the link or opens the part that carries it as data-key.
// Everything can be reached without.
(() => {
  const box = document.getElementById("keys-on");
  const kept = "tracker-keys";
  try {
    if (box && localStorage.getItem(kept) === "off") box.checked = false;
  } catch { /* a browser may keep nothing */ }
  if (box) box.addEventListener("change", () => {
    try { localStorage.setItem(kept, box.checked ? "on" : "off"); } catch { /* as above */ }
  });

  const holder = (element) => element.closest("details:not([open])");

  function press(element) {
    if (element instanceof HTMLDetailsElement) {
      element.open = !element.open;
      const first = element.querySelector(element.open ? "[data-first], button, input:not([type=hidden])" : "summary");
      if (first) first.focus();
    } else if (element instanceof HTMLInputElement) {
      element.focus();
    } else {
      element.click();
    }
  }

  function close() {
    const open = [...document.querySelectorAll("details[data-key][open]")];
    for (const each of open) each.open = false;
    if (open.length) open[0].querySelector("summary").focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.key === "Escape") { close(); return; }
    const writing = event.target instanceof HTMLElement && event.target.closest("input:not([type=checkbox]), select, textarea");
    if (writing || !box || !box.checked) return;
    const found = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
    if (!found) return;
    const shut = holder(found);
    if (shut && found !== shut && event.key !== "x") return; // a number decides only where its reason can be read
    event.preventDefault();
    press(found);
  });

  // One press, one decision: a form that was sent is not sent again, until the page is come back to.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const each of document.forms) delete each.dataset.sent;
  });
})();
