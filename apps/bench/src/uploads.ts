import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { createXai } from "@xai-edge/core";

// How much memory a large file takes on its way through the client: `node --expose-gc src/uploads.ts`. The server is a
// process of its own, so that what it holds is not counted.

const MB = 1_000_000;
const chunk = new Uint8Array(64 * 1024).fill(7);

/** Answers an upload with how many bytes came, and any other request with as many bytes as its path asks for. */
const server = createServer(async (request, response) => {
  if (request.method === "POST") {
    let bytes = 0;
    for await (const part of request) bytes += (part as Uint8Array).length;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ id: "file_1", bytes }));
    return;
  }
  let left = Number(request.url?.split("/").at(-2));
  response.setHeader("content-type", "application/octet-stream");
  while (left > 0) {
    if (!response.write(chunk.subarray(0, left)))
      await new Promise((resolve) => response.once("drain", resolve));
    left -= chunk.length;
  }
  response.end();
});

/** Most memory in use beyond that before, in MB, looked at after each piece that is passed on. */
function watch(): { look: () => void; report: (what: string, bytes: number) => void } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const begun = performance.now();
  const peak = { heapUsed: 0, arrayBuffers: 0 };
  let looks = 0;
  const look = (): void => {
    // Garbage is not what is held.
    if (looks++ % 64 === 0) globalThis.gc?.();
    const now = process.memoryUsage();
    peak.heapUsed = Math.max(peak.heapUsed, now.heapUsed - before.heapUsed);
    peak.arrayBuffers = Math.max(peak.arrayBuffers, now.arrayBuffers - before.arrayBuffers);
  };
  const inMb = (bytes: number): string => (bytes / MB).toFixed(1).padStart(6);
  const report = (what: string, bytes: number): void => {
    const seconds = ((performance.now() - begun) / 1000).toFixed(2);
    console.log(
      `${what.padEnd(34)} ${(bytes / MB).toFixed(0).padStart(5)} MB in ${seconds} s, ` +
        `heap +${inMb(peak.heapUsed)} MB, buffers +${inMb(peak.arrayBuffers)} MB at most`,
    );
  };
  return { look, report };
}

if (process.argv[2] === "serve") {
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
  await once(process, "disconnect");
  process.exit();
}
const child = fork(import.meta.filename, ["serve"], { execArgv: [] });
const [{ port }] = (await once(child, "message")) as [{ port: number }];
const xai = createXai({ baseURL: `http://127.0.0.1:${port}/v1` });

async function upload(what: string, size: number): Promise<void> {
  const { look, report } = watch();
  let left = size;
  const file = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        await setImmediate();
        look();
        if (left <= 0) {
          controller.close();
          return;
        }
        controller.enqueue(chunk.slice(0, left));
        left -= chunk.length;
      },
    },
    { highWaterMark: 0 },
  );
  const { bytes } = await xai.files.create({ file, filename: "large.bin" });
  if (bytes < size) throw new Error(`${bytes} of ${size} bytes arrived`);
  report(what, size);
}

async function download(what: string, size: number): Promise<void> {
  const { look, report } = watch();
  const { stream } = await xai.files.content(String(size));
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    look();
  }
  if (bytes !== size) throw new Error(`${bytes} of ${size} bytes arrived`);
  report(what, size);
}

if (!globalThis.gc) console.log("Run with --expose-gc to leave garbage out of the numbers.");
await upload("warm-up: upload from a stream", 5 * MB);
await download("warm-up: download as a stream", 5 * MB);
await upload("upload from a stream", 50 * MB);
await download("download as a stream", 1_000 * MB);
child.disconnect();
