import { misbehave, streamBytes } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, type Uploadable } from "../index.ts";
import { inPage } from "../http/in-page.ts";
import { multipart } from "./multipart.ts";

const encoder = new TextEncoder();

async function* iterate<T>(...chunks: T[]): AsyncGenerator<T> {
  yield* chunks;
}

/** What a server reads out of a form: the parts in their order, files as `name (type): text`. */
async function read(fields: object, filename?: string, stem?: string): Promise<string[][]> {
  const { type = "", init } = await multipart(fields, undefined, filename, stem);
  const form = await new Response(init.body, { headers: { "content-type": type } }).formData();
  const parts: string[][] = [];
  for (const [name, value] of form) {
    parts.push([
      name,
      typeof value === "string" ? value : `${value.name} (${value.type}): ${await value.text()}`,
    ]);
  }
  return parts;
}

const ways: [way: string, file: () => Uploadable][] = [
  ["a Blob", () => new Blob(["é🙂"])],
  ["bytes", () => encoder.encode("é🙂")],
  ["an ArrayBuffer", () => encoder.encode("é🙂").buffer],
  ["a view of bytes", () => new DataView(encoder.encode("-é🙂-").buffer, 1, 6)],
  ["a stream", () => streamBytes([encoder.encode("é🙂")])],
  [
    "an async iterable of bytes",
    () => iterate(encoder.encode("é🙂").subarray(0, 3), encoder.encode("é🙂").subarray(3)),
  ],
  ["an async iterable of texts", () => iterate("é", "🙂")],
];

describe("a form", () => {
  it.each(ways)("carries its fields in their order and then the file: %s", async (_, file) => {
    expect(
      await read({
        purpose: "x",
        expires_after: 3600,
        keyterm: ["a", "b\r\n--c"],
        n: null,
        u: undefined,
        file: file(),
      }),
    ).toEqual([
      ["purpose", "x"],
      ["expires_after", "3600"],
      ["keyterm", "a"],
      ["keyterm", "b\r\n--c"],
      ["file", "file.txt (application/octet-stream): é🙂"],
    ]);
  });

  it.each(ways)("ends with the file, whatever its size: %s", async (_, file) => {
    const { init } = await multipart({ a: 1, file: file() }, undefined);
    const text = await new Response(init.body).text();
    expect(text).toMatch(
      /^--(\S+)\r\n[^]*name="a"\r\n\r\n1\r\n--\1\r\n[^]*name="file"; filename="file.txt"\r\n[^]*\r\n\r\né🙂\r\n--\1--\r\n$/,
    );
  });

  it("may hold several files, and empty ones", async () => {
    expect(
      await read({
        files: [new Blob([]), iterate<string>(), new File(["b"], "dir/b.md", { type: "text/markdown" })],
      }),
    ).toEqual([
      ["files", "file.bin (application/octet-stream): "],
      ["files", "file.bin (application/octet-stream): "],
      ["files", expect.stringMatching(/b\.md \(text\/markdown.*\): b$/)],
    ]);
  });

  it("names a file by what was asked, by its own name, or by its content, and never `blob` or `undefined`", async () => {
    const nameOf = async (file: Uploadable, filename?: string, stem?: string) =>
      (await read({ file }, filename, stem))[0]?.[1]?.replace(/ .*/s, "");
    const wav = encoder.encode("RIFF----WAVEfmt ");
    expect(await nameOf(new File(["x"], "own.md"), "asked.txt")).toBe("asked.txt");
    expect(await nameOf(new File(["x"], "own.md"))).toBe("own.md");
    expect(await nameOf(new File([wav], "blob"))).toBe("file.wav");
    expect(await nameOf(new File([wav], ""), undefined, "audio")).toBe("audio.wav");
    expect(await nameOf(wav, undefined, "audio")).toBe("audio.wav");
    expect(await nameOf(streamBytes([wav]), undefined, "audio")).toBe("audio.wav");
    expect(await nameOf(iterate("%PDF-1.7"))).toBe("file.pdf");
  });

  it("lets no name begin a header or another part", async () => {
    const { init } = await multipart(
      { file: new Blob(["x"]) },
      undefined,
      'a"; name="b"\r\nX-Evil: 1\r\n\r\n🙂.txt',
    );
    const text = await new Response(init.body).text();
    expect(text).toContain('filename="a%22; name=%22b%22%0D%0AX-Evil: 1%0D%0A%0D%0A🙂.txt"\r\n');
    expect(text.split("\r\n")).toHaveLength(7);
  });

  it.each([
    ["a path", "/home/cat.png", "string"],
    ["nothing", undefined, "undefined"],
    ["null", null, "object"],
    ["an array of numbers", { 0: 1 }, "object"],
  ])("refuses what is no file: %s", async (_, file, type) => {
    await expect(multipart({ file }, undefined)).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: expect.stringMatching(new RegExp(`file as a Blob, bytes, or a stream.*got ${type}`)),
    });
  });

  it("refuses a stream that somebody reads already", async () => {
    const file = streamBytes([encoder.encode("x")]);
    file.getReader();
    await expect(multipart({ file }, undefined)).rejects.toMatchObject({ name: "XaiOptionsError" });
  });

  it("is a Blob that can be sent again, but for a stream where streams can be sent", async () => {
    for (const [, file] of ways.slice(0, 4)) {
      expect((await multipart({ file: file() }, undefined)).init.body).toBeInstanceOf(Blob);
    }
    for (const [, file] of ways.slice(4)) {
      expect((await multipart({ file: file() }, undefined)).init.body).toBeInstanceOf(
        inPage() ? Blob : ReadableStream,
      );
    }
  });
});

