export { describeDifference, summarizeDifference } from "./changes.js";
export { exitStatus } from "./exit-status.js";
export { type Telling, tellFailure, tellFindings } from "./failures.js";
export { colorsOf, guardStreams, own, type Streams } from "./streams.js";
