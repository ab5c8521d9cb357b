import type { ts } from "ts-morph";
import { modules } from "../emit/declarations.js";
import { morphCompiler } from "../libraries.js";
import type { GeneratedFile } from "../write/index.js";

/** How the declarations that callers use differ from those that were there before, by their names. */
export interface SurfaceChanges {
  /** Names that are new. */
  readonly added: readonly string[];
  /** Names that are gone. */
  readonly removed: readonly string[];
  /** Each with its declarations before and after. */
  readonly changed: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** Whether callers name what a generated file declares: methods with their options, and types. */
export function isSurface(path: string): boolean {
  return path === modules.types || path === modules.typeIds || path.startsWith("groups/");
}

/**
 * Compares generated code with the code that it replaces. The old output says all that is needed: nothing else has to
 * be kept for it, and it is there in every clone. What a change means, `diff` says, which has both documents.
 */
export function compareSurfaces(old: readonly GeneratedFile[], next: readonly GeneratedFile[]): SurfaceChanges {
  const before = surfaceOf(old);
  const after = surfaceOf(next);
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: [...before].flatMap(([name, text]) => {
      const successor = after.get(name);
      return successor === undefined || successor === text ? [] : [{ name, before: text, after: successor }];
    }),
  };
}

/** Declarations without their comments, by public name: `Orders.create`, `Account.companyName`. */
function surfaceOf(files: readonly GeneratedFile[]): ReadonlyMap<string, string> {
  const printer = morphCompiler.createPrinter({ removeComments: true });
  const surface = new Map<string, string>();
  for (const { path, text } of files) {
    const source = morphCompiler.createSourceFile(path, text, morphCompiler.ScriptTarget.Latest);
    const print = (node: ts.Node): string => {
      return printer.printNode(morphCompiler.EmitHint.Unspecified, node, source).replace(/\s+/g, " ");
    };
    for (const statement of source.statements) {
      if (morphCompiler.isTypeAliasDeclaration(statement)) surface.set(statement.name.text, print(statement.type));
      if (!morphCompiler.isInterfaceDeclaration(statement) && !morphCompiler.isClassDeclaration(statement)) continue;
      const owner = statement.name?.text ?? "";
      surface.set(owner, "");
      for (const member of statement.members) {
        const name = member.name?.getText(source) ?? "[…]";
        surface.set(
          `${owner}.${name}`,
          morphCompiler.isMethodDeclaration(member) ? print(withoutBody(member)) : print(member),
        );
      }
    }
  }
  return surface;
}

function withoutBody(method: ts.MethodDeclaration): ts.Node {
  const { modifiers, name, questionToken, typeParameters, parameters, type } = method;
  return morphCompiler.factory.createMethodSignature(
    modifiers?.filter((modifier) => morphCompiler.isModifier(modifier)),
    name,
    questionToken,
    typeParameters,
    parameters,
    type,
  );
}
