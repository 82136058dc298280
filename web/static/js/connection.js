// The page of one connection: c r u judge it.
import { listen } from "./keys.js";
import { press } from "./verdicts.js";

const judge = (key) => () => press(document.querySelector("form[data-verdict]"), key);
listen({ c: judge("c"), r: judge("r"), u: judge("u") });
