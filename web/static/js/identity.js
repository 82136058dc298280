// Two people side by side: s same, d different, u unsure, n next, z takes the last back.
import { listen } from "./keys.js";

const press = (key) => () => document.querySelector(`[data-key="${key}"]`)?.click();

listen({ s: press("s"), d: press("d"), u: press("u"), n: press("n"), z: press("z") });
