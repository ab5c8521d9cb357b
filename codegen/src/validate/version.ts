import { describe, type JsonObject } from "../json/index.js";
import type { Problem } from "./problem.js";

/** Rejects documents that are not OpenAPI 3.0, 3.1 or 3.2, before any other check. */
export function checkVersion(root: JsonObject): Problem | undefined {
  const { openapi, swagger } = root;
  if (openapi === undefined && swagger !== undefined) {
    return {
      path: ["swagger"],
      message: `Expected OpenAPI 3, found Swagger ${describe(swagger)}.`,
      hint: "Convert it once: `npx swagger2openapi <document> -o openapi.yaml`.",
    };
  }
  if (typeof openapi === "string" && /^3\.[012](?:\.\d+(?:-[\w.]+)?)?$/.test(openapi)) return undefined;
  return {
    path: ["openapi"],
    message: `Expected OpenAPI version 3.0, 3.1 or 3.2 in "openapi", found ${describe(openapi)}.`,
    hint: 'Start the document with `openapi: "3.1.0"`. Without quotation marks, 3.1 is a number.',
  };
}
