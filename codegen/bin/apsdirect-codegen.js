#!/usr/bin/env node
// A file of its own, so that npm can link the command before it is built.
import "../dist/cli/main.js";
