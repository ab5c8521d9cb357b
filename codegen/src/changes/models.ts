import type { Model } from "../model/index.js";
import type { Draft } from "./change.js";
import { compareOperations } from "./operations.js";
import { reachIn } from "./reach.js";
import { compareSchemas } from "./schemas.js";
import { compareTypeIds } from "./type-ids.js";
import { compareWebhooks } from "./webhooks.js";

/** All changes from one model to another: those of the old model in its order, then what is new. */
export function compareModels(old: Model, next: Model): readonly Draft[] {
  return [
    ...compareClients(old, next),
    ...compareOperations(old, next),
    ...compareWebhooks(old, next),
    ...compareSchemas(old, next, reachIn([old, next])),
    ...compareTypeIds(old, next),
  ];
}

function compareClients({ client: old }: Model, { client: next }: Model): readonly Draft[] {
  if (old.name === next.name) return [];
  const message = `The client is called \`${next.name}Api\` now.`;
  const subject = { kind: "client", name: old.name } as const;
  return [
    { where: `${old.name}Api`, kind: "client-renamed", message, subject, directions: new Set(), old: [], new: [] },
  ];
}
