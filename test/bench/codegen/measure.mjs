import { spawnSync } from "node:child_process";

/** CPU of a program and of the programs it starts, by GNU time. */
export function timed(command, args, options) {
  const { stderr, stdout, status } = spawnSync("/usr/bin/time", ["-f", "%U %S %e %M", command, ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
    ...options,
  });
  if (stderr === null) throw new Error("This benchmark needs GNU time: apt-get install time");
  const [user, system, wall, kilobytes] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { cpu: user + system, wall, peak: kilobytes / 1024, output: stdout, status };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] * 100) / 100;
}