describe("an upload over the network", () => {
  it.each(ways)("arrives whole: %s", async (_, file) => {
    const server = await misbehave([{ json: { id: "file_1" } }]);
    const xai = createXai({ baseURL: server.url });
    expect(await xai.files.create({ file: file(), expires_after: 3600 })).toEqual({ id: "file_1" });
    const [request] = await server.requests();
    expect(request?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=[\d-]+$/);
    expect(request?.body).toMatch(
      /name="expires_after"\r\n\r\n3600\r\n[^]*name="file"; filename="file.txt"[^]*é🙂\r\n--[\d-]+--\r\n$/,
    );
  });

  it("is repeated when it is no stream, and a stream is not", async () => {
    const server = await misbehave([
      { status: 503, headers: { "retry-after": "0" } },
      { json: { id: "file_1" } },
    ]);
    const xai = createXai({ baseURL: server.url });
    await xai.files.create({ file: new Blob(["again"]) });
    const bodies = (await server.requests()).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);
  });

  it.each(ways)("follows no redirect: %s", async (_, file) => {
    const server = await misbehave([{ status: 307, headers: { location: "/elsewhere" } }]);
    const upload = createXai({ baseURL: server.url, maxRetries: 0 }).files.create({ file: file() });
    await expect(upload).rejects.toMatchObject({
      name: expect.stringMatching(/^Xai(Protocol|Connection)Error$/),
    });
    expect(await server.requests()).toHaveLength(1);
  });

  it("whose source fails never looks whole", async () => {
    const server = await misbehave([{ json: { id: "file_1" } }]);
    let pulls = 0;
    const file = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (to) => (pulls++ ? to.error(new Error("disk gone")) : to.enqueue(encoder.encode("begin"))),
    });
    // workerd sends what it has, and takes the answer to that for the answer.
    await createXai({ baseURL: server.url })
      .files.create({ file })
      .catch(() => {});
    for (const { body } of await server.requests()) expect(body).not.toMatch(/--\r\n$/);
  });

  it.skipIf(inPage())("ends its source when the server refuses it", async () => {
    let cancelled!: (reason: unknown) => void;
    const ended = new Promise((resolve) => (cancelled = resolve));
    const file = new ReadableStream<Uint8Array<ArrayBuffer>>({ cancel: cancelled });
    const fetch = async () => Response.json({ error: "too large" }, { status: 413 });
    const upload = createXai({ baseURL: "http://stub.test/v1", fetch }).files.create({ file });
    await expect(upload).rejects.toMatchObject({ status: 413 });
    await ended;
  });

  it("ends its source when it is aborted, with the caller's reason, also where the source is silent", async () => {
    const server = await misbehave([{ noResponse: true }]);
    const controller = new AbortController();
    const reason = new Error("enough");
    let cancelled!: (reason: unknown) => void;
    const ended = new Promise((resolve) => (cancelled = resolve));
    let pulls = 0;
    const file = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (to) => (pulls++ ? new Promise(() => {}) : to.enqueue(encoder.encode("begin"))),
      cancel: cancelled,
    });
    const upload = createXai({ baseURL: server.url }).files.create({ file }, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 80);
    await expect(upload).rejects.toBe(reason);
    await ended;
  });
});
