import type { RequestSummary } from "./api-types.js";

/** Short text for the verdict on a signature. */
export function formatVerdict({ verdict }: RequestSummary): string {
  return verdict.ok ? "valid signature" : verdict.problem.replaceAll("_", " ");
}

/** Short text for a status. 0 means that there was no response. */
export function formatStatus({ status }: RequestSummary): string {
  return status === 0 ? "none" : String(status);
}

/** Returns true if the response was an error or missing. */
export function isFailed({ status }: RequestSummary): boolean {
  return status === 0 || status >= 400;
}

/** Display names of the platforms. */
export const platformNames: { readonly [P in RequestSummary["platform"]]: string } = {
  aps: "APS",
  appdirect: "AppDirect",
};

/** Formats the time of day with milliseconds. */
export function formatTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
