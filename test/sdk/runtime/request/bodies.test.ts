import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  ApiError,
  OutcomeUnknownError,
  RequestValidationError,
  ResponseValidationError,
  verifyRequest,
} from "apsdirect";
import { errorBody } from "apsdirect/runtime";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import { BodiesApi, schemas } from "../../../codegen/golden/bodies/client/index.js";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, type RawAnswer, type RawServer } from "../../../support/raw-server.js";

type Bodies = BodiesApi["bodies"];

async function bodiesOf(...answers: readonly RawAnswer[]): Promise<{ server: RawServer; bodies: Bodies }> {
  const server = await rawServer(...answers);
  return { server, bodies: new BodiesApi({ baseUrl: server.origin, credentials }).bodies };
}

const done = answer("", { status: 204 });
const busy = answer("", { status: 503 });

/** Parts of a multipart body without its boundary, which is random. */
function partsOf(server: RawServer, index = 0): readonly string[] {
  const { headers, body = "" } = server.requests[index] ?? {};
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers?.get("content-type") ?? "")?.[1] ?? "none";
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.trim());
}

describe("a body is sent in the format that the document specifies:", () => {
  test("JSON with its own media type", async () => {
    const { server, bodies } = await bodiesOf(
      json({ name: "b" }, { headers: { "content-type": "application/vnd.thing+json" } }),
    );
    expect(await bodies.patch({ name: "a" })).toEqual({ name: "b" });
    expect(server.requests[0]?.headers.get("content-type")).toBe("application/merge-patch+json");
    expect(server.requests[0]?.headers.get("accept")).toBe("application/vnd.thing+json");
    expect(server.requests[0]?.body).toBe('{"name":"a"}');
  });

  test("a form, covered by the signature", async () => {
    const { server, bodies } = await bodiesOf(done);
    await bodies.form({ name: "a b&c", tags: ["x", "+"], codes: [1, 2], size: { width: 3 }, thing: { name: "ü" } });
    const [request] = server.requests;
    expect(request?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    expect(request?.body).toBe(
      "name=a%20b%26c&tags=x&tags=%2B&codes=1,2&size%5Bwidth%5D=3&thing=%7B%22name%22%3A%22%C3%BC%22%7D",
    );
    const raw = { method: "POST", url: "/form", headers: [...(request?.headers ?? [])], body: request?.body ?? "" };
    await verifyRequest(raw, { secretFor, publicUrl: server.origin });
    const other = verifyRequest({ ...raw, body: "name=x" }, { secretFor, publicUrl: server.origin });
    await expect(other).rejects.toMatchObject({ problem: "signature_invalid" });
  });

  test("multipart with files, and the same parts again in a retry", async () => {
    const { server, bodies } = await bodiesOf(busy, done);
    await bodies.parts({
      title: "é",
      count: 2,
      picture: new Blob(["png"]),
      pages: [new File(["one"], "one.pdf", { type: "application/pdf" })],
      thing: { name: "a" },
    });
    const want = [
      'Content-Disposition: form-data; name="title"\r\n\r\né',
      'Content-Disposition: form-data; name="count"\r\n\r\n2',
      'Content-Disposition: form-data; name="picture"; filename="blob"\r\nContent-Type: image/png\r\n\r\npng',
      'Content-Disposition: form-data; name="pages"; filename="one.pdf"\r\nContent-Type: application/pdf\r\n\r\none',
      'Content-Disposition: form-data; name="thing"; filename="blob"\r\nContent-Type: application/json\r\n\r\n{"name":"a"}',
    ];
    expect(partsOf(server, 0)).toEqual(want);
    expect(partsOf(server, 1)).toEqual(want);
  });

  test.each([
    { kind: "bytes", bytes: new TextEncoder().encode("bytes") },
    { kind: "a buffer", bytes: new TextEncoder().encode("bytes").buffer },
    { kind: "a Blob", bytes: new Blob(["bytes"]) },
  ])("$kind, sent again in a retry", async ({ bytes }) => {
    const { server, bodies } = await bodiesOf(busy, done);
    await bodies.send(bytes);
    expect(server.requests.map(({ body }) => body)).toEqual(["bytes", "bytes"]);
    expect(server.requests[0]?.headers.get("content-type")).toBe("application/octet-stream");
  });

  test("a stream, which is never sent twice", async () => {
    const received: string[] = [];
    const server = createServer(async (request, response) => {
      received.push(`${request.headers["transfer-encoding"]}: ${await text(request)}`);
      response.writeHead(503).end();
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { bodies } = new BodiesApi({ baseUrl: `http://127.0.0.1:${port}`, credentials });
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (const text of ["by", "tes"]) {
          controller.enqueue(new TextEncoder().encode(text));
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        controller.close();
      },
    });
    await expect(bodies.send(stream)).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(received).toEqual(["chunked: bytes"]);
  });

  test("text, validated with its schema", async () => {
    const { server, bodies } = await bodiesOf(
      answer("<thing/>", { headers: { "content-type": "text/xml; charset=utf-8" } }),
    );
    expect(await bodies.text("plain")).toBe("<thing/>");
    expect(server.requests[0]?.body).toBe("plain");
    expect(server.requests[0]?.headers.get("content-type")).toBe("text/plain");
    expect(server.requests[0]?.headers.get("accept")).toBe("application/xml");
    await expect(bodies.text("longer than ten")).rejects.toBeInstanceOf(RequestValidationError);
  });
});

test("text in place of a file is refused before anything is sent", async () => {
  const { server, bodies } = await bodiesOf(done);
  const untyped = (body: unknown): Promise<unknown> => Reflect.apply(bodies.parts, bodies, [body]);
  await expect(untyped({ title: "a", picture: "text" })).rejects.toBeInstanceOf(RequestValidationError);
  await expect(Reflect.apply(bodies.send, bodies, ["text"])).rejects.toThrow(/expected a Blob, bytes or a stream/);
  expect(server.requests).toEqual([]);
});

describe("a response is read as the document describes its status:", () => {
  test("bytes as a Blob with the type that was received", async () => {
    const head = "HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 4\r\n\r\n";
    const bytes = Buffer.from([0x89, 0xff, 0x00, 0x0a]);
    const { server, bodies } = await bodiesOf((socket) => void socket.write(Buffer.concat([Buffer.from(head), bytes])));
    const read = await bodies.read();
    expectTypeOf(read).toEqualTypeOf<Blob | { name?: string } | undefined>();
    expect(read).toBeInstanceOf(Blob);
    expect(read).toMatchObject({ type: "image/png" });
    expect(Buffer.from(await (read as Blob).arrayBuffer())).toEqual(bytes);
    expect(server.requests[0]?.headers.get("accept")).toBe("image/*, application/json");
  });

  test("JSON for another status, and nothing for a third one", async () => {
    const { bodies } = await bodiesOf(json({ name: "a" }, { status: 202 }), done);
    expect(await bodies.read()).toEqual({ name: "a" });
    expect(await bodies.read()).toBeUndefined();
  });

  test("HTML in place of bytes is refused", async () => {
    const { bodies } = await bodiesOf(answer("<html>", { headers: { "content-type": "text/html" } }));
    await expect(bodies.read()).rejects.toBeInstanceOf(ResponseValidationError);
  });

  test("an error as JSON, whatever a success is, with a body that its schema narrows", async () => {
    const problem = { title: "taken", conflictsWith: "b" };
    const { bodies } = await bodiesOf(json(problem, { status: 409 }), json({ other: 1 }, { status: 409 }));
    const first: unknown = await bodies.patch({}).catch((reason: unknown) => reason);
    expect(first).toBeInstanceOf(ApiError);
    expect(errorBody(first, schemas.problemSchema)?.conflictsWith).toBe("b");
    const second: unknown = await bodies.patch({}).catch((reason: unknown) => reason);
    expect(errorBody(second, schemas.problemSchema)).toBeUndefined();
    expect(errorBody(new Error("else"), schemas.problemSchema)).toBeUndefined();
  });
});
