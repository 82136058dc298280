// The desk of a network: the picture, what is done with it, and the panels round it.
/* global vis, htmx */
import { drawn, fanned, lined, loadDrawings, readTones, remember } from "./drawing.js";
import { listen } from "./keys.js";
import { badge, element, say } from "./pictures.js";
import { Folds } from "./folds.js";
import { Table } from "./tables.js";
import { press } from "./verdicts.js";

const LABELLED = innerWidth < 820 ? 8 : 24;
const CLOSEST = 1.25;
const MARGIN = 0.88; // a name is wider than its sign
const desk = document.querySelector("[data-desk]");
const words = JSON.parse(desk.dataset.words);
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const address = new URLSearchParams(location.search);

const nodes = new Map();
const edges = new Map();
const hidden = new Set((address.get("hide") ?? "").split(",").filter(Boolean));
const expanded = (address.get("with") ?? "").split(",").filter(Boolean);
const steps = [];
let selected = { kind: null, id: null };
let picture;
let shownNodes;
let shownEdges;

const folds = new Folds(desk, () => picture?.redraw());
const button = (act) => desk.querySelector(`.toolbar [data-act="${act}"]`);

// ---- what is shown ----------------------------------------------------------------------------

function visibleEdges() {
  return [...edges.values()].filter(({ from, to }) => !hidden.has(from) && !hidden.has(to));
}

function redraw() {
  const scaleOf = () => picture?.getScale() ?? 1;
  const seen = [...nodes.values()].filter(({ id }) => !hidden.has(id));
  const lines = visibleEdges();
  const labelled = lines.length <= LABELLED;
  const near = new Set(selected.kind === "node" ? lines.filter(({ from, to }) => from === selected.id || to === selected.id).map(({ id }) => id) : []);
  seen.forEach(remember);
  replace(shownNodes, seen.map((node) => drawn(node, scaleOf)));
  replace(shownEdges, fanned(lines).map((edge) => lined(edge, labelled || near.has(edge.id), selected.kind === "edge" && edge.id === selected.id, scaleOf())));
  button("undo").disabled = !steps.length;
  tabulate();
}

