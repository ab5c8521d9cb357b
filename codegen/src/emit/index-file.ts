import { StructureKind } from "ts-morph";
import { identifier } from "../code/identifier.js";
import type { Model } from "../model/index.js";
import { modules } from "./declarations.js";
import { inOrder, specifierOf } from "./exports.js";
import { type EmittedFile, SourceFileDraft } from "./source-file.js";

/** `index.ts`: what the client's users import. */
export function emitIndex(model: Model): readonly EmittedFile[] {
  const webhooks = model.webhooks.length === 0 ? [] : [modules.webhooks];
  const whole = [modules.client, ...inOrder(model.groups).map(modules.group), ...webhooks].map((module) => ({
    kind: StructureKind.ExportDeclaration as const,
    moduleSpecifier: specifierOf(module),
  }));
  const named = [modules.operations, modules.schemas].map((module) => ({
    kind: StructureKind.ExportDeclaration as const,
    namespaceExport: identifier(module.replace(/\.ts$/, "")),
    moduleSpecifier: specifierOf(module),
  }));
  const types = {
    kind: StructureKind.ExportDeclaration as const,
    isTypeOnly: true,
    moduleSpecifier: specifierOf(modules.types),
  };
  return [new SourceFileDraft(modules.index, model).finish([...whole, ...named, types])];
}
