import { oauth1Signer } from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";
import { apsdirect, credentials, environment } from "./command.js";

const url = "https://bus.test/aps/2/resources?implementing(http://a.test/t/1.0),eq(name,a%20b)";

/** Signs a request and returns its Authorization header. */
async function signHeader(signedUrl: string, init?: RequestInit): Promise<string> {
  const signed = await oauth1Signer(credentials).sign(new Request(signedUrl, init));
  return signed.headers.get("authorization") ?? "";
}

function getFirstCause(stdout: string): unknown {
  return JSON.parse(stdout).causes[0];
}

describe("a request in curl's options", () => {
  test("with a correct signature ends with 0, and shows what was signed", async () => {
    const authorization = await signHeader(url);
    const { status, stdout, stderr } = await apsdirect([
      "explain",
      "GET",
      url,
      "-H",
      `Authorization: ${authorization}`,
    ]);
    expect(stdout).toContain("The signature is correct");
    expect(stdout).toContain("Base URI    https://bus.test/aps/2/resources\n");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("with a wrong signature ends with 1, and names the cause first", async () => {
    const authorization = await signHeader(url);
    const other = url.replace("https:", "http:");
    const { status, stdout } = await apsdirect(["explain", other, "--authorization", authorization]);
    expect(stdout).toContain("1. scheme_differs:");
    expect(stdout).toContain("   here   http\n   there  https\n");
    expect(status).toBe(1);
  });

  test("may have a form and another method", async () => {
    const init = { method: "PUT", body: new URLSearchParams("a=b c&d=ü") };
    const authorization = await signHeader(url, init);
    const data = ["-d", "a=b+c", "-d", "d=%C3%BC"];
    const { status } = await apsdirect(["explain", "-X", "PUT", url, ...data, "--authorization", authorization]);
    expect(status).toBe(0);
  });

  test("is explained to programs in one JSON object", async () => {
    const authorization = await signHeader(url);
    const args = ["explain", url.replace("bus.test", "bus.test:8443"), "--authorization", authorization, "--json"];
    const { status, stdout } = await apsdirect(args);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      verdict: "wrong",
      causes: [{ code: "port_differs", evidence: "proved", ours: ":8443", theirs: "" }],
    });
    expect(status).toBe(1);
  });

  test("is compared with the base string of the other side", async () => {
    const authorization = await signHeader(url);
    const args = ["explain", url, "--authorization", authorization, "--json"];
    const { stdout } = await apsdirect(args);
    const expected = JSON.parse(stdout).baseString.replace("bus.test", "bus.internal");
    const other = await apsdirect([...args, "--expected", expected]);
    expect(getFirstCause(other.stdout)).toMatchObject({ code: "host_differs", theirs: "bus.internal" });
    expect(other.status).toBe(1);
  });

  test("with only a path needs the public URL of the server", async () => {
    const authorization = await signHeader("https://bus.test/v1/a?b");
    const args = ["explain", "GET", "/a?b", "--public-url", "https://bus.test/v1", "--authorization", authorization];
    expect((await apsdirect(args)).status).toBe(0);
  });
});

