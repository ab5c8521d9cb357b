import type { RequestSummary } from "./answers.js";

/** The verdict on a signature in a word or two. */
export function verdictText({ verdict }: RequestSummary): string {
  return verdict.ok ? "signature right" : verdict.problem.replaceAll("_", " ");
}

/** The status in a word or two; 0 is none. */
export function statusText({ status }: RequestSummary): string {
  return status === 0 ? "none" : String(status);
}

/** Whether the answer was an error, or there was none. */
export function isFailed({ status }: RequestSummary): boolean {
  return status === 0 || status >= 400;
}

/** Names of the platforms, for people. */
export const platformNames: { readonly [P in RequestSummary["platform"]]: string } = {
  aps: "APS",
  appdirect: "AppDirect",
};

/** Time of day, to the millisecond. */
export function timeOfDay(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
