import { npm } from "./npm.js";
import { pack } from "./packed.js";

/**
 * Packs packages of this repository and installs them in a project, as a user does.
 *
 * @param workspaces Folders of the packages.
 * @param others What is installed beside them, in versions that npm has met before: `typescript@7.0.2`.
 */
export function install(folder: string, workspaces: readonly string[], others: readonly string[] = []): void {
  const archives = pack(folder, workspaces).map(({ archive }) => archive);
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...archives, ...others], folder);
}
