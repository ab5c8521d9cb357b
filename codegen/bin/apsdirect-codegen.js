#!/usr/bin/env node
// A file of its own, so that npm can link the command before it is built.
import module from "node:module";

// Node keeps what it compiles, the TypeScript compiler above all, for the next run. Before 22.8 it cannot.
module.enableCompileCache?.();
const { run } = await import("#cli");

// A reader such as `head` may close the pipe while the command writes: it has what it wanted.
process.stdout.on("error", () => process.exit());

// The status is set, and the process not exited, so that what is written to a pipe arrives.
process.exitCode = await run(process.argv.slice(2), process);
