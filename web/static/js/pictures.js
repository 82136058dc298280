// Badges and icons drawn by script, from the same sheet of drawings as those of the templates.
const SVG = "http://www.w3.org/2000/svg";
const sheet = document.body.dataset.icons;

function use(name, className) {
  const part = document.createElementNS(SVG, "use");
  part.setAttribute("href", `${sheet}#${name}`);
  if (className) part.setAttribute("class", className);
  return part;
}

export function badge(type, words) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `badge t-${type}`);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", words ?? type);
  svg.append(use(`shape-${type}`, "shape"), use(`glyph-${type}`, "glyph"));
  return svg;
}

export function element(tag, className, ...parts) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}

export function say(words) {
  document.getElementById("said").textContent = words;
}
