import { once } from "node:events";
import { run } from "./program.js";

const { stdout, stderr, env } = process;
const stopped = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, env, stopped });
