/**
 * Reads a compressed answer through `nodeFetch()`, or prints its refusal, and reads the same without it. The platform is
 * a server of this program.
 */
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const server = createServer((_, response) => {
  response.setHeader("content-type", "application/json").setHeader("content-encoding", "gzip");
  response.end(gzipSync(JSON.stringify({ aps: { id: "a-1", type: "t" } })));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseUrl = `http://127.0.0.1:${server.address().port}`;

async function idThrough(options) {
  const { aps } = await new ApsClient({ baseUrl, ...options }).resources.get("a-1");
  return aps.id;
}

async function attempt() {
  try {
    return { read: await idThrough({ fetch: nodeFetch() }) };
  } catch ({ message }) {
    return { refused: message };
  }
}

console.log(JSON.stringify({ ...(await attempt()), without: await idThrough({}) }));
process.exit();
