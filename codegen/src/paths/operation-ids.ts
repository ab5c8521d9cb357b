import type { Model } from "../model/index.js";
import { descriptorName, type OpenApiDocument, operationsOf } from "../openapi/index.js";
import { pathItems } from "./path-items.js";
import type { OperationIds } from "./single-document.js";

/** Maps operations to their ids in the client. In the model, views and streaming variants follow their operation. */
export function operationIds(document: OpenApiDocument, model: Model): OperationIds {
  const views = viewIds(document);
  const ids = new Map<string, string>();
  for (const { id, httpMethod, path } of model.groups.flatMap(({ operations }) => operations)) {
    const key = `${httpMethod} ${path}`;
    if (!views.has(id) && !ids.has(key)) ids.set(key, id);
  }
  return (method, path) => ids.get(`${method} ${path}`);
}

function viewIds(document: OpenApiDocument): ReadonlySet<string> {
  const operations = pathItems(document).flatMap(([, item]) => operationsOf(item));
  const views = operations.flatMap(({ operation }) => operation["x-views"] ?? []);
  return new Set(views.map((view) => descriptorName(view.operationId)));
}
