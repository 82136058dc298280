// Files by drag or chooser, sent with a bar; the form works without this, less comfortably.
import { element } from "./pictures.js";

const SHOWN = 60;
const form = document.querySelector("form[data-upload]");
const drop = form.querySelector("[data-drop]");
const list = form.querySelector("[data-list]");
const chooser = form.querySelector("#files");
const folder = form.querySelector("#folder");
const bar = form.querySelector("[data-sent]");
const said = form.querySelector("[data-said]");
const problem = form.querySelector("[data-problem]");
let chosen = [];

if ("webkitdirectory" in folder) form.querySelector("[data-folder]").hidden = false;

function show(words) {
  problem.hidden = !words;
  problem.querySelector("p").textContent = words;
}

function take(files) {
  chosen = files;
  const names = chosen.slice(0, SHOWN).map(({ name }) => element("li", "", name));
  if (chosen.length > SHOWN) names.push(element("li", "soft", `… ${chosen.length - SHOWN}`));
  list.replaceChildren(...names);
  const octets = chosen.reduce((sum, { file }) => sum + file.size, 0);
  said.textContent = chosen.length ? `${chosen.length} ${form.dataset.chosen}` : "";
  show(octets >= Number(form.dataset.limit) ? form.dataset.tooLarge : "");
}

const named = (files) => [...files].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
chooser.addEventListener("change", () => take(named(chooser.files)));
folder.addEventListener("change", () => take(named(folder.files)));

// A dropped folder comes as entries that are read one after the other.
async function walk(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return [{ file, name: path + file.name }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return found;
    for (const inside of some) found.push(...await walk(inside, `${path}${entry.name}/`));
  }
}

for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  for (const entry of entries) found.push(...await walk(entry, ""));
  take(found.length ? found : named(event.dataTransfer.files));
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!chosen.length) { chooser.focus(); chooser.click(); return; }
  const data = new FormData(form);
  data.delete("files");
  for (const { file, name } of chosen) data.append("files", file, name);
  const request = new XMLHttpRequest();
  request.open("POST", form.action || location.pathname);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.max = total;
    bar.value = loaded;
  });
  request.addEventListener("load", () => {
    if (request.status === 202) return location.assign(request.response.address);
    stop();
    const error = request.response?.error;
    show(error ? `${error.title}. ${error.why} ${error.next}` : form.dataset.tooLarge);
  });
  // A server that refuses a large body may close before it is all sent.
  request.addEventListener("error", () => { stop(); show(form.dataset.tooLarge); });
  bar.hidden = false;
  said.textContent = form.dataset.sending;
  form.querySelector("[data-send]").disabled = true;
  request.send(data);
});

function stop() {
  bar.hidden = true;
  said.textContent = "";
  form.querySelector("[data-send]").disabled = false;
}
