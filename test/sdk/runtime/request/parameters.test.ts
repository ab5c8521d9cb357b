import { RequestValidationError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { ParametersApi } from "../../../codegen/golden/parameters/client/index.js";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, type RawRequest } from "../../../support/raw-server.js";

type Parameters = ParametersApi["parameters"];

/** Sends one call and returns the request that the server received. */
async function sentBy(call: (parameters: Parameters) => Promise<unknown>): Promise<RawRequest | undefined> {
  const server = await rawServer(answer("", { status: 204 }));
  await call(new ParametersApi({ baseUrl: server.origin, credentials }).parameters);
  return server.requests[0];
}

const size = { width: 3, height: 4 };

// Values and results as in RFC 6570, which the styles of OpenAPI are taken from.
test.each<{ call: (parameters: Parameters) => Promise<unknown>; want: string }>([
  { call: (p) => p.simple("a b/c", ["x", "y,z"], size), want: "/simple/a%20b%2Fc/x,y%2Cz/width=3,height=4" },
  { call: (p) => p.label(["x", "y.z"], size), want: "/label/.x.y.z/.width,3,height,4" },
  { call: (p) => p.matrix(["x", "y;z"], size), want: "/matrix/;list=x,y%3Bz/;width=3;height=4" },
  { call: (p) => p.query({ each: ["x", "y&z"] }), want: "/query?each=x&each=y%26z" },
  { call: (p) => p.query({ joined: ["x", "y,z"] }), want: "/query?joined=x,y%2Cz" },
  { call: (p) => p.query({ spaced: ["x", "y z"] }), want: "/query?spaced=x%20y%20z" },
  { call: (p) => p.query({ piped: ["x", "y|z"] }), want: "/query?piped=x%7Cy%7Cz" },
  { call: (p) => p.query({ size }), want: "/query?width=3&height=4" },
  {
    call: (p) => p.query({ filter: { name: "[x]", price: { gt: 1.5 } } }),
    want: "/query?filter%5Bname%5D=%5Bx%5D&filter%5Bprice%5D%5Bgt%5D=1.5",
  },
  {
    call: (p) => p.query({ next: "https://a.example/b?c=d&e='[f]'+#%41" }),
    want: "/query?next=https://a.example/b?c=d%26e=%27%5Bf%5D%27%2B%23%2541",
  },
  { call: (p) => p.query({ where: { name: "{é}" } }), want: "/query?where=%7B%22name%22%3A%22%7B%C3%A9%7D%22%7D" },
  { call: (p) => p.query({ each: [], filter: {} }), want: "/query" },
  { call: (p) => p.listPhotos("a&b", {}), want: "/photos?method=list&tag=a%26b" },
  { call: (p) => p.listPhotos("c", { each: ["x", "y"] }), want: "/photos?method=list&tag=c&each=x&each=y" },
  { call: (p) => p.photosLink("a#b"), want: "/photos/a%23b" },
  { call: (p) => p.named("O'Neil"), want: "/photos(name='O%27Neil')//" },
])("the request line contains $want", async ({ call, want }) => {
  expect((await sentBy(call))?.line).toBe(`GET ${want} HTTP/1.1`);
});

describe("OpenAPI 3.2", () => {
  test("supports QUERY, additional methods, and a query that is a single value", async () => {
    expect((await sentBy((p) => p.whole({ filter: size })))?.line).toBe("QUERY /whole?width=3&height=4 HTTP/1.1");
    expect((await sentBy((p) => p.copy()))?.line).toBe("COPY /whole HTTP/1.1");
  });

  test("does not encode cookies of style cookie, and refuses values that would start another cookie", async () => {
    const request = await sentBy((p) => p.whole({ raw: ["a%", "b=/"] }));
    expect(request?.headers.get("cookie")).toBe("raw=a%; raw=b=/");
    const { parameters } = new ParametersApi({ baseUrl: "http://127.0.0.1:9", credentials });
    for (const hostile of ["a;b=c", "a b", 'a"', "a\\", "a\r\nb: c", "\u00fc"]) {
      await expect(parameters.whole({ raw: [hostile] })).rejects.toThrow(
        /raw: expected text that a cookie can contain/,
      );
    }
  });
});

describe("outside the URL", () => {
  test("headers contain lists and objects unencoded, and a parameter named like an HTTP header is ignored", async () => {
    const request = await sentBy((p) => p.elsewhere({ xList: ["a b", "c"], xSize: size }));
    expect(request?.headers.get("x-list")).toBe("a b,c");
    expect(request?.headers.get("x-size")).toBe("width=3,height=4");
    expect(request?.headers.get("accept")).toBe("application/json");
    expect(request?.headers.has("cookie")).toBe(false);
  });

  test("cookies are encoded, and sent only with their own call", async () => {
    const server = await rawServer(answer("", { status: 204, headers: { "set-cookie": "kept=no" } }));
    const { parameters } = new ParametersApi({ baseUrl: server.origin, credentials });
    await parameters.elsewhere({ xList: ["a"], session: "a;b", flags: ["x", "y"], headers: { cookie: "own=1" } });
    await parameters.elsewhere({ xList: ["a"] });
    const cookies = server.requests.map(({ headers }) => headers.get("cookie"));
    expect(cookies).toEqual(["own=1; session=a%3Bb; flags=x,y", undefined]);
  });
});

test("a path parameter called body is sent in the path, and the body in the body", async () => {
  const server = await rawServer(answer("", { status: 204 }));
  const { parameters } = new ParametersApi({ baseUrl: server.origin, credentials });
  await parameters.body(["a", "b"], "c", "text");
  const [request] = server.requests;
  expect(request?.line).toBe("PUT /bodies/a,b/c HTTP/1.1");
  expect(request?.body).toBe('"text"');
});

describe("a value that cannot be serialized is refused before anything is sent:", () => {
  test.each<{ fault: string; call: (parameters: Parameters) => Promise<unknown>; want: RegExp }>([
    { fault: "an empty segment", call: (p) => p.simple("", ["x"], size), want: /\$\.text: .*non-empty/ },
    { fault: "an empty list in a path", call: (p) => p.simple("a", [], size), want: /\$\.list: .*one item/ },
    { fault: "a path segment ..", call: (p) => p.simple("..", ["x"], size), want: /it would be sent as/ },
    { fault: "a lone surrogate", call: (p) => p.query({ each: ["\ud800"] }), want: /\$\.each: .*surrogates/ },
    { fault: "a line end in a header", call: (p) => p.elsewhere({ xList: ["a\r\nb"] }), want: /\$\.xList: .*header/ },
    {
      fault: "an object in a list",
      call: (p) => Reflect.apply(p.query, p, [{ each: [{}] }]),
      want: /\$\.each: expected text, a number or a boolean/,
    },
  ])("$fault", async ({ call, want }) => {
    const server = await rawServer(answer("", { status: 204 }));
    const { parameters } = new ParametersApi({ baseUrl: server.origin, credentials });
    const error = await call(parameters).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestValidationError);
    expect(String(error)).toMatch(want);
    expect(server.requests).toEqual([]);
  });
});
