/**
 * Loads TypeScript in Node 20, which strips no types: hooks of `node:module` that compile a file with esbuild. The result
 * is cached by the text of the file, since a test starts hundreds of processes that load the same sources.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath } from "node:url";

const folder = resolvePath(import.meta.dirname, "../../../node_modules/.cache/apsdirect-sources");

/** An import of `./order.js` by a TypeScript file means `./order.ts`, as the compiler reads it. */
export function resolve(specifier, context, next) {
  const isOfSource = isTypeScript(context.parentURL) && /^\.\.?\/.*\.js$/.test(specifier);
  return next(isOfSource ? specifier.replace(/\.js$/, ".ts") : specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const path = fileURLToPath(url);
  return { format: "module", source: await compile(path, await readFile(path, "utf8")), shortCircuit: true };
}

function isTypeScript(url) {
  return url !== undefined && /^file:[^?]*\.ts(?:\?|$)/.test(url);
}

async function compile(path, text) {
  const cached = join(folder, `${createHash("sha256").update(path).update(text).digest("hex")}.js`);
  try {
    return await readFile(cached, "utf8");
  } catch {
    const code = await withEsbuild(path, text);
    await save(cached, code).catch(() => {}); // a test may fill the disk, or be a user who may not write here
    return code;
  }
}

async function withEsbuild(path, text) {
  const { transform } = await import("esbuild");
  const options = { loader: "ts", target: "es2022", sourcefile: path, sourcemap: "inline" };
  const { code } = await transform(text, options);
  return code;
}

/** Written under another name first, since another process may read it at the same time. */
async function save(path, code) {
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, path);
}
