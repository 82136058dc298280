// The inbox by keys: j k move, c r u judge, z takes the last verdict back.
import { listen } from "./keys.js";
import { press } from "./verdicts.js";

const queue = document.querySelector("[data-inbox]");
const judged = [];

const items = () => [...(queue?.querySelectorAll("[data-item]") ?? [])];
const current = () => document.activeElement?.closest?.("[data-item]") ?? null;
const waits = (item) => !item.classList.contains("judged");

function move(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(current());
  const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function judge(key) {
  const item = current() ?? items().find(waits);
  if (!current()) item?.focus();
  press(item, key);
}

function undo() {
  if (press(current(), "z")) return;
  for (const id of [...judged].reverse()) if (press(document.getElementById(id), "z")) return;
}

document.body.addEventListener("reviewed", (event) => {
  const { id } = event.detail;
  judged.push(id);
  // The new card takes the place of the old; then on to the next that waits.
  requestAnimationFrame(() => {
    const card = document.getElementById(id);
    if (!card || !queue?.contains(card)) return;
    const all = items();
    const next = waits(card) ? card : all.slice(all.indexOf(card) + 1).find(waits);
    (next ?? card).focus({ preventScroll: true });
    (next ?? card).scrollIntoView({ block: "nearest" });
  });
});

if (queue) {
  listen({
    j: () => move(1), k: () => move(-1),
    c: () => judge("c"), r: () => judge("r"), u: () => judge("u"), z: undo,
  });
}
if (location.hash) document.getElementById(location.hash.slice(1))?.focus();
