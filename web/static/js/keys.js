// Keys of one letter, or of two in a row, that do nothing while the reader types.
const LAPSE = 900;
const actions = new Map();
let before = "";
let since = 0;

function typing(target) {
  return target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
}

export function listen(table) {
  for (const [keys, act] of Object.entries(table)) actions.set(keys, act);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const now = Date.now();
  const pair = now - since < LAPSE ? `${before} ${event.key}` : "";
  const act = actions.get(pair) ?? actions.get(event.key);
  before = event.key;
  since = now;
  if (!act) return;
  event.preventDefault();
  before = "";
  act(event);
});