describe("a pasted curl line", () => {
  test.each<{ name: string; line: (authorization: string) => string }>([
    {
      name: "in single quotes, on several lines, with options that do not affect the signature",
      line: (authorization) =>
        `curl -sSk --compressed -o out.json '${url}' \\\n  -H 'Accept: */*' \\\n  -H 'Authorization: ${authorization}' | jq .`,
    },
    {
      name: "in double quotes",
      line: (authorization) => `curl "${url}" -H "Authorization: ${authorization.replaceAll('"', '\\"')}"`,
    },
    {
      name: "in ANSI-C quotes, as browsers copy it",
      line: (authorization) =>
        `$ curl $'${url.replace("=", "\\u003d")}' -H$'Authorization\\x3a ${authorization}' -XGET`,
    },
  ])("$name", async ({ line }) => {
    const pasted = line(await signHeader(url));
    expect(await apsdirect(["explain", pasted])).toMatchObject({ status: 0, stderr: "" });
    expect(await apsdirect(["explain"], { stdin: `${pasted}\n` })).toMatchObject({ status: 0, stderr: "" });
  });

  test("has the method and type that curl would use for its data", async () => {
    const init = { method: "POST", body: new URLSearchParams("a=b c") };
    const authorization = await signHeader("https://bus.test/a", init);
    const line = `curl https://bus.test/a -H 'Authorization: ${authorization}' --data-urlencode 'a=b c'`;
    expect((await apsdirect(["explain", line])).status).toBe(0);
  });

  test.each([
    { line: "curl -u me:hunter2-pw https://bus.test/", says: "curl's -u is not supported" },
    { line: "curl --hunter2-pw=x https://bus.test/", says: "An option of the curl line is not supported" },
    { line: "curl -F a=@b https://bus.test/", says: "curl's -F" },
    { line: "curl -d @body.json https://bus.test/", says: "-d @file is not supported" },
    { line: "curl https://bus.test/?a=1&b=2", says: "put single quotes around the URL" },
    { line: "curl https://bus.test/?eq(a,1)", says: "put single quotes" },
    { line: 'curl https://bus.test/ -H "Authorization: $AUTH"', says: "variable" },
    { line: "curl 'https://bus.test/", says: "not closed" },
    { line: "curl https://bus.test/ https://bus.test/", says: "two URLs" },
    { line: "curl -H", says: "curl's -H has no value" },
  ])("is refused if it cannot be read reliably: $line", async ({ line, says }) => {
    const { status, stdout, stderr } = await apsdirect(["explain", line]);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("hunter2-pw=");
    expect(stderr).not.toContain("me:hunter2");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("the secret", () => {
  const args = ["explain", "GET", url, "--consumer-key", "key-1"];

  test.each([
    ["--secret", "hunter2"],
    ["--secret=hunter2"],
    ["--consumer-secret", "hunter2"],
    ["--client-secret=hunter2"],
  ])("is refused as an argument: %s", async (...option) => {
    const { status, stdout, stderr } = await apsdirect([...args, ...option]);
    expect(stderr).toContain("Do not pass a secret as an argument");
    expect(stderr + stdout).not.toContain("hunter2");
    expect(status).toBe(2);
  });

  test("in a mistyped option is not repeated", async () => {
    const { status, stderr } = await apsdirect([...args, "--secert=hunter2"]);
    expect(stderr).toContain("--secert");
    expect(stderr).not.toContain("hunter2");
    expect(status).toBe(2);
  });

  test.each([
    { name: "the other platform's variable", env: { APPDIRECT_CONSUMER_SECRET: "s-1" }, more: [] },
    {
      name: "a variable named with --secret-env",
      env: { MINE: "s-1", APS_CONSUMER_SECRET: "no" },
      more: ["--secret-env", "MINE"],
    },
    {
      name: "the platform of the consumer key",
      env: { APS_CONSUMER_SECRET: "no", APPDIRECT_CONSUMER_KEY: "key-1", APPDIRECT_CONSUMER_SECRET: "s-1" },
      more: [],
    },
  ])("comes from $name", async ({ env, more }) => {
    const { status, stdout } = await apsdirect([...args, ...more, "--json"], { env });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).key).toEqual({ text: "•••&", secretLength: 3, remarks: [] });
  });

  test.each([
    { name: "no variable", env: {}, more: [], says: "The secret is missing: set APS_CONSUMER_SECRET" },
    {
      name: "two possible variables",
      env: { APS_CONSUMER_SECRET: "a", APPDIRECT_CONSUMER_SECRET: "b" },
      more: [],
      says: "--secret-env NAME",
    },
    { name: "an empty variable", env: { MINE: "" }, more: ["--secret-env", "MINE"], says: "is empty or not set" },
  ])("needs a variable, and the error says so for $name", async ({ env, more, says }) => {
    const { status, stderr } = await apsdirect([...args, ...more], { env });
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });

  test("is never printed, even if the request contains it", async () => {
    const secret = credentials.consumerSecret;
    const leaking = `https://bus.test/a?s=${encodeURIComponent(secret)}`;
    for (const more of [[], ["--json"], ["--expected", `${encodeURIComponent(secret)}&`]]) {
      const { stdout, stderr } = await apsdirect(["explain", "GET", leaking, "--consumer-key", "key-1", ...more]);
      expect(stdout + stderr).not.toContain("canary");
    }
  });
});

describe("a wrong use ends with 2, and says what was expected", () => {
  test.each<{ args: readonly string[]; says: string }>([
    { args: ["explian"], says: "Did you mean explain?" },
    { args: ["xyzzy"], says: "The commands are call, completion, explain, sign." },
    { args: ["explain", "GET"], says: "Expected a URL" },
    { args: ["explain", "GET", url, "x"], says: "Too many arguments" },
    { args: ["explain", "GET", url], says: "The consumer key is missing" },
    { args: ["explain", "GET", url, "--consumer-key", "k", "--expected", "it works"], says: "expected is neither" },
    { args: ["explain", "GET", "/a", "--consumer-key", "k"], says: "publicUrl" },
    { args: ["explain", "GET", url, "-H", "no colon"], says: "-H 'Name: value'" },
    { args: ["explain", "", "--consumer-key", "k"], says: "Expected a URL" },
    { args: ["explain", "curl 'https://bus.test/'", "-X", "PUT"], says: "A curl line describes the whole request" },
  ])("$args", async ({ args, says }) => {
    const { status, stdout, stderr } = await apsdirect(args);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("also in JSON", async () => {
    const { status, stdout, stderr } = await apsdirect(["explain", "GET", url, "--json"], { env: environment });
    expect(JSON.parse(stdout)).toEqual({ ok: false, error: expect.stringContaining("consumer key is missing") });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
  });
});

describe("help", () => {
  test.each([
    { args: [], says: "Usage: apsdirect <command>" },
    { args: ["--help"], says: "Usage: apsdirect <command>" },
    { args: ["explain", "--help"], says: "$ pbpaste | apsdirect explain" },
    { args: ["sign", "-h"], says: '$ sh -c "$(apsdirect sign GET' },
    { args: ["--version"], says: "0.1.0" },
  ])("$args", async ({ args, says }) => {
    const { status, stdout, stderr } = await apsdirect(args);
    expect(stdout).toContain(says);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
