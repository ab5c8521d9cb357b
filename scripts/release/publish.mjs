import { basename } from "node:path";

/**
 * Publishes archives one after the other, each after its dependencies. Skips archives that the registry already has, so
 * that running it again completes an interrupted release.
 *
 * @param archives `{ name, version, path }` of each archive.
 * @param options Further options for `npm publish`.
 * @param npm Function that runs npm with arguments and returns `{ status, stdout }`.
 */
export function publish(archives, options, npm) {
  for (const { name, version, path } of archives) {
    if (isPublished(`${name}@${version}`, options, npm)) {
      console.log(`${name}@${version} is already published`);
      continue;
    }
    console.log(`Publishing ${basename(path)}…`);
    const { status } = npm(["publish", path, ...options], { stdio: "inherit" });
    if (status !== 0)
      throw new Error(
        `Could not publish ${name}@${version}. Fix the problem that npm reports and run the release again.`,
      );
  }
}

/** npm reports E404 for a package that does not exist. Any other failure proves nothing. */
function isPublished(specifier, options, npm) {
  const registry = options.filter((option, index) => isRegistry(option) || isRegistry(options[index - 1]));
  const { status, stdout } = npm(["view", specifier, "version", "--json", ...registry]);
  if (status === 0) return stdout.trim() !== "";
  if (JSON.parse(stdout || "{}").error?.code === "E404") return false;
  throw new Error(`Could not find out whether ${specifier} is published:\n${stdout}`);
}

function isRegistry(option) {
  return option?.startsWith("--registry") ?? false;
}
