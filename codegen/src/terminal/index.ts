export { describeDifference, summarizeDifference } from "./changes.js";
export { exitStatus } from "./exit-status.js";
export { type ReportTarget, reportFailure, reportFindings } from "./failures.js";
export { type RunTarget, reportComparison, reportRun } from "./runs.js";
export { colorsOf, guardStreams, own, type Streams } from "./streams.js";
