import { type FSWatcher, watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Time without changes, in milliseconds, after which a save counts as complete. Editors save in several steps. */
const quietMilliseconds = 100;

/**
 * Repeats a run whenever one of the files that the last run returned changes, until the signal aborts. Runs never
 * overlap; a change during a run starts the next one.
 */
export async function repeatOnChange(
  run: () => Promise<readonly string[]>,
  first: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const files = new WatchedFiles(signal);
  try {
    // Start watching before the first read, so that no change is missed.
    files.follow(first);
    while (!signal.aborted) {
      files.follow(await run());
      await files.changed();
    }
  } finally {
    files.close();
  }
}

/** Watches folders instead of files. Many editors save by replacing the file, which ends a watch on the file itself. */
class WatchedFiles {
  readonly #signal: AbortSignal;
  readonly #watchers = new Map<string, FSWatcher>();
  #paths: ReadonlySet<string> = new Set();
  #changes = 0;
  #seen = 0;
  #wake: () => void = () => {};

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#wake(), { once: true });
  }

  follow(files: readonly string[]): void {
    this.#paths = new Set(files.map((file) => resolve(file)));
    const folders = new Set([...this.#paths].map((path) => dirname(path)));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watchers.set(folder, this.#watch(folder));
  }

  /** Resolves after a change, once there have been no further changes for a moment, or when the signal aborts. */
  async changed(): Promise<void> {
    while (!this.#signal.aborted && this.#changes === this.#seen) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    while (!this.#signal.aborted && this.#changes !== this.#seen) {
      this.#seen = this.#changes;
      await pause(quietMilliseconds, undefined, { signal: this.#signal }).catch(() => undefined);
    }
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
  }

  #watch(folder: string): FSWatcher {
    const watcher = watch(folder, (_, name) => {
      // Some systems do not report the file name.
      if (name === null || this.#paths.has(resolve(folder, name))) this.#change();
    });
    return watcher.on("error", () => this.#change());
  }

  #change(): void {
    this.#changes += 1;
    this.#wake();
  }
}
