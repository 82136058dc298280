// A report: claims and their sentences light up together; j and k follow the thread.
import { listen } from "./keys.js";

const claims = [...document.querySelectorAll(".claim[data-sentence]")];

for (const claim of claims) {
  const sentence = document.getElementById(claim.dataset.sentence);
  if (!sentence) continue;
  const light = (on) => () => {
    sentence.classList.toggle("near", on);
    claim.classList.toggle("near", on);
  };
  for (const part of [claim, sentence]) {
    part.addEventListener("mouseenter", light(true));
    part.addEventListener("mouseleave", light(false));
  }
  claim.addEventListener("focusin", light(true));
  claim.addEventListener("focusout", light(false));

  // The sentence stands on this page already: go there without loading it again.
  const link = claim.querySelector("a.cover");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const wanted = new URL(link.href);
    history.pushState(null, "", wanted);
    follow(sentence, wanted.searchParams.get("follow"));
  });
}

function follow(sentence, entity) {
  for (const one of document.querySelectorAll(".sentence.followed")) one.classList.remove("followed");
  for (const mark of document.querySelectorAll("a.mark.thread")) mark.classList.remove("thread");
  sentence.classList.add("followed");
  for (const mark of document.querySelectorAll("a.mark")) {
    if (entity && mark.pathname.endsWith(`/${entity}`)) mark.classList.add("thread");
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  sentence.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  sentence.focus({ preventScroll: true });
}

// An address that a reader comes back to is loaded whole, so that what is marked is right.
addEventListener("popstate", (event) => { if (!location.hash || event.state === null) location.reload(); });

function step(by) {
  const followed = [...document.querySelectorAll("a.mark.thread")];
  const stops = followed.length ? followed : [...document.querySelectorAll(".sentence")];
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement);
  const next = stops[(at + by + stops.length) % stops.length];
  next.scrollIntoView({ block: "center" });
  next.focus({ preventScroll: true });
}
listen({ j: () => step(1), k: () => step(-1) });
