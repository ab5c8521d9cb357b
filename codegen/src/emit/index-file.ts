import { StructureKind } from "ts-morph";
import { identifier } from "../code/identifier.js";
import type { Model } from "../model/index.js";
import { kebabCase } from "../model/names.js";
import { modules } from "./declarations.js";
import { type EmittedFile, SourceFileDraft } from "./source-file.js";

/** `index.ts`: what the client's users import. */
export function emitIndex(model: Model): readonly EmittedFile[] {
  const groups = [...model.groups].sort((a, b) => (kebabCase(a.name) < kebabCase(b.name) ? -1 : 1));
  const webhooks = model.webhooks.length === 0 ? [] : [modules.webhooks];
  const whole = [modules.client, ...groups.map(modules.group), ...webhooks].map((module) => ({
    kind: StructureKind.ExportDeclaration as const,
    moduleSpecifier: specifier(module),
  }));
  const named = [modules.operations, modules.schemas].map((module) => ({
    kind: StructureKind.ExportDeclaration as const,
    namespaceExport: identifier(module.replace(/\.ts$/, "")),
    moduleSpecifier: specifier(module),
  }));
  const types = {
    kind: StructureKind.ExportDeclaration as const,
    isTypeOnly: true,
    moduleSpecifier: specifier(modules.types),
  };
  return [new SourceFileDraft(modules.index, model).finish([...whole, ...named, types])];
}

function specifier(module: string): string {
  return `./${module.replace(/\.ts$/, ".js")}`;
}
