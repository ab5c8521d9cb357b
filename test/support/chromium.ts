import { spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";

/** Where Debian's package puts it. */
const executablePath = "/usr/bin/chromium";

/** Whether this machine has Debian's Chromium. */
export const hasChromium = spawnSync(executablePath, ["--version"]).status === 0;

/** Starts one without a window. */
export function launchChromium(): Promise<Browser> {
  // As root, in a container, it cannot set up its own sandbox; the pages here are ours.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
