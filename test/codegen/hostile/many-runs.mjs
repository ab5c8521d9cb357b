// The command, for one folder after the other: the same code that `bin` runs, without a second to start it each time.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , codegen, list] = process.argv;
const { run } = await import(join(codegen, "dist/cli.js"));
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
