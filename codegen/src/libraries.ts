import { createRequire } from "node:module";
import type * as Morph from "ts-morph";

const require = createRequire(import.meta.url);
const morph: typeof Morph = require("ts-morph");
export const morphCompiler: typeof Morph.ts = morph.ts;
