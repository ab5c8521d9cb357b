/** A seed that a bus cannot begin with. */
export class SeedError extends Error {
  override readonly name = "SeedError";
  /** All that is wrong, each with its place: `plans[0].offers[1].recurringFee: …`. */
  readonly findings: readonly string[];

  constructor(findings: readonly string[]) {
    super(`The seed is not right:\n${findings.map((finding) => `  ${finding}`).join("\n")}`);
    this.findings = findings;
  }
}
