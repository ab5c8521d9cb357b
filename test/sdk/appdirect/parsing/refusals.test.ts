import { EventParseError } from "apsdirect";
import { parseEvent } from "apsdirect/appdirect";
import { describe, expect, test } from "vitest";
import { sampleText } from "../samples.js";

const marketplace = { baseUrl: "https://m.example" };

/** The error about a body. */
async function refusal(...args: Parameters<typeof parseEvent>): Promise<EventParseError> {
  const error: unknown = await parseEvent(...args).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(EventParseError);
  if (!(error instanceof EventParseError)) throw error;
  expect(error.code).toBe("EVENT_NOT_READABLE");
  for (const { path, message } of error.issues) expect(error.message).toContain(`${path}: ${message}`);
  return error;
}

async function missing(event: object): Promise<readonly string[]> {
  return (await refusal(JSON.stringify(event))).issues.map(({ path }) => path.slice("$.".length));
}

const account = "payload.account.accountIdentifier";

describe("everything that a type needs and that is missing is named:", () => {
  test.each([
    { type: "SUBSCRIPTION_ORDER", want: ["payload.order"] },
    { type: "SUBSCRIPTION_CHANGE", want: [account, "payload.order"] },
    { type: "SUBSCRIPTION_CANCEL", want: [account] },
    { type: "SUBSCRIPTION_NOTICE", want: [account, "payload.notice.type"] },
    { type: "USER_ASSIGNMENT", want: [account, "payload.user"] },
    { type: "USER_UNASSIGNMENT", want: [account, "payload.user"] },
    { type: "USER_UPDATED", want: [account, "payload.user"] },
    { type: "ADDON_ORDER", want: [account, "payload.order.addonOfferingCode"] },
    { type: "ADDON_CHANGE", want: [account, "payload.addonInstance.id"] },
    { type: "ADDON_CANCEL", want: [account, "payload.addonInstance.id"] },
    { type: "ADDON_BIND", want: [account, "payload.addonInstance.id"] },
    { type: "ADDON_UNBIND", want: [account, "payload.addonInstance.id", "payload.addonBinding.id"] },
  ])("$type", async ({ type, want }) => {
    expect(await missing({ type, payload: {} })).toEqual(["marketplace.baseUrl", ...want]);
    expect(await missing({ type, marketplace })).toEqual(want);
    const xml = `<event><type>${type}</type><flag>STATELESS</flag></event>`;
    expect((await refusal(xml)).issues.map(({ path }) => path.slice(2))).toEqual(["marketplace.baseUrl", ...want]);
  });

  test.each(["USER_SYNC", "USER_LINK", "ACCOUNT_SYNC", "ACCOUNT_UNSYNC", "UNIT_TRANSFER", "EDITION_ELIGIBILITY"])(
    "%s, whose payload nobody has described",
    async (type) => {
      expect(await missing({ type })).toEqual(["marketplace.baseUrl", "payload"]);
      expect(await parseEvent(JSON.stringify({ type, marketplace, payload: {} }))).toHaveProperty("type", type);
    },
  );

  test("what is there and empty, too", async () => {
    const payload = { account: { accountIdentifier: " " }, user: { email: "", firstName: "Mira" } };
    expect(await missing({ type: "USER_UPDATED", marketplace: { baseUrl: null }, payload })).toEqual([
      "marketplace.baseUrl",
      account,
      "payload.user",
    ]);
  });

  test.each([{ uuid: "u-1" }, { email: "not an address" }])("a user is one with %j", async (user) => {
    const payload = { account: { accountIdentifier: "a-1" }, user };
    const event = await parseEvent(JSON.stringify({ type: "USER_ASSIGNMENT", marketplace, payload }));
    expect(event.payload.user).toEqual(user);
  });

  test.each([{}, { type: null }, { type: "" }, { type: [] }, { type: {} }])("a type: %j", async (given) => {
    expect(await missing({ ...given, marketplace, payload: {} })).toContain("type");
  });

  test("each once, with what is of another type than documented", async () => {
    const payload = {
      account: "a-1",
      order: { items: [{ quantity: 1 }, { quantity: "many" }] },
      company: { name: "x" },
    };
    const { issues } = await refusal(
      JSON.stringify({ type: "SUBSCRIPTION_CHANGE", marketplace, creator: [], payload }),
    );
    expect(issues.map(({ path }) => path).sort()).toEqual([
      "$.creator",
      "$.payload.account",
      "$.payload.account.accountIdentifier",
      "$.payload.company.uuid",
      "$.payload.order.items[1].quantity",
    ]);
    expect(issues.find(({ path }) => path.endsWith("quantity"))?.message).toBe(
      'expected a value of type number, "many" was given',
    );
  });
});

