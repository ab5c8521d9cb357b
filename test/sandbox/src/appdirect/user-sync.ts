import { Failure } from "../failure.js";
import { type Json, property } from "../json.js";
import { parseJsonBody, type Route } from "../router.js";

/** User sync: accepts tasks with an empty 202, or rejects them with a code for the missing field. */
export const userSyncRoutes: readonly Route[] = [
  {
    path: /^\/api\/sync\/v1\/tasks$/,
    methods: {
      POST: (call) => {
        checkTask(parseJsonBody(call));
        return { status: 202, headers: {}, body: "" };
      },
    },
  },
];

function checkTask(task: Json): void {
  if (property(task, "type") !== "ASSIGNMENT") throw refusal("INVALID TYPE");
  if (!["ASSIGN", "UNASSIGN"].includes(String(property(task, "operation")))) throw refusal("INVALID OPERATION");
  for (const party of ["account", "developer", "user"]) {
    const identifier = property(task, `${party}Identifier`);
    if (typeof identifier !== "string" || identifier === "") {
      throw refusal(`${party.toUpperCase()} IDENTIFIER MISSING`);
    }
  }
}

function refusal(code: string): Failure {
  return new Failure(400, `The task was rejected: ${code}`, { members: { code } });
}
