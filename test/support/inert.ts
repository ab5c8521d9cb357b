import { type CallExpression, type NewExpression, Node, Project, type SourceFile, SyntaxKind } from "ts-morph";

/**
 * What of a client is more than declarations: the text of each offending place; empty for a good client.
 *
 * A module runs nothing but zod's builders and those of the run-time, which make schemas and descriptors, have no effect
 * and are marked so. Everything else that runs is the one call in the body of a method.
 */
export function inertness(files: ReadonlyMap<string, string>): readonly string[] {
  const sources = new Project({ useInMemoryFileSystem: true });
  return [...files]
    .filter(([path]) => path.endsWith(".ts"))
    .map(([path, text]) => sources.createSourceFile(path, text))
    .flatMap((file) => [
      ...unexpectedStatements(file),
      ...unexpectedCalls(file),
      ...unmarkedCalls(file),
      ...otherSyntax(file),
    ]);
}

const declarations: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ClassDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.ImportDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.VariableStatement,
]);

function unexpectedStatements(file: SourceFile): readonly string[] {
  return file
    .getStatements()
    .filter((statement) => !declarations.has(statement.getKind()))
    .map(shown);
}

/**
 * A call is one of a builder that the file imports, or of `super`, or in the body of a method one of the core, or of a
 * function that the file imports and gives the core.
 */
function unexpectedCalls(file: SourceFile): readonly string[] {
  const imported = new Set(file.getImportDeclarations().flatMap(importedNames));
  const calls = file.getDescendantsOfKind(SyntaxKind.CallExpression).filter((call) => {
    if (call.getFirstAncestorByKind(SyntaxKind.ClassDeclaration) !== undefined) {
      return !isOfTheCore(call) && !(isGivenTheCore(call) && imported.has(rootOf(call)));
    }
    return !imported.has(rootOf(call));
  });
  const made = file
    .getDescendantsOfKind(SyntaxKind.NewExpression)
    .filter(
      (each) =>
        !imported.has(each.getExpression().getText()) &&
        !/^(?:globalThis\.)?RegExp$/.test(each.getExpression().getText()),
    );
  return [...calls, ...made].map(shown);
}

/** What is called when a module is loaded is marked, so that every bundler drops what is not used. */
function unmarkedCalls(file: SourceFile): readonly string[] {
  const calls = file.getDescendantsOfKind(SyntaxKind.CallExpression).filter((call) => {
    const isPutOff = call.getAncestors().some((node) => Node.isArrowFunction(node) || Node.isClassDeclaration(node));
    return !isPutOff && !call.getFullText().trimStart().startsWith("/* @__PURE__ */");
  });
  return calls.map(shown);
}

function importedNames(declaration: ReturnType<SourceFile["getImportDeclarations"]>[number]): readonly string[] {
  const named = declaration.getNamedImports().map((each) => each.getAliasNode()?.getText() ?? each.getName());
  const namespace = declaration.getNamespaceImport()?.getText();
  return namespace === undefined ? named : [...named, namespace];
}

function isOfTheCore(call: CallExpression): boolean {
  return /^(?:super|this\.core\.\w+)$/.test(call.getExpression().getText());
}

function isGivenTheCore(call: CallExpression): boolean {
  const isFunction = /^(?:pagedCall|rqlList)$/.test(call.getExpression().getText());
  return isFunction && call.getArguments()[0]?.getText() === "this.core";
}

/** `z` of `z.string().check(z.minLength(1))`. */
function rootOf(call: CallExpression | NewExpression): string {
  let node: Node = call;
  while (Node.isCallExpression(node) || Node.isPropertyAccessExpression(node)) node = node.getExpression();
  return node.getText();
}

/** What runs without being called, or lets a compiler look away. */
function otherSyntax(file: SourceFile): readonly string[] {
  const kinds = [
    SyntaxKind.AwaitExpression,
    SyntaxKind.BinaryExpression,
    SyntaxKind.Decorator,
    SyntaxKind.DeleteExpression,
    SyntaxKind.TaggedTemplateExpression,
    SyntaxKind.TemplateExpression,
    SyntaxKind.NoSubstitutionTemplateLiteral,
    SyntaxKind.SpreadAssignment,
    SyntaxKind.ClassStaticBlockDeclaration,
    SyntaxKind.GetAccessor,
    SyntaxKind.YieldExpression,
  ] as const;
  return kinds.flatMap((kind) => file.getDescendantsOfKind(kind)).map(shown);
}

function shown(node: Node): string {
  return `${node.getSourceFile().getBaseName()}:${node.getStartLineNumber()}: ${node.getText().slice(0, 200)}`;
}