describe("a quantity that is no number is refused", () => {
  test.each(["", " ", "1e3", "0x10", "NaN", "Infinity", "12,5", "1 000", "9007199254740993", "9".repeat(400), "-"])(
    "%j",
    async (quantity) => {
      const account = { accountIdentifier: "a-1" };
      const payload = { account, order: { items: [{ unit: "USER", quantity }] } };
      const text = JSON.stringify({ type: "SUBSCRIPTION_CHANGE", marketplace, payload });
      const { issues } = await refusal(text);
      expect(issues.map(({ path }) => path)).toEqual(["$.payload.order.items[0].quantity"]);
      expect(issues[0]?.message).toContain(`type number, ${JSON.stringify(quantity).slice(0, 50)}`);
      const xml = sampleText("05-subscription-change.xml").replace(/(?<=<quantity>)\d+/, quantity);
      expect((await refusal(xml)).issues.map(({ path }) => path)).toEqual(["$.payload.order.items[0].quantity"]);
    },
  );

  test("also as a number that JSON has and JavaScript does not", async () => {
    const text = sampleText("05-subscription-change.json").replace(/(?<="quantity": )\d+/, "1e400");
    expect((await refusal(text)).issues.map(({ path }) => path)).toEqual(["$.payload.order.items[0].quantity"]);
  });
});

describe("what is no event is refused, with what came and what to do", () => {
  const html = "<!DOCTYPE html><html><body>502</body></html>";
  test.each([
    { body: "", want: "expected JSON or XML, found an empty body" },
    { body: " \n", want: "expected JSON or XML, found an empty body" },
    { body: "[]", want: "expected JSON or XML" },
    {
      body: "type=SUBSCRIPTION_ORDER",
      contentType: "application/x-www-form-urlencoded",
      want: "x-www-form-urlencoded",
    },
    { body: html, want: "found HTML" },
    { body: html, contentType: "application/xml", want: "found HTML" },
    { body: "{}", contentType: "text/html; charset=utf-8", want: "found HTML" },
    { body: "<event/>", contentType: "application/json", want: "expected JSON, found invalid JSON" },
    { body: '{"type":"A"', want: "expected JSON, found invalid JSON" },
    { body: "null", contentType: "application/json", want: "expected a value of type object, null was given" },
    { body: "[1]", contentType: "application/json", want: "expected a value of type object, [1] was given" },
    { body: "{}", contentType: "application/xml", want: "line 1, column 2: text data outside of root node" },
    {
      body: "<result><success>true</success></result>",
      want: "expected an <event> element, found <result>",
    },
    { body: '<?xml version="1.0" encoding="ISO-8859-1"?><event/>', want: "ISO-8859-1" },
    {
      body: Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><event>\u00e9</event>', "latin1"),
      want: "iso-8859-1",
    },
    { body: Buffer.from("<event/>", "utf16le"), want: "line 1, column 2: disallowed character" },
    { body: Buffer.from("\uFEFF<event/>", "utf16le"), want: "expected UTF-8" },
    { body: Buffer.from('{"type":"\u00e9"}', "latin1"), want: "expected UTF-8" },
  ])("$body as $contentType", async ({ body, contentType, want }) => {
    const { message } = await refusal(body, { contentType });
    expect(message).toContain(want);
    expect(message).toMatch(
      /\n(?:Fetch the event with a signed GET|Respond to its notification with `INVALID_RESPONSE`)/,
    );
  });

  test.each([
    "<event><type>A</event>",
    "<event><type>A</Type></event>",
    "<event/><event/>",
    "<event></event>x",
    "<event",
    "<event><type>A & B</type></event>",
    "<event><type>&company;</type></event>",
    "<event><type>&#0;</type></event>",
    "<event><type>&#xD800;</type></event>",
    "<event><type>&#x110000;</type></event>",
    "<event><type>\u0001</type></event>",
    "<event><![CDATA[</event>",
    "<event a='1' a='2'/>",
  ])("%j is not well-formed, and the error says where", async (body) => {
    expect((await refusal(body)).message).toMatch(/expected well-formed XML; in line 1, column \d+: /);
  });

  test("an element that is repeated where there should be one", async () => {
    const xml = sampleText("06-subscription-cancel.xml");
    const twice = xml.replace("<type>", "<type>SUBSCRIPTION_ORDER</type><TYPE>").replace("</type>\n", "</TYPE>\n");
    expect((await refusal(twice)).issues.map(({ path }) => path)).toContain("$.type");
    const accounts = xml.replace("<account>", "<account><status>ACTIVE</status></account><account>");
    expect((await refusal(accounts)).issues.map(({ path }) => path)).toContain("$.payload.account");
  });
});

describe("a body has a size", () => {
  const body = sampleText("06-subscription-cancel.json");

  test.each([body, Buffer.from(body)])("which may be all that is allowed, and not a byte more", async (given) => {
    const bytes = Buffer.byteLength(body);
    await expect(parseEvent(given, { maxBytes: bytes })).resolves.toBeDefined();
    expect((await refusal(given, { maxBytes: bytes - 1 })).message).toContain(`at most ${bytes - 1} bytes`);
  });

  test("of bytes, not of characters", async () => {
    expect((await refusal(`{"type":"${"é".repeat(60)}"}`, { maxBytes: 100 })).message).toContain("at most 100 bytes");
  });

  test("of 1 MiB where nothing else is said", async () => {
    const filled = (bytes: number): string => `{"type":"MOON"${" ".repeat(bytes - 15)}}`;
    await expect(parseEvent(filled(2 ** 20))).resolves.toHaveProperty("type", "MOON");
    expect((await refusal(filled(2 ** 20 + 1))).message).toContain("at most 1048576 bytes");
  });

  test.each([0, -1, Number.NaN])("that is a number: %s", async (maxBytes) => {
    await expect(parseEvent(body, { maxBytes })).rejects.toBeInstanceOf(TypeError);
  });
});
