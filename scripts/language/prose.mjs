import { Node, Project, ts } from "ts-morph";
import { isScalar, LineCounter, parseDocument, visit } from "yaml";

const project = new Project({
  useInMemoryFileSystem: true,
  compilerOptions: { target: ts.ScriptTarget.Latest },
});

/** Comments and messages of a TypeScript file. A string counts as a message if it contains a space. */
export function proseOfSource(source) {
  const file = project.createSourceFile("source.ts", source, { overwrite: true });
  const texts = file.getDescendants().filter(isText);
  const messages = texts
    .filter((node) => node.getText().includes(" "))
    .map((node) => place(source, node.getStart(), node.getText()));
  const comments = [...withoutTexts(source, texts).matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)].map(
    ({ 0: comment, index }) => ({
      ...place(source, index, comment.replace(/^\/\*+|\*\/$|^\s*\*|^\/\/+/gm, "").trim()),
      isDocComment: comment.startsWith("/**"),
    }),
  );
  return [...comments, ...messages];
}

/** Paragraphs of a Markdown page, without code blocks and inline code. */
export function proseOfMarkdown(source) {
  const page = source.replaceAll(/^ *```[\s\S]*?^ *```|`[^`\n]+`/gm, (code) => code.replaceAll(/[^\n]/g, " "));
  return [...page.matchAll(/\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)].map(({ 0: text, index }) => place(source, index, text));
}

/** Titles, summaries and descriptions of an OpenAPI document in YAML. */
export function proseOfDocument(source) {
  const lines = new LineCounter();
  const found = [];
  visit(parseDocument(source, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      if (!["title", "summary", "description"].includes(key?.value) || !isScalar(value)) return;
      found.push({ line: lines.linePos(value.range[0]).line, text: String(value.value) });
    },
  });
  return found;
}

function isText(node) {
  return (
    Node.isStringLiteral(node) ||
    Node.isNoSubstitutionTemplateLiteral(node) ||
    Node.isTemplateHead(node) ||
    Node.isTemplateMiddle(node) ||
    Node.isTemplateTail(node) ||
    Node.isRegularExpressionLiteral(node)
  );
}

/** The source with its strings blanked out, so that a `/*` in a string does not open a comment. */
function withoutTexts(source, texts) {
  const starts = [0, ...texts.map((node) => node.getEnd())];
  const ends = [...texts.map((node) => node.getStart()), source.length];
  const pieces = starts.map((start, index) => source.slice(start, ends[index]));
  return pieces.map((piece, index) => blanks(texts[index - 1]) + piece).join("");
}

function blanks(node) {
  return node === undefined ? "" : node.getText().replaceAll(/[^\n]/g, " ");
}

function place(source, index, text) {
  return { line: source.slice(0, index).split("\n").length, text };
}
