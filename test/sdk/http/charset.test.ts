import { nodeFetch } from "apsdirect/node";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";

const name = "Müller “€”";
const body = (encoded: Uint8Array) => Buffer.concat([Buffer.from('{"aps":{"id":"a-1","type":"t"},"name":"'), encoded]);
const windows1252 = body(Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x93, 0x80, 0x94, 0x22, 0x7d]));
const utf8 = body(Buffer.from(`${name}"}`));
const utf16 = Buffer.from(`\ufeff${utf8}`, "utf16le");

describe.each([
  { by: "the platform's fetch", fetch: undefined },
  { by: "nodeFetch", fetch: nodeFetch() },
])("F15: text is decoded in its charset, by $by", ({ fetch }) => {
  test.each([
    { type: "application/json", bytes: utf8 },
    { type: "application/json; charset=utf-8", bytes: utf8 },
    { type: "application/json;charset=ISO-8859-1", bytes: windows1252 },
    { type: 'application/json; profile="x"; Charset="windows-1252"', bytes: windows1252 },
    { type: "application/json; charset=utf-16", bytes: utf16 },
    { type: "application/json; charset=klingon", bytes: utf8 },
    { type: "application/json; charset=", bytes: utf8 },
  ])("F15: $type", async ({ type, bytes }) => {
    const { sdk } = await platform(
      [
        (socket) => {
          socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${bytes.length}\r\n\r\n`);
          socket.write(bytes);
        },
      ],
      { fetch },
    );
    expect(await sdk.resources.get("a-1")).toMatchObject({ name });
  });
});