function replace(set, rows) {
  const wanted = new Set(rows.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(rows);
}

function keepAddress() {
  const query = new URLSearchParams(location.search);
  const put = (name, value) => (value ? query.set(name, value) : query.delete(name));
  put("with", expanded.join(","));
  put("hide", [...hidden].join(","));
  put("pin", [...nodes.values()].filter(({ pinned }) => pinned).map(({ id, x, y }) => `${id}:${Math.round(x)}:${Math.round(y)}`).join(","));
  put("select", selected.id ?? "");
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  history.replaceState(history.state, "", text ? `${location.pathname}?${text}` : location.pathname);
  desk.querySelector("[data-with]").value = expanded.join(",");
}

function takePositions() {
  for (const [id, { x, y }] of Object.entries(picture.getPositions())) Object.assign(nodes.get(id) ?? {}, { x, y });
}

function done(undo) {
  if (undo) steps.push(undo);
  redraw();
  keepAddress();
}

// ---- what the reader does ---------------------------------------------------------------------

async function ask(ids) {
  const query = new URLSearchParams(location.search);
  for (const name of ["hide", "pin", "select"]) query.delete(name);
  query.set("with", ids.join(","));
  query.set("format", "json");
  const answer = await fetch(`${desk.dataset.address}?${query}`);
  if (!answer.ok) throw new Error((await answer.json()).error.title);
  return (await answer.json()).picture;
}

async function expand(id) {
  if (!id || id === desk.dataset.center) return;
  let found;
  try {
    found = await ask([...new Set([...expanded, id])]);
  } catch (error) {
    return tell(error instanceof TypeError ? words.failed : error.message);
  }
  takePositions();
  const before = new Map([...nodes].map(([key, node]) => [key, node.hiddenNeighbours]));
  const fresh = found.nodes.filter((node) => !nodes.has(node.id));
  const back = found.nodes.filter((node) => hidden.delete(node.id)).map((node) => node.id);
  const lines = found.edges.filter((edge) => !edges.has(edge.id));
  ring(nodes.get(id), fresh);
  for (const node of found.nodes) {
    if (nodes.has(node.id)) nodes.get(node.id).hiddenNeighbours = node.hiddenNeighbours;
  }
  for (const node of fresh) nodes.set(node.id, { ...node, center: false });
  for (const line of lines) edges.set(line.id, line);
  if (!expanded.includes(id)) expanded.push(id);
  say(fresh.length || back.length ? `+${fresh.length + back.length} ${words.expanded}` : words.nothing);
  done(() => {
    for (const node of fresh) nodes.delete(node.id);
    for (const line of lines) edges.delete(line.id);
    for (const node of back) hidden.add(node);
    for (const [key, more] of before) if (nodes.has(key)) nodes.get(key).hiddenNeighbours = more;
    expanded.splice(expanded.indexOf(id), 1);
  });
}

// New entities stand round the one they belong to, on the side away from the middle.
function ring(parent, fresh) {
  const placed = [...nodes.values()];
  const middle = placed.reduce((sum, { x, y }) => ({ x: sum.x + x / placed.length, y: sum.y + y / placed.length }), { x: 0, y: 0 });
  const away = Math.atan2(parent.y - middle.y, parent.x - middle.x);
  const spread = fresh.length > 6 ? 2 * Math.PI : Math.PI * 0.9;
  const radius = Math.max(170, (fresh.length * 120) / spread);
  fresh.forEach((node, at) => {
    const angle = away + (fresh.length === 1 ? 0 : spread * (at / (fresh.length - (spread < 6 ? 1 : 0)) - 0.5));
    let reach = radius;
    const spot = () => ({ x: parent.x + Math.cos(angle) * reach * 1.2, y: parent.y + Math.sin(angle) * reach });
    while (reach < radius * 4 && placed.some(({ x, y }) => Math.hypot(x - spot().x, y - spot().y) < 85)) reach += 45;
    Object.assign(node, spot());
    placed.push(node);
  });
}

function hide(id) {
  if (!id || id === desk.dataset.center) return;
  takePositions();
  hidden.add(id);
  select(null, null);
  say(words.hidden);
  done(() => hidden.delete(id));
}

function pin(id) {
  const node = nodes.get(id);
  if (!node) return;
  takePositions();
  node.pinned = !node.pinned;
  remember({ id, pinned: node.pinned });
  done(() => { node.pinned = !node.pinned; remember({ id, pinned: node.pinned }); });
  actions();
}

function undo() {
  const last = steps.pop();
  if (!last) return press(desk.querySelector("[data-details]"), "z");
  takePositions();
  last();
  redraw();
  keepAddress();
}

function fit() {
  picture.fit({ animation: false, maxZoomLevel: CLOSEST });
  zoom(MARGIN);
}

function zoom(by) {
  picture.moveTo({ scale: picture.getScale() * by });
}

// ---- what is selected -------------------------------------------------------------------------

function select(kind, id) {
  selected = { kind, id };
  takePositions();
  redraw();
  picture.setSelection({ nodes: kind === "node" ? [id] : [], edges: [] }, { highlightEdges: false });
  (kind === "node" ? tables.entities : tables.connections).mark(id);
  keepAddress();
  actions();
  if (!kind) return;
  folds.open("details");
  const from = (kind === "node" ? desk.dataset.card : desk.dataset.connection).replace("ID", encodeURIComponent(id));
  const place = desk.querySelector("[data-details]");
  place.className = "";
  htmx.ajax("GET", from, { target: place, swap: "innerHTML" });
}

function actions() {
  const bar = desk.querySelector("[data-actions]");
  const node = selected.kind === "node" ? nodes.get(selected.id) : null;
  bar.hidden = !node;
  if (!node) return;
  const make = (text, act) => {
    const one = element("button", "small", text);
    one.type = "button";
    one.addEventListener("click", act);
    return one;
  };
  const more = node.hiddenNeighbours ? ` (+${node.hiddenNeighbours})` : "";
  const center = element("a", "button small", words.center);
  center.href = `${desk.dataset.page.replace("ID", encodeURIComponent(node.id))}/network`;
  const parts = [make(node.pinned ? words.unpin : words.pin, () => pin(node.id))];
  if (node.id !== desk.dataset.center) {
    parts.unshift(make(words.expand + more, () => expand(node.id)), make(words.hide, () => hide(node.id)));
    parts.push(center);
  }
  bar.replaceChildren(...parts);
}

function tell(text) {
  const place = desk.querySelector("[data-details]");
  folds.open("details");
  place.replaceChildren(element("p", "trouble", text));
}

// ---- the tables -------------------------------------------------------------------------------

function entityCell(id) {
  const node = nodes.get(id);
  return [badge(node.type, node.typeWords), node.name];
}

function connectionCell(row, name) {
  if (name === "from" || name === "to") return entityCell(row.edge[name]);
  if (name === "status") return element("span", "certainty", element("span", `line ${row.edge.status}`), row.edge.statusWords);
  if (name === "first" || name === "last") return row.edge[`${name}Words`] ?? "";
  return String(row.values[name] ?? "");
}

const table = (name) => desk.querySelector(`table[data-table="${name}"]`);
const tables = {
  connections: new Table(table("connections"), connectionCell, (id) => select("edge", id)),
  entities: new Table(table("entities"), (row, name) => (name === "name" ? entityCell(row.id) : String(row.values[name] ?? "")), (id) => select("node", id)),
};
let open = "connections";

function tabulate() {
  const lines = visibleEdges();
  const kinds = {};
  const degrees = {};
  for (const edge of lines) {
    kinds[edge.kind] = (kinds[edge.kind] ?? 0) + 1;
    for (const end of [edge.from, edge.to]) degrees[end] = (degrees[end] ?? 0) + 1;
  }
  tables.connections.show(lines.map((edge) => ({
    id: edge.id,
    edge,
    values: {
      from: nodes.get(edge.from).name, kind: edge.kindWords, to: nodes.get(edge.to).name, status: edge.statusWords,
      claims: edge.claims, reports: edge.reports, first: edge.first, last: edge.last,
    },
  })));
  tables.entities.show([...nodes.values()].filter(({ id }) => !hidden.has(id)).map((node) => ({
    id: node.id,
    values: {
      name: node.name, detail: node.detail, type: node.typeWords, role: node.roles.join(", "),
      reports: node.reports, shown: degrees[node.id] ?? 0, more: node.hiddenNeighbours,
    },
  })));
  for (const place of desk.querySelectorAll("[data-count]")) place.textContent = kinds[place.dataset.count] ?? "";
}

for (const tab of desk.querySelectorAll("[data-tab]")) {
  tab.addEventListener("click", () => {
    open = tab.dataset.tab;
    for (const other of desk.querySelectorAll("[data-tab]")) other.setAttribute("aria-selected", String(other === tab));
    for (const name of Object.keys(tables)) table(name).hidden = name !== open;
  });
}

async function copy() {
  const text = tables[open].csv();
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
    desk.querySelector('[data-act="copy"]').lastChild.textContent = words.copied;
  } catch (error) {
    // Without leave for the clipboard the same goes into a file.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    const link = element("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
    link.download = `${open}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

// ---- after a verdict --------------------------------------------------------------------------

document.body.addEventListener("reviewed", async () => {
  let found;
  try {
    found = await ask(expanded);
  } catch (error) {
    return say(error.message);
  }
  const now = new Map(found.edges.map((edge) => [edge.id, edge]));
  for (const id of edges.keys()) if (!now.has(id)) edges.delete(id);
  for (const node of found.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  for (const [id, edge] of now) edges.set(id, edge);
  takePositions();
  redraw();
});

// ---- the beginning ----------------------------------------------------------------------------

function filters() {
  const form = desk.querySelector("form.filters");
  const all = form.querySelector("[data-all]");
  form.addEventListener("change", (event) => {
    if (event.target === all) for (const box of form.querySelectorAll('[name="kind"]')) box.checked = false;
    if (event.target.name === "kind") all.checked = !form.querySelector('[name="kind"]:checked');
    form.requestSubmit();
  });
}

function listenToPicture() {
  picture.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node) select("node", node);
    else if (edge) select("edge", edge);
    else select(null, null);
  });
  picture.on("doubleClick", ({ nodes: [node] }) => { if (node) expand(node); });
  let later = 0;
  picture.on("zoom", () => { clearTimeout(later); later = setTimeout(() => { takePositions(); redraw(); }, 120); });
  picture.on("dragEnd", ({ nodes: moved }) => {
    if (!moved.length) return;
    takePositions();
    for (const id of moved) { nodes.get(id).pinned = true; remember({ id, pinned: true }); }
    keepAddress();
  });
}

// The server places entities for a screen wider than high; a phone is higher than wide.
function turnUpright() {
  for (const node of nodes.values()) Object.assign(node, { x: node.x * 0.55, y: node.y * 1.35 });
}

async function begin() {
  await loadDrawings();
  readTones();
  const { nodes: firstNodes, edges: firstEdges } = read("picture");
  for (const node of firstNodes) nodes.set(node.id, node);
  for (const edge of firstEdges) edges.set(edge.id, edge);
  const stage = desk.querySelector(".stage");
  if (stage.clientWidth < 0.8 * stage.clientHeight) turnUpright();
  for (const part of (address.get("pin") ?? "").split(",").filter(Boolean)) {
    const [id, x, y] = part.split(":");
    if (nodes.has(id)) { Object.assign(nodes.get(id), { x: Number(x), y: Number(y), pinned: true }); }
  }
  shownNodes = new vis.DataSet();
  shownEdges = new vis.DataSet();
  const canvas = document.getElementById("canvas");
  picture = new vis.Network(canvas, { nodes: shownNodes, edges: shownEdges }, read("picture-options"));
  desk.picture = picture;
  redraw();
  fit();
  listenToPicture();
  filters();
  canvas.setAttribute("aria-label", desk.querySelector("[data-summary]").textContent);
  redraw();
  const wanted = address.get("select");
  if (nodes.has(wanted)) select("node", wanted);
  else if (edges.has(wanted)) select("edge", wanted);
  const restyle = () => { readTones(); redraw(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  desk.dataset.ready = "yes";
}

const acts = {
  fit, in: () => zoom(1.3), out: () => zoom(1 / 1.3), undo, copy,
  expand: () => selected.kind === "node" && expand(selected.id),
  hide: () => selected.kind === "node" && hide(selected.id),
  pin: () => selected.kind === "node" && pin(selected.id),
  filters: () => folds.turn("filters"),
  table: () => folds.turn("drawer"),
  details: () => folds.turn("details"),
};
for (const one of desk.querySelectorAll("[data-act]")) one.addEventListener("click", () => acts[one.dataset.act]());

const inDetails = (key) => () => press(desk.querySelector("[data-details]"), key);
const walk = (by) => () => { folds.open("drawer"); tables[open].move(by); };
listen({
  e: acts.expand, h: acts.hide, p: acts.pin, f: fit, z: undo, "+": acts.in, "-": acts.out,
  j: walk(1), k: walk(-1), c: inDetails("c"), r: inDetails("r"), u: inDetails("u"),
});
begin();
