import { exportFrom, identifier, type SourceFile } from "../code/index.js";
import type { Model } from "../model/index.js";
import { modules } from "./declarations.js";
import { sortGroups, specifierOf } from "./exports.js";

/** Emits `index.ts`: all exports of the client. */
export function emitIndex({ groups, webhooks, typeIds }: Model): readonly SourceFile[] {
  const whole = [
    modules.client,
    ...sortGroups(groups).map(modules.group),
    ...(webhooks.length === 0 ? [] : [modules.webhooks]),
  ];
  const types = [...(typeIds.length === 0 ? [] : [modules.typeIds]), modules.types];
  return [
    {
      path: modules.index,
      statements: [
        ...whole.map((module) => exportFrom("*", specifierOf(module))),
        exportFrom({ namespace: identifier("operations") }, specifierOf(modules.operations)),
        exportFrom({ namespace: identifier("schemas") }, specifierOf(modules.schemas)),
        ...types.map((module) => exportFrom("type *", specifierOf(module))),
      ],
    },
  ];
}
