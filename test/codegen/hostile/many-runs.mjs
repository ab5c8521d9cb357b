// The command, for one folder after the other: the same code that `bin` runs, without a second to start it each time.
import { readFileSync, writeFileSync } from "node:fs";
import { run } from "../../../codegen/src/cli/program.ts";

const [, , list] = process.argv;
const outcomes = [];
for (const { folder, file } of JSON.parse(readFileSync(list, "utf8"))) {
  process.chdir(folder);
  const said = { stdout: "", stderr: "" };
  const streamTo = (name) => ({
    write(text) {
      said[name] += text;
    },
  });
  const began = process.cpuUsage();
  const status = await run(["generate", file, "--out", "out"], {
    stdout: streamTo("stdout"),
    stderr: streamTo("stderr"),
  });
  const spent = process.cpuUsage(began);
  outcomes.push({ ...said, status, milliseconds: spent.user / 1000 + spent.system / 1000 });
}
writeFileSync(`${list}.outcomes`, JSON.stringify(outcomes));
