import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoteForShell } from "../../../sdk/src/cli/shell-quote.js";
import { splitShellWords } from "../../../sdk/src/cli/shell-words.js";
import { counted } from "../../support/counts.js";

const hasBash = spawnSync("bash", ["--version"]).status === 0;
const runs = { numRuns: counted({ usual: 15, long: 1000 }) };

/** Splits a line into words with a real shell. */
function splitWithShell(shell: string, line: string): readonly string[] {
  const { stdout } = spawnSync(shell, ["-c", `printf '%s\\0' ${line}`], {
    encoding: "utf8",
    env: { LC_ALL: "C.UTF-8", PATH: process.env["PATH"] },
  });
  return stdout.split("\0").slice(0, -1);
}

const word = fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter((text) => !text.includes("\0"));
const words = fc.array(word, { minLength: 1, maxLength: 4 });

test("sh reads a quoted text as one word with the same text", () => {
  fc.assert(
    fc.property(words, (texts) => {
      expect(splitWithShell("sh", texts.map(quoteForShell).join(" "))).toEqual(texts);
      expect(splitShellWords(texts.map(quoteForShell).join(" "))).toEqual(texts);
    }),
    runs,
  );
});

describe.runIf(hasBash)("a line is split as bash splits it", () => {
  // Pieces that may be adjacent in one word, or separate.
  const piece = fc.constantFrom(
    ..."a|b=c|'x y'|'#'|\"d e\"|\"\\\"\\\\\\$\\`\\n\"|$'\\n\\t\\x41\\u00fc\\101\\''|\\ |\\'|\\\\|\\\n| |  |a#b|é|''|\"\"|,+:/?@%~|$'\\xc3\\xbc'|$'\\e\\cA'".split(
      "|",
    ),
  );

  test("in any mix of quotes", () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const line = `a${pieces.join("")}z`;
        expect(splitShellWords(line)).toEqual(splitWithShell("bash", line));
      }),
      runs,
    );
  });

  test.each(["curl \\\n  a", "curl a # b", "curl a; rm b", "curl a | jq .", "curl a && b", "curl a\nb", "  $ curl a"])(
    "%j",
    (line) => {
      expect(splitShellWords(line)).toEqual(["curl", "a"]);
    },
  );
});
