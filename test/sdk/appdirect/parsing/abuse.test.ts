import { execFileSync } from "node:child_process";
import { AppDirectClient, EventParseError } from "apsdirect";
import { isUnknown, parseEvent } from "apsdirect/appdirect";
import { describe, expect, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { root } from "../../../support/generated.js";
import { rawServer } from "../../../support/platform.js";
import { answer } from "../../../support/raw-server.js";
import { sampleText } from "../samples.js";

const event = sampleText("05-subscription-change.xml").replace(/^<\?.*\?>/, "");
const entities = Array.from({ length: 9 }, (_, index) => {
  return `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`;
});

/** A document type before an event that refers to it. */
function withType(declarations: string, reference = "&e0;"): string {
  return `<!DOCTYPE event [${declarations}]>${event.replace("STUDIO-PLUS", reference)}`;
}

const bombs: Readonly<Record<string, string>> = {
  "nested entities": withType(`<!ENTITY e0 "lol">${entities.join("")}`, "&e9;"),
  "one big entity many times": withType(`<!ENTITY e0 "${"A".repeat(100_000)}">`, "&e0;".repeat(100_000)),
  "a million numeric references": event.replace("STUDIO-PLUS", "&#65;".repeat(1_000_000)),
  "as many numeric references as there is room for": event.replace("STUDIO-PLUS", "&#65;".repeat(200_000)),
  "an external entity": withType('<!ENTITY e0 SYSTEM "file:///etc/passwd">'),
  "an external document type": event.replace("<event", '<!DOCTYPE event SYSTEM "https://evil.example/e.dtd"><event'),
  "a parameter entity": withType('<!ENTITY % e SYSTEM "https://evil.example/e.dtd"> %e;'),
  "two DOCTYPEs": `<!DOCTYPE event>${withType('<!ENTITY e0 "lol">')}`,
  "a DOCTYPE behind comments, instructions and lines": `<?xml version="1.0"?>\n<!-- > -->\r\n<?a ?>${withType("")}`,
  "a DOCTYPE in lower case": withType("").replace("DOCTYPE", "doctype"),
  "a DOCTYPE behind as many comments as there is room for": `${"<!--a-->".repeat(100_000)}${withType("")}`,
  "a DOCTYPE inside the event": event.replace("<payload>", "<!DOCTYPE event><payload>"),
  "as many elements in each other as there is room for": `<event>${"<a>".repeat(300_000)}`,
  "more levels than an event has": `<event>${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}</event>`,
};

interface Cost {
  readonly name: string;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly message: string;
}

/** What it costs to refuse each bomb, the cheapest of some times, in a process that has read XML before. */
function costs(): readonly Cost[] {
  const script = `
    import { readFileSync } from "node:fs";
    import { parseEvent } from "apsdirect/appdirect";
    const { bombs, event } = JSON.parse(readFileSync(0, "utf8"));
    for (let round = 0; round < 50; round++) await parseEvent(event);
    const cost = async (name, body) => {
      gc();
      const { heapUsed } = process.memoryUsage();
      const start = performance.now();
      const message = await parseEvent(body).then(() => "taken", (error) => error.code + " " + error.message);
      const milliseconds = performance.now() - start;
      return { name, milliseconds, megabytes: (process.memoryUsage().heapUsed - heapUsed) / 1e6, message };
    };
    const cheapest = [];
    for (const [name, body] of Object.entries(bombs)) {
      const rounds = [];
      for (let round = 0; round < 5; round++) rounds.push(await cost(name, body));
      cheapest.push(rounds.reduce((one, other) => (other.milliseconds < one.milliseconds ? other : one)));
    }
    console.log(JSON.stringify(cheapest));`;
  const args = ["--expose-gc", "--input-type=module", "--eval", script];
  const input = JSON.stringify({ bombs, event });
  return JSON.parse(execFileSync(process.execPath, args, { cwd: `${root}/test`, input, encoding: "utf8" }));
}

describe("C2 10: XML bombs are refused, within 50 ms and 20 MB", () => {
  test.each(costs())("$name: $milliseconds ms, $megabytes MB", ({ milliseconds, megabytes, message }) => {
    expect(message).toMatch(/^EVENT_NOT_READABLE /);
    expect(milliseconds).toBeLessThan(50);
    expect(megabytes).toBeLessThan(20);
  });

  test.each(Object.keys(bombs).filter((name) => /entit|DOCTYPE|type/.test(name)))(
    "at the DOCTYPE: %s",
    async (name) => {
      const issues = await refusal(bombs[name] ?? "");
      expect(issues).toMatch(/doctype/i);
      expect(issues).not.toMatch(/root:|lol/);
    },
  );

  test("and a DOCTYPE that is only spoken of is none", async () => {
    const spoken = "<![CDATA[<!DOCTYPE a [<!ENTITY b 'c'>]>]]> &lt;!DOCTYPE>";
    const text = event.replace("STUDIO-PLUS", spoken).replace("<event", "<!-- <!DOCTYPE x> --><event");
    const { payload } = await parseEvent(text);
    expect(payload.order?.editionCode).toBe("<!DOCTYPE a [<!ENTITY b 'c'>]> <!DOCTYPE>");
  });

  test.each([
    { name: "a hundred levels", levels: 99, isTaken: true },
    { name: "more", levels: 100, isTaken: false },
  ])("of elements in each other, $name: $isTaken", async ({ levels, isTaken }) => {
    const text = `<event><type>MOON</type>${"<a>".repeat(levels)}x${"</a>".repeat(levels)}</event>`;
    expect(await refusal(text)).toBe(isTaken ? "taken" : "$: expected at most 100 levels, found more");
  });
});

describe("C2 10: JSON that is too deep or too wide is refused", () => {
  test.each([
    { name: "lists", body: `{"type":"MOON","a":${"[".repeat(400_000)}${"]".repeat(400_000)}}`, want: "100 levels" },
    {
      name: "objects",
      body: `{"type":"MOON","a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
      want: "100 levels",
    },
    { name: "items", body: `{"type":"MOON","a":[1${",1".repeat(400_000)}]}`, want: "20000 values" },
  ])("$name", async ({ body, want }) => {
    expect(await refusal(body)).toContain(want);
    const server = await rawServer(answered(body));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials, maxRetries: 0 });
    await expect(appdirect.events.get("token")).rejects.toThrow(want);
  });
});

const written = '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"prototype":{"a":"b"}';
const texts = '"__proto__":"p","constructor":"c","prototype":"q"';
const tainted = sampleText("13-user-assignment.json")
  .replace(/^\{/, `{${written},`)
  .replace('"payload": {', `"payload": {${written},`)
  .replace('"account": {', `"account": {${written},`)
  .replace('"configuration": {}', `"configuration": {"domain":"x",${texts}}`)
  .replace('"userName"', `${texts},"userName"`);

const elements =
  "<__proto__><isAdmin>true</isAdmin></__proto__><constructor><prototype><isAdmin>true</isAdmin></prototype></constructor>";
const entries = ["__proto__", "constructor", "prototype"].map(
  (key) => `<entry><key>${key}</key><value>${key}</value></entry>`,
);
const taintedXml = sampleText("13-user-assignment.xml")
  .replace(/(<event .*>|<payload>|<account>)/g, `$1${elements}`)
  .replace(
    "<configuration/>",
    `<configuration><entry><key>domain</key><value>x</value></entry>${entries.join("")}</configuration>`,
  );

describe("C2 11: names of prototypes change no object but the one they are in", () => {
  test.each([
    { form: "JSON", text: tainted },
    { form: "XML", text: taintedXml },
  ])("$form", async ({ text }) => {
    const event = await parseEvent(text);
    const { configuration = {}, account } = event.payload;
    for (const part of [event, event.payload, account, configuration, event.payload.user?.attributes, {}]) {
      expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
      expect(part).not.toHaveProperty("isAdmin");
      expect(Object.keys(part ?? {})).not.toContain("__proto__");
      expect(Object.assign({}, part)).not.toHaveProperty("isAdmin");
    }
    expect(configuration).toMatchObject({ domain: "x" });
    expect(Object.keys(configuration).sort()).toEqual(["constructor", "domain", "prototype"]);
    expect(account?.accountIdentifier).toBe("hpw-00317");
    expect(event.payload.user).toMatchObject({
      firstName: "Jonas",
      attributes: { userName: "jonas.l@harborprint.onvendor.example" },
    });
  });

  test("also where the client fetches it, and holds it to the document", async () => {
    const server = await rawServer(answered(tainted));
    const validation = { response: "strict" } as const;
    const fetched = await new AppDirectClient({ baseUrl: server.origin, credentials, validation }).events.get("t");
    expect(fetched).toEqual({ ...(await parseEvent(tainted)), id: "t" });
    expect({}).not.toHaveProperty("isAdmin");
  });
});

describe("C2 12: what is well written and no event", () => {
  test.each([
    '{"success":true}',
    '{"error":"not found","message":"No such event"}',
    "[]",
    '"SUBSCRIPTION_ORDER"',
    "<error><message>No such event</message></error>",
    "<event/>",
    "<html><head><title>502</title></head></html>",
  ])("is refused: %s", async (body) => {
    expect(await refusal(body)).not.toBe("taken");
  });

  test("an event of an unknown type is recognised, and a ping by its flag", async () => {
    expect(isUnknown(await parseEvent('{"type":"toString"}'))).toBe(true);
    const ping = await parseEvent(sampleText("21-ping-stateless-order.xml"));
    expect(isUnknown(ping)).toBe(false);
    expect(ping.flag).toBe("STATELESS");
  });
});

/** An answer with a text that is JSON. */
function answered(text: string): string {
  return answer(text, { headers: { "content-type": "application/json" } });
}

async function refusal(body: string): Promise<string> {
  const error: unknown = await parseEvent(body).then(
    () => "taken",
    (error: unknown) => error,
  );
  if (error === "taken") return "taken";
  expect(error).toBeInstanceOf(EventParseError);
  return error instanceof EventParseError
    ? error.issues.map(({ path, message }) => `${path}: ${message}`).join("\n")
    : "";
}
