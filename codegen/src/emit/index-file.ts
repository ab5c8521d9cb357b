import type { ExportDeclarationStructure } from "ts-morph";
import { identifier } from "../code/identifier.js";
import { StructureKind } from "../libraries.js";
import type { Model } from "../model/index.js";
import { modules, type Specifiers } from "./declarations.js";
import { inOrder, specifierOf } from "./exports.js";
import { type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";

/** `index.ts`: what the client's users import. */
export function emitIndex(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  const webhooks = model.webhooks.length === 0 ? [] : [modules.webhooks];
  const whole = [modules.client, ...inOrder(model.groups).map(modules.group), ...webhooks].map(
    (module): Safe<ExportDeclarationStructure> => ({
      kind: StructureKind.ExportDeclaration,
      moduleSpecifier: specifierOf(module),
    }),
  );
  const named = [modules.operations, modules.schemas].map(
    (module): Safe<ExportDeclarationStructure> => ({
      kind: StructureKind.ExportDeclaration,
      namespaceExport: identifier(module.replace(/\.ts$/, "")),
      moduleSpecifier: specifierOf(module),
    }),
  );
  const typeIds = model.typeIds.length === 0 ? [] : [modules.typeIds];
  const types = [...typeIds, modules.types].map(
    (module): Safe<ExportDeclarationStructure> => ({
      kind: StructureKind.ExportDeclaration,
      isTypeOnly: true,
      moduleSpecifier: specifierOf(module),
    }),
  );
  return [new SourceFileDraft(modules.index, model, specifiers).finish([...whole, ...named, ...types])];
}
