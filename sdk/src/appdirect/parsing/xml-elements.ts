import { EventParseError } from "../../errors/index.js";
import { createDepthError, createParseError, DEEPEST_EVENT } from "../events/index.js";

/** An element of XML. */
export interface XmlElement {
  /** Without the prefix of a namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands directly in it, between its elements as well. */
  readonly text: string;
  readonly elements: readonly XmlElement[];
}

/**
 * The root of an XML document. There are no entities but the five of XML itself, and nothing is ever loaded from
 * elsewhere: a document type is refused before a parser sees it.
 *
 * The parser is loaded here, so that a program whose events are JSON needs none.
 *
 * @throws EventParseError with line and column where it is not well-formed, and where the parser is not installed
 */
export async function parseXml(xml: string): Promise<XmlElement> {
  if (hasDocumentType(xml)) throw createParseError("expected XML without a document type (DOCTYPE), and there is one");
  if (hasMoreMarkupThan(MOST_MARKUP, xml)) {
    throw createParseError(`expected at most ${MOST_MARKUP} tags and references, and there are more`);
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
  const [root = whole] = whole.elements; // a parser that says nothing has found a root
  return root;
}

interface GrowingElement extends XmlElement {
  text: string;
  readonly elements: GrowingElement[];
}

/** Whether there is one in the only place where XML can have it; in a comment or in text it is but a word. */
function hasDocumentType(xml: string): boolean {
  const [prolog = ""] = PROLOG.exec(xml) ?? [];
  return /^<!doctype/i.test(xml.slice(prolog.length, prolog.length + "<!doctype".length));
}

/** Nothing may follow in this expression: it would be searched for with every way to divide the comments. */
const PROLOG = /^(?:\s+|<\?.*?\?>|<!--.*?-->)*/s;

/** Tags and references of an event. An order of all units that AppDirect has comes to two thousand. */
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
    const issues = [{ path: "$", message: "the event is XML, and what reads XML is not installed" }];
    const nextStep = "Run `npm install saxes`, or fetch the event with `Accept: application/json`";
    throw new EventParseError(issues, nextStep, { cause });
  }
}
