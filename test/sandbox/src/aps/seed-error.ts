/** Error thrown for an invalid seed. */
export class SeedError extends Error {
  override readonly name = "SeedError";
  /** All problems with their locations: `plans[0].offers[1].recurringFee: …`. */
  readonly findings: readonly string[];

  constructor(findings: readonly string[]) {
    super(`The seed is invalid:\n${findings.map((finding) => `  ${finding}`).join("\n")}`);
    this.findings = findings;
  }
}
