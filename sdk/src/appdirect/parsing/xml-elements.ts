import { EventParseError } from "../../errors/index.js";
import { createDepthError, createParseError, DEEPEST_EVENT } from "../events/index.js";

/** XML element. */
export interface XmlElement {
  /** Name without its namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text directly inside the element, including text between its child elements. */
  readonly text: string;
  readonly elements: readonly XmlElement[];
}

/**
 * Parses an XML document and returns its root. Only the five built-in entities of XML are known, and nothing is loaded
 * from elsewhere: a document type is rejected before the parser runs.
 *
 * The parser is loaded on first use, so programs that receive JSON do not need it.
 *
 * @throws EventParseError with line and column if the XML is not well-formed, or if the parser is not installed
 */
export async function parseXml(xml: string): Promise<XmlElement> {
  if (hasDocumentType(xml)) throw createParseError("expected XML without a document type (DOCTYPE), found one");
  if (hasMoreMarkupThan(MOST_MARKUP, xml)) {
    throw createParseError(`expected at most ${MOST_MARKUP} tags and references, found more`);
  }
  const { SaxesParser } = await loadParser();
  const parser = new SaxesParser();
  const whole: GrowingElement = { name: "", attributes: {}, text: "", elements: [] };
  const open = [whole];
  parser.on("error", ({ message }) => {
    throw createParseError(`expected well-formed XML; ${message.replace(/^(\d+):(\d+):/, "in line $1, column $2:")}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > DEEPEST_EVENT) throw createDepthError();
    const element = { name: name.slice(name.indexOf(":") + 1), attributes, text: "", elements: [] };
    open.at(-1)?.elements.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml).close();
  const [root = whole] = whole.elements; // without an error, the parser has found a root
  return root;
}

interface GrowingElement extends XmlElement {
  text: string;
  readonly elements: GrowingElement[];
}

/** Returns true if a document type follows the prolog. Elsewhere, `<!DOCTYPE` is only text. */
function hasDocumentType(xml: string): boolean {
  const [prolog = ""] = PROLOG.exec(xml) ?? [];
  return /^<!doctype/i.test(xml.slice(prolog.length, prolog.length + "<!doctype".length));
}

/** Do not add to the end of this expression: the engine would then try every way to divide the comments. */
const PROLOG = /^(?:\s+|<\?.*?\?>|<!--.*?-->)*/s;

/** Maximum number of tags and references. An order of all units that AppDirect has contains two thousand. */
const MOST_MARKUP = 20_000;

function hasMoreMarkupThan(most: number, xml: string): boolean {
  const markup = /[<&]/g;
  for (let count = 0; count <= most; count++) if (!markup.test(xml)) return false;
  return true;
}

async function loadParser(): Promise<typeof import("saxes")> {
  try {
    return await import("saxes");
  } catch (cause) {
    const issues = [{ path: "$", message: "the event is XML, and the XML parser is not installed" }];
    const nextStep = "Run `npm install saxes`, or fetch the event with `Accept: application/json`";
    throw new EventParseError(issues, nextStep, { cause });
  }
}
