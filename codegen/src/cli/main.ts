import { run } from "./program.js";

// A reader such as `head` may close the pipe while we write: it has what it wanted.
process.stdout.on("error", () => process.exit());

// The status is set rather than exited with, so that what is written to a pipe arrives.
process.exitCode = await run(process.argv.slice(2), process);
