import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { NOT_RUN } from "./not-run.js";

/**
 * Ends the output with plain lines that a program can read: `not run: …` for each group of tests that this machine has
 * not the means for, and `1145 passed, 0 failed, 2 skipped`.
 */
export default class ClosingLine implements Reporter {
  readonly #notes = join(mkdtempSync(join(tmpdir(), "apsdirect-not-run-")), "notes");

  onInit(): void {
    writeFileSync(this.#notes, "");
    process.env[NOT_RUN] = this.#notes;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((each) => each === state).length;
    // What fails around tests skips them: it counts as a failure of its own.
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failed = count("failed") + suites.filter((suite) => suite.errors().length > 0).length;
    const notes = readFileSync(this.#notes, "utf8").replace(/^(?=.)/gm, "not run: ");
    rmSync(dirname(this.#notes), { recursive: true });
    process.stdout.write(`\n${notes}${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped\n`);
  }
}
