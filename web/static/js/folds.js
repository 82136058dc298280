// Panels that fold away; on a phone they are sheets, one at a time, and begin folded.
const NARROW = "(max-width: 820px)";
const LOW = 860;
const BUTTONS = { filters: "filters", details: "details", drawer: "table" };

export class Folds {
  constructor(desk, changed) {
    this.desk = desk;
    this.changed = changed;
    this.narrow = matchMedia(NARROW);
    for (const name of Object.keys(BUTTONS)) this.set(name, this.begins(name));
  }

  begins(name) {
    if (this.narrow.matches) return false;
    const kept = localStorage.getItem(`fold-${name}`);
    if (kept) return kept === "open";
    return name !== "drawer" || innerHeight >= LOW;
  }

  panel(name) {
    return this.desk.querySelector(`[data-fold="${name}"]`);
  }

  set(name, open) {
    this.panel(name).classList.toggle("folded", !open);
    this.desk.querySelector(`.toolbar [data-act="${BUTTONS[name]}"]`).setAttribute("aria-pressed", String(open));
    if (open && this.narrow.matches) {
      for (const other of Object.keys(BUTTONS)) if (other !== name) this.set(other, false);
    }
    this.changed();
  }

  open(name) {
    if (this.panel(name).classList.contains("folded")) this.set(name, true);
  }

  turn(name) {
    const open = this.panel(name).classList.contains("folded");
    this.set(name, open);
    if (!this.narrow.matches) localStorage.setItem(`fold-${name}`, open ? "open" : "folded");
  }
}
