// What every page does: keys, suggestions, menus, forms that send themselves, walking lists.
import { listen } from "./keys.js";
import { suggest } from "./suggestions.js";

document.documentElement.classList.add("scripted");

const box = document.getElementById("seek");
if (box) suggest(box, document.getElementById("suggestions"));

function go(path) {
  return () => location.assign(path);
}

function openNetwork() {
  const head = document.querySelector("[data-network]");
  if (head) location.assign(head.dataset.network);
}

listen({
  "/": () => { box.focus(); box.select(); },
  "?": go("/help"),
  "g s": go("/"),
  "g i": go("/inbox"),
  "g w": go("/identities"),
  "g u": go("/uploads"),
  "g r": go("/reports"),
  "g n": openNetwork,
});

// Menus close when the reader turns elsewhere.
const menus = document.querySelectorAll("details.menu");
document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
  }
});

// Filters send themselves, without the fields that are empty, so that addresses stay short.
for (const form of document.querySelectorAll("form[data-live]")) {
  form.addEventListener("change", (event) => {
    if (event.target.type !== "text") form.requestSubmit();
  });
}
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    const empty = [...form.elements].filter((field) => field.name && !field.value);
    for (const field of empty) field.disabled = true;
    setTimeout(() => { for (const field of empty) field.disabled = false; });
  });
}
// On a phone, filters begin folded: what was found comes first.
if (matchMedia("(max-width: 900px)").matches) {
  for (const fold of document.querySelectorAll("form.filters > .fold")) fold.open = false;
}

// A list that j and k walk through; Enter opens what is current.
const list = document.querySelector("[data-walk]:not([data-inbox])");
if (list) {
  const steps = [...list.querySelectorAll("[data-step]")];
  let at = -1;
  const move = (by) => {
    at = Math.max(0, Math.min(steps.length - 1, at + by));
    for (const step of steps) step.removeAttribute("aria-current");
    steps[at].setAttribute("aria-current", "true");
    steps[at].scrollIntoView({ block: "nearest" });
    steps[at].querySelector("a").focus({ preventScroll: true });
  };
  listen({ j: () => move(1), k: () => move(-1) });
}

document.body.addEventListener("htmx:responseError", (event) => {
  // An answer that is an error is shown where the answer would have stood; htmx alone drops it.
  const place = event.detail.target;
  const shown = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const trouble = shown.querySelector(".trouble");
  if (!place || !trouble || place.id === "glance") return;
  place.querySelectorAll(":scope > .trouble").forEach((old) => old.remove());
  place.append(trouble);
});
