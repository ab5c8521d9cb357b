import { parseEvent } from "apsdirect/appdirect";
import { describe, expect, test } from "vitest";
import { sampleText } from "../samples.js";

/** A change, with parts of the payload that a test is about. */
function changeXml(payload: string, around = ""): string {
  return `<event><type>SUBSCRIPTION_CHANGE</type><marketplace><baseUrl>https://m.example</baseUrl></marketplace>
    <payload><account><accountIdentifier>a-1</accountIdentifier></account>${payload}</payload>${around}</event>`;
}

function changeJson(payload: object, around: object = {}): string {
  const account = { accountIdentifier: "a-1" };
  const marketplace = { baseUrl: "https://m.example" };
  return JSON.stringify({ type: "SUBSCRIPTION_CHANGE", marketplace, payload: { account, ...payload }, ...around });
}

describe("the form of a body", () => {
  const jsonBody = changeJson({ order: {} });
  const xmlBody = changeXml("<order/>");

  test.each([
    "application/json",
    "Application/JSON; charset=UTF-8",
    "application/vnd.appdirect+json",
    undefined,
    "",
    "text/plain",
    "application/octet-stream",
  ])("is JSON with content type %s", async (contentType) => {
    expect(await parseEvent(`\n ${jsonBody}`, { contentType })).toHaveProperty("payload.order", { items: [] });
  });

  test.each(["application/xml", "text/xml;charset=utf-8", "APPLICATION/ATOM+XML", undefined, "text/plain"])(
    "is XML with content type %s",
    async (contentType) => {
      expect(await parseEvent(xmlBody, { contentType })).toHaveProperty("payload.order", { items: [] });
    },
  );

  test.each([jsonBody, xmlBody])("may begin with a byte order mark, as text and as bytes: %s", async (body) => {
    const want = await parseEvent(body);
    expect(await parseEvent(`\uFEFF${body}`)).toStrictEqual(want);
    expect(await parseEvent(new TextEncoder().encode(`\uFEFF${body}`))).toStrictEqual(want);
  });

  test.each(["UTF-8", "utf-8", "US-ASCII"])("may be XML that says it is %s", async (encoding) => {
    const body = `<?xml version="1.0" encoding="${encoding}"?>${xmlBody}`;
    expect(await parseEvent(new TextEncoder().encode(body))).toHaveProperty("type", "SUBSCRIPTION_CHANGE");
  });
});

describe("XML is read as the platform and its documentation write it", () => {
  test("in lower case", async () => {
    const text = sampleText("13-user-assignment.xml");
    const lowerCase = text.replaceAll(/<[^?!>]+>/g, (tag) => (tag.includes("xmlns") ? tag : tag.toLowerCase()));
    expect(lowerCase).toContain("<accountidentifier>");
    expect(await parseEvent(lowerCase)).toStrictEqual(await parseEvent(text));
  });

  test("with prefixes", async () => {
    const text = sampleText("01-subscription-order.xml");
    const prefixed = text
      .replaceAll(/<(\/?)(?=[a-z])(?!atom:)/g, "<$1ns2:")
      .replace("xmlns:atom", 'xmlns:ns2="urn:events" xmlns:atom');
    expect(prefixed).toContain("</ns2:event>");
    expect(await parseEvent(prefixed)).toStrictEqual(await parseEvent(text));
  });

  test.each([
    { links: '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="samlIdp" href="https://m.example/1" title="x"/>' },
    { links: '<link rel="samlIdp" href="https://m.example/1"/>' },
    { links: '<links><link rel="samlIdp" href="https://m.example/1"/></links>' },
    { links: '<Links><Link href="https://m.example/1"><rel> samlIdp </rel></Link></Links>' },
  ])("with its link as $links", async ({ links }) => {
    const event = await parseEvent(changeXml("<order/>", links));
    expect(event.links).toStrictEqual([{ rel: "samlIdp", href: "https://m.example/1" }]);
  });

  test("with references and CDATA, once and not twice", async () => {
    const configuration =
      "<configuration><entry><key>a&amp;amp;b</key><value>&lt;&gt;&quot;&apos;&#233;&#x1F600;&#x26;amp;</value></entry>" +
      "<entry><key>c</key><value> <![CDATA[<!DOCTYPE & ]]>x<!-- y --></value></entry></configuration>";
    const { payload } = await parseEvent(changeXml(`<order/>${configuration}`));
    expect(payload.configuration).toStrictEqual({ "a&amp;b": "<>\"'é😀&amp;", c: "<!DOCTYPE & x" });
  });

  test("without its attributes", async () => {
    const event = await parseEvent(
      changeXml("<order/>").replace("<event>", '<event type="SUBSCRIPTION_CANCEL" flag="STATELESS">'),
    );
    expect(event.type).toBe("SUBSCRIPTION_CHANGE");
    expect(event).not.toHaveProperty("flag");
  });
});

const customAttributes = [
  { attributeType: "TEXT", name: "a", value: "1" },
  { name: "b", value: "2" },
];
const oneAttribute = "<attributeType>TEXT</attributeType><name>a</name><value>1</value>";

