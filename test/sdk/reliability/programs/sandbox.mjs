/** Runs a sandbox and tells who started it where it is. */
import process from "node:process";
import { startSandbox } from "@apsdirect/sandbox";

const { aps, certificate } = await startSandbox();
process.send({ ...aps, certificate });
process.once("disconnect", () => process.exit());
