// How entities and lines look on the canvas: the same drawings, colours and lines as elsewhere.
const RADIUS = 17;
const LONGEST = 26;
const DASHES = { confirmed: false, machine: [9, 5], lead: [2, 5], rejected: [1, 9] };
const WIDTHS = { confirmed: 2.6, machine: 1.6, lead: 1.8, rejected: 1 };
const paths = new Map();
let tones = {};

export async function loadDrawings() {
  const answer = await fetch(document.body.dataset.icons);
  const sheet = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  for (const symbol of sheet.querySelectorAll("symbol")) {
    paths.set(symbol.id, new Path2D(symbol.querySelector("path").getAttribute("d")));
  }
}

export function readTones() {
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "surface", "ink", "soft", "edge", "line", "thread", "focus", "glyph", "select"];
  const types = [...paths.keys()].filter((id) => id.startsWith("shape-")).map((id) => id.slice(6));
  tones = Object.fromEntries([...names, ...types].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  tones.font = style.getPropertyValue("--sans");
  return tones;
}

function shortened(text) {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : text;
}

// From afar, entities and their names keep their size on the screen as long as there is room.
const SMALLEST = 0.4;
function grown(scale) {
  return 1 / Math.min(1, Math.max(SMALLEST, scale));
}

export function radiusOf(node, scale) {
  return RADIUS * (node.center ? 1.3 : 1) * grown(scale);
}

function drawBadge(ctx, node, x, y, state, scale) {
  const radius = radiusOf(node, scale);
  ctx.translate(x - radius, y - radius);
  ctx.scale(radius / 12, radius / 12);
  const shape = paths.get(`shape-${node.type}`);
  ctx.lineJoin = "round";
  if (state.selected) {
    ctx.strokeStyle = tones.focus;
    ctx.lineWidth = 5;
    ctx.stroke(shape);
    ctx.strokeStyle = tones.paper;
    ctx.lineWidth = 2;
    ctx.stroke(shape);
  } else {
    ctx.strokeStyle = tones.paper;
    ctx.lineWidth = 2.5;
    ctx.stroke(shape);
  }
  ctx.fillStyle = tones[node.type];
  ctx.fill(shape);
  ctx.strokeStyle = tones.glyph;
  ctx.lineWidth = 1.6;
  ctx.lineCap = "round";
  ctx.stroke(paths.get(`glyph-${node.type}`));
}

function tag(ctx, text, x, y, size) {
  ctx.translate(x, y);
  ctx.scale(size, size);
  ctx.font = `600 11px ${tones.font}`;
  const width = ctx.measureText(text).width + 8;
  ctx.fillStyle = tones.surface;
  ctx.strokeStyle = tones.edge;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(0, 0, width, 16, 8);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = tones.ink;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(text, 4, 8.5);
  ctx.scale(1 / size, 1 / size);
  ctx.translate(-x, -y);
}

function drawLabel(ctx, node, x, y, scale) {
  const radius = radiusOf(node, scale);
  const size = grown(scale);
  if (scale > 0.3 || node.center) {
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4 * size;
    ctx.strokeStyle = tones.paper;
    const line = (text, font, tone, top) => {
      ctx.font = font;
      ctx.strokeText(text, x, top);
      ctx.fillStyle = tone;
      ctx.fillText(text, x, top);
    };
    line(shortened(node.name), `${node.center ? 650 : 550} ${13 * size}px ${tones.font}`, tones.ink, y + radius + 4 * size);
    if (node.detail && scale > 0.55) {
      line(shortened(node.detail), `${12 * size}px ${tones.font}`, tones.soft, y + radius + 20 * size);
    }
  }
  if (node.hiddenNeighbours > 0 && scale > 0.3) tag(ctx, `+${node.hiddenNeighbours}`, x + radius * 0.6, y - radius - 5, size);
  if (node.pinned) tag(ctx, "•", x - radius - 8, y - radius - 5, size);
}

export function drawn(node, scaleOf) {
  return {
    ...node,
    label: undefined,
    ctxRenderer: ({ ctx, x, y, state, id }) => {
      const now = current(id, node);
      const size = 2 * radiusOf(now, scaleOf());
      return {
        drawNode: () => drawBadge(ctx, now, x, y, state, scaleOf()),
        drawExternalLabel: () => drawLabel(ctx, now, x, y, scaleOf()),
        nodeDimensions: { width: size, height: size },
      };
    },
  };
}

// What a node has become since it was drawn first: pinned, expanded.
const latest = new Map();
export function remember(node) { latest.set(node.id, { ...(latest.get(node.id) ?? {}), ...node }); }
function current(id, node) { return { ...node, ...(latest.get(id) ?? {}) }; }

// Lines between the same two entities fan out, one curve a kind; a single one is straight.
export function fanned(edges) {
  const pairs = new Map();
  for (const edge of edges) {
    const pair = [edge.from, edge.to].sort().join(" ");
    pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
  }
  return [...pairs.values()].flatMap((group) => group.map((edge, at) => bent(edge, at, group.length)));
}

function bent(edge, at, count) {
  const offset = at - (count - 1) / 2;
  if (count === 1 || offset === 0) return { ...edge, smooth: { enabled: false } };
  // Clockwise is as seen from its start: turn the sense for lines that run the other way.
  const forward = edge.from < edge.to ? 1 : -1;
  const roundness = Math.min(0.85, (0.36 * Math.abs(offset) * 2) / Math.max(count - 1, 1) + 0.04 * count);
  return { ...edge, smooth: { enabled: true, type: offset * forward > 0 ? "curvedCW" : "curvedCCW", roundness } };
}

export function lined(edge, labelled, selected, scale) {
  const tone = selected ? tones.thread : edge.status === "confirmed" ? tones.ink : tones.soft;
  return {
    ...edge,
    label: labelled || selected ? edge.kindWords : undefined,
    dashes: DASHES[edge.status] && DASHES[edge.status].map((length) => length * grown(scale)),
    width: (WIDTHS[edge.status] + (selected ? 1.2 : 0)) * grown(scale),
    selectionWidth: 0,
    color: { color: tone, highlight: tone, hover: tone },
    arrows: edge.arrows ? { to: { enabled: true, scaleFactor: 0.55 } } : { to: { enabled: false } },
    font: { size: 12 * grown(scale), face: tones.font, color: selected ? tones.thread : tones.soft, strokeWidth: 4 * grown(scale), strokeColor: tones.paper, align: "middle" },
  };
}