describe("what is written in several shapes comes to one:", () => {
  test.each([
    { given: { items: null }, xml: "", want: { items: [] } },
    { given: { items: [] }, xml: "<items/>", want: { items: [] } },
    { given: { items: [null] }, xml: "<items> </items>", want: { items: [] } },
    {
      given: { items: null, item: { unit: "USER" } },
      xml: "<item><unit>USER</unit></item>",
      want: { items: [{ unit: "USER" }] },
    },
    {
      given: { items: { item: [{ unit: "A" }, { unit: "B" }] } },
      xml: "<items><item><unit>A</unit></item><item><unit>B</unit></item></items>",
      want: { items: [{ unit: "A" }, { unit: "B" }] },
    },
    { given: { editionCode: "" }, xml: "<editionCode/>", want: { editionCode: "", items: [] } },
    { given: { editionCode: 12 }, xml: "<editionCode>12</editionCode>", want: { editionCode: "12", items: [] } },
    { given: { editionCode: " A\n" }, xml: "<editionCode> A\n</editionCode>", want: { editionCode: "A", items: [] } },
    {
      given: { freeTrial: { active: true } },
      xml: "<freeTrial><active>true</active></freeTrial>",
      want: { items: [], freeTrial: { active: true } },
    },
    {
      given: { freeTrial: { active: "false" } },
      xml: "<freetrial><active> false </active></freetrial>",
      want: { items: [], freeTrial: { active: false } },
    },
    {
      given: { customAttributes },
      xml: `<customAttribute>${oneAttribute}</customAttribute><customAttribute><name>b</name><value>2</value></customAttribute>`,
      want: { items: [], customAttributes },
    },
    {
      given: { customAttribute: customAttributes },
      xml: `<customAttributes>${oneAttribute}</customAttributes><customAttributes><name>b</name><value>2</value></customAttributes>`,
      want: { items: [], customAttributes },
    },
    { given: { customAttributes: [] }, xml: "<customAttributes/>", want: { items: [] } },
    {
      given: { later: { a: ["1", "2"], b: null } },
      xml: "<later><a>1</a><a>2</a></later>",
      want: { items: [], later: { a: ["1", "2"] } },
    },
  ])("$want as $given", async ({ given, xml, want }) => {
    expect((await parseEvent(changeJson({ order: given }))).payload.order).toStrictEqual(want);
    expect((await parseEvent(changeXml(`<order>${xml}</order>`))).payload.order).toStrictEqual(want);
  });

  test.each([
    { given: { domain: "x" }, xml: "<domain>x</domain>", want: { domain: "x" } },
    {
      given: { entry: "a field of the product" },
      xml: "<entry>a field of the product</entry>",
      want: { entry: "a field of the product" },
    },
    {
      given: { a: "", b: null },
      xml: "<entry><key>a</key><value/></entry><entry><key>b</key></entry>",
      want: { a: "" },
    },
    {
      given: [
        { key: "a", value: 1 },
        { key: "b", value: true },
      ],
      xml: "<Entry><KEY>a</KEY><Value>1</Value></Entry><entry><key>b</key><value>true</value></entry>",
      want: { a: "1", b: "true" },
    },
  ])("the map $want as $given", async ({ given, xml, want }) => {
    const fromJson = await parseEvent(changeJson({ order: {}, configuration: given }));
    expect(fromJson.payload.configuration).toStrictEqual(want);
    const fromXml = await parseEvent(changeXml(`<order/><configuration>${xml}</configuration>`));
    expect(fromXml).toStrictEqual(fromJson);
  });
});

describe("a quantity is a number", () => {
  test.each([
    { given: 25, want: 25 },
    { given: "25", want: 25 },
    { given: " 0.5\n", want: 0.5 },
    { given: "012.50", want: 12.5 },
    { given: "+3", want: 3 },
    { given: "-1", want: -1 },
    { given: 1e3, want: 1000 },
  ])("$given", async ({ given, want }) => {
    const items = [{ unit: "USER", quantity: want }];
    const fromJson = await parseEvent(changeJson({ order: { items: [{ unit: "USER", quantity: given }] } }));
    expect(fromJson.payload.order?.items).toStrictEqual(items);
    const item = `<item><unit>USER</unit><quantity>${given}</quantity></item>`;
    const fromXml = await parseEvent(changeXml(`<order>${item}</order>`));
    expect(fromXml.payload.order?.items).toStrictEqual(items);
  });
});

describe("what nobody knew comes through", () => {
  test("a type, with its parts in the canonical form", async () => {
    const payload = { configuration: [], order: { items: [{ quantity: "2" }] }, moon: { phase: 1, dark: null } };
    expect(await parseEvent(JSON.stringify({ type: "SUBSCRIPTION_MOON", payload }))).toStrictEqual({
      type: "SUBSCRIPTION_MOON",
      isAddon: false,
      links: [],
      payload: { configuration: {}, order: { items: [{ quantity: 2 }] }, moon: { phase: 1 } },
    });
    expect(await parseEvent("<event><type>ADDON_MOON</type></event>")).toStrictEqual({
      type: "ADDON_MOON",
      isAddon: true,
      links: [],
    });
  });

  test("values and members", async () => {
    const event = { flag: "HALF", later: [1, null, { a: null }] };
    const order = { pricingDuration: "EVERY_MOON", items: [{ unit: "MOON", quantity: 1, x: { y: "z" } }] };
    expect(await parseEvent(changeJson({ order }, event))).toMatchObject({
      flag: "HALF",
      later: [1, null, {}],
      payload: { order },
    });
  });
});
