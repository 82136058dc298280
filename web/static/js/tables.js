// A table that sorts by its heads, is walked by j, k and arrows, and is copied as CSV.
export class Table {
  constructor(element, cells, onPick) {
    this.element = element;
    this.body = element.tBodies[0];
    this.cells = cells;
    this.onPick = onPick;
    this.rows = [];
    this.sorted = { name: null, down: false };
    for (const head of element.querySelectorAll("th[data-sort]")) {
      head.querySelector("button").addEventListener("click", () => this.sort(head.dataset.sort));
    }
    this.body.addEventListener("click", (event) => this.pick(event.target.closest("tr")));
    this.body.addEventListener("keydown", (event) => this.key(event));
  }

  names() {
    return [...this.element.querySelectorAll("th[data-sort]")].map((head) => head.dataset.sort);
  }

  show(rows) {
    this.rows = rows;
    this.draw();
  }

  draw() {
    const { name, down } = this.sorted;
    const order = [...this.rows];
    if (name) {
      const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      order.sort((left, right) => {
        const [a, b] = [left.values[name], right.values[name]];
        const turn = typeof a === "number" ? a - b : collator.compare(a ?? "", b ?? "");
        return down ? -turn : turn;
      });
    }
    this.order = order;
    this.body.replaceChildren(...order.map((row) => this.row(row)));
  }

  row(row) {
    const line = document.createElement("tr");
    line.dataset.id = row.id;
    line.tabIndex = -1;
    line.setAttribute("aria-selected", String(row.id === this.picked));
    for (const name of this.names()) {
      const cell = document.createElement("td");
      if (typeof row.values[name] === "number") cell.className = "figure";
      cell.append(...[this.cells(row, name)].flat());
      line.append(cell);
    }
    if (row.id === this.picked || (!this.picked && row === this.order?.[0])) line.tabIndex = 0;
    return line;
  }

  sort(name) {
    this.sorted = { name, down: this.sorted.name === name && !this.sorted.down };
    for (const head of this.element.querySelectorAll("th[data-sort]")) {
      if (head.dataset.sort === name) head.setAttribute("aria-sort", this.sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    this.draw();
  }

  pick(line, quietly = false) {
    if (!line) return;
    this.mark(line.dataset.id);
    line.focus({ preventScroll: true });
    if (!quietly) this.onPick(line.dataset.id);
  }

  mark(id) {
    this.picked = id;
    for (const line of this.body.rows) {
      const on = line.dataset.id === id;
      line.setAttribute("aria-selected", String(on));
      line.tabIndex = on ? 0 : -1;
      if (on) line.scrollIntoView({ block: "nearest" });
    }
    if (![...this.body.rows].some((line) => line.tabIndex === 0) && this.body.rows[0]) this.body.rows[0].tabIndex = 0;
  }

  move(by) {
    const lines = [...this.body.rows];
    const at = lines.findIndex((line) => line.dataset.id === this.picked);
    this.pick(lines[Math.max(0, Math.min(lines.length - 1, at + by))]);
  }

  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) { event.preventDefault(); this.move(by); }
    if (event.key === "Enter") this.pick(event.target.closest("tr"));
  }

  csv() {
    // A cell that a spreadsheet would run as a formula begins with an apostrophe instead.
    const plain = (value) => String(value ?? "").replace(/^(?=[=@\t\r]|[+-]\D)/, "'");
    const quote = (value) => `"${plain(value).replaceAll('"', '""')}"`;
    const heads = [...this.element.querySelectorAll("th[data-sort]")].map((head) => head.textContent.trim());
    const lines = (this.order ?? []).map((row) => this.names().map((name) => quote(row.csv?.[name] ?? row.values[name])).join(","));
    return [heads.map(quote).join(","), ...lines].join("\r\n");
  }
}
