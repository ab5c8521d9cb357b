#!/usr/bin/env node
// A file of its own, so that npm can link the command before it is built.
import module from "node:module";

// Keeps compiled code for the next run; Node has this since 22.8.
module.enableCompileCache?.();
const { run } = await import("#cli");
const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, now: Date.now });
