import { basename } from "node:path";

/**
 * Publishes archives one after the other, each after those that it depends on. One that the registry has already is left
 * alone, so that a release that broke off is finished by running it again.
 *
 * @param archives `{ name, version, path }` of each.
 * @param options Further options of `npm publish`.
 * @param npm Runs npm with arguments: `{ status, stdout }`.
 */
export function publish(archives, options, npm) {
  for (const { name, version, path } of archives) {
    if (isPublished(`${name}@${version}`, options, npm)) {
      console.log(`${name}@${version} is published already`);
      continue;
    }
    console.log(`Publishing ${basename(path)}…`);
    const { status } = npm(["publish", path, ...options], { stdio: "inherit" });
    if (status !== 0)
      throw new Error(`${name}@${version} could not be published. Mend what npm says, and run this again.`);
  }
}

/** npm says E404 of what it cannot find; any other failure proves nothing. */
function isPublished(specifier, options, npm) {
  const registry = options.filter((option, index) => isRegistry(option) || isRegistry(options[index - 1]));
  const { status, stdout } = npm(["view", specifier, "version", "--json", ...registry]);
  if (status === 0) return stdout.trim() !== "";
  if (JSON.parse(stdout || "{}").error?.code === "E404") return false;
  throw new Error(`npm could not tell whether ${specifier} is published:\n${stdout}`);
}

function isRegistry(option) {
  return option?.startsWith("--registry") ?? false;
}
