/** Lets a Node process load this repository's TypeScript: `node --import ./test/support/sources/register.mjs`. */
import { register } from "node:module";

register("./loader.mjs", import.meta.url);
