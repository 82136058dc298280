// Suggestions under the search box: chips with the one detail that tells namesakes apart.
import { badge, element } from "./pictures.js";

const REST = 120;

export function suggest(box, list) {
  let waiting = 0;
  let request = null;
  let current = -1;

  function close() {
    list.hidden = true;
    current = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function row(entity, number) {
    const name = element("span", "", element("span", "name", entity.shown));
    if (entity.detail) name.append(" ", element("span", "detail", entity.detail));
    const chip = element("span", `chip t-${entity.type}`, badge(entity.type), name);
    const item = element("li", "", chip);
    item.id = `suggestion-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.address = `/entities/${encodeURIComponent(entity.id)}`;
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      location.assign(item.dataset.address);
    });
    return item;
  }

  async function ask() {
    request?.abort();
    const query = box.value.trim();
    if (query.length < 2) return close();
    request = new AbortController();
    try {
      const address = `${box.dataset.suggestions}?q=${encodeURIComponent(query)}`;
      const answer = await fetch(address, { signal: request.signal });
      if (!answer.ok) return close();
      const { entities } = await answer.json();
      list.replaceChildren(...entities.map(row));
    } catch (error) {
      // A newer question took its place, or the server is gone: the form still works.
      if (error.name === "AbortError" || error instanceof TypeError) return;
      throw error;
    }
    if (!list.children.length || document.activeElement !== box) return close();
    list.hidden = false;
    current = -1;
    box.setAttribute("aria-expanded", "true");
  }

  function choose(by) {
    const items = [...list.children];
    if (list.hidden || !items.length) return;
    current = (current + by + items.length + 1) % (items.length + 1);
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === current)));
    if (current < items.length) box.setAttribute("aria-activedescendant", items[current].id);
    else box.removeAttribute("aria-activedescendant");
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, REST);
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { event.preventDefault(); choose(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); current < 0 ? choose(0) : choose(-1); }
    else if (event.key === "Escape") { list.hidden ? box.blur() : close(); }
    else if (event.key === "Enter" && list.children[current]) {
      event.preventDefault();
      location.assign(list.children[current].dataset.address);
    }
  });
}
