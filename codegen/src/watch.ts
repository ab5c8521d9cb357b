import { type FSWatcher, watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Time without a change after which files count as saved, because editors write in several steps. */
const quietMilliseconds = 100;

/**
 * Repeats a run whenever one of the files that the last run returned has changed, until the signal. Runs never overlap: a
 * change during a run starts the next one.
 */
export async function repeatOnChange(
  run: () => Promise<readonly string[]>,
  first: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const files = new WatchedFiles(signal);
  try {
    // Watched before they are read, so that no change falls in between.
    files.follow(first);
    while (!signal.aborted) {
      files.follow(await run());
      await files.changed();
    }
  } finally {
    files.close();
  }
}

/**
 * Watches folders rather than files: many editors save by putting a new file in the place of the old one, which ends a
 * watch on the file itself.
 */
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

  /** Resolves once something has changed since it last did and is quiet now, or the signal has come. */
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
      // Some systems do not say which file it was.
      if (name === null || this.#paths.has(resolve(folder, name))) this.#change();
    });
    return watcher.on("error", () => this.#change());
  }

  #change(): void {
    this.#changes += 1;
    this.#wake();
  }
}
