#!/usr/bin/env node
// A file of its own, so that npm can link the command before it is built.
import module from "node:module";

// What Node compiles it keeps for the next run. Before 22.8 it cannot.
module.enableCompileCache?.();
await import("#cli");
