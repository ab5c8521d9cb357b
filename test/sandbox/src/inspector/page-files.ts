import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { OutgoingResponse } from "../http-server.js";

const folders = [new URL("page/", import.meta.url), new URL("../../page/", import.meta.url)];

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Files of the page by path. Read once at startup, so that no request path is ever used to access the disk. */
export async function readPageFiles(): Promise<ReadonlyMap<string, OutgoingResponse>> {
  const files = await Promise.all(folders.map(filesIn));
  return new Map(files.flat());
}

async function filesIn(folder: URL): Promise<ReadonlyArray<readonly [path: string, answer: OutgoingResponse]>> {
  const served = (await readdir(folder)).flatMap((name) => {
    const type = contentTypes[extname(name)];
    return type === undefined ? [] : [{ name, type }];
  });
  return Promise.all(
    served.map(async ({ name, type }) => {
      const body = await readFile(new URL(name, folder), "utf8");
      return [
        name === "index.html" ? "/" : `/${name}`,
        { status: 200, headers: { "Content-Type": type }, body },
      ] as const;
    }),
  );
}
