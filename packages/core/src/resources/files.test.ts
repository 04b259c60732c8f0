import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

/** A client whose requests are answered one by one, the last answer for all that follow. */
function stub(...answers: (() => Response)[]) {
  const seen: string[] = [];
  const xai = createXai({
    baseURL: "http://stub.test/v1",
    maxRetries: 0,
    fetch: async (url, { method }) => {
      seen.push(`${method} ${url.replace("http://stub.test/v1", "")}`);
      return (answers[seen.length - 1] ?? answers.at(-1) ?? Response.error)();
    },
  });
  return { xai, seen };
}

const json = (body: unknown) => () => Response.json(body);
const file = (id: number) => ({ id: `file_${id}`, object: "file", filename: "a", bytes: 1, created_at: 1 });

describe("a file", () => {
  it.each([3599, 2_592_001, 3600.5, Number.NaN, -1])(
    "is not uploaded, and gets no public address, for a lifetime of %d seconds",
    async (expires_after) => {
      const { xai, seen } = stub(json({}));
      const refusal = {
        name: "XaiOptionsError",
        message: `Expected expires_after as whole seconds from 3600 to 2592000, got ${expires_after}`,
      };
      const upload = xai.files.create({ file: new Blob(["x"]), expires_after });
      await expect(upload).rejects.toMatchObject(refusal);
      await expect(xai.files.publicUrl.create("f", { expires_after })).rejects.toMatchObject(refusal);
      expect(seen).toEqual([]);
    },
  );

  it.each([3600, 2_592_000, null, undefined])("may live for %d seconds", async (expires_after) => {
    const { xai, seen } = stub(json(file(1)));
    await xai.files.create({ file: new Blob(["x"]), expires_after });
    await xai.files.publicUrl.create("f", { expires_after });
    expect(seen).toEqual(["POST /files", "POST /files/f/public-url"]);
  });

  it("is not uploaded when it is known to be larger than 50 MB", async () => {
    const { xai, seen } = stub(json(file(1)));
    const half = new Uint8Array(25_000_000);
    const refusal = { name: "XaiOptionsError", message: expect.stringMatching(/50 MB.*got 50000001 bytes/) };
    const blob = new Blob([half, half, "x"]);
    await expect(xai.files.create({ file: blob })).rejects.toMatchObject(refusal);
    const buffer = new ArrayBuffer(50_000_001);
    await expect(xai.files.create({ file: buffer })).rejects.toMatchObject(refusal);
    expect(seen).toEqual([]);
    expect(await xai.files.create({ file: blob.slice(1) })).toEqual(file(1));
  });

  it("is retrieved, deleted and revoked by its id alone", async () => {
    const { xai, seen } = stub(json(file(1)));
    expect(await xai.files.retrieve("file_1")).toEqual(file(1));
    await xai.files.publicUrl.create("file_1");
    await xai.files.publicUrl.revoke("file_1");
    expect(seen).toEqual([
      "GET /files/file_1",
      "POST /files/file_1/public-url",
      "POST /files/file_1/public-url/revoke",
    ]);
    for (const call of [
      () => xai.files.retrieve("../models"),
      () => xai.files.delete("%2e%2E"),
      () => xai.files.content("a/b"),
      () => xai.files.publicUrl.create(""),
      () => xai.files.publicUrl.revoke(".."),
      () => xai.skills.retrieve("a\\b"),
      () => xai.skills.delete(".."),
      () => xai.skills.content.retrieve("/"),
      () => xai.images.retrieve(".."),
      () => xai.videos.retrieve(".."),
      () => xai.videos.wait(".."),
      () => xai.batches.retrieve(".."),
      () => xai.batches.cancel("a/b"),
      () => xai.batches.requests.list(".."),
      () => xai.batches.results.list(".."),
      () => xai.tts.voices.retrieve(".."),
      () => xai.customVoices.update("..", {}),
      () => xai.customVoices.audio(".."),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "invalid_id" });
    }
    expect(seen).toHaveLength(3);
    await xai.files.retrieve("a?b#c%2e");
    expect(seen[3]).toBe("GET /files/a%3Fb%23c%252e");
  });

  it("is deleted, whether the answer has a body or not", async () => {
    const gone = { id: "file_1", object: "file", deleted: true };
    const { xai } = stub(json(gone), () => new Response(null, { status: 204 }));
    expect(await xai.files.delete("file_1")).toEqual(gone);
    expect(await xai.files.delete("file_1")).toEqual({ id: "file_1", deleted: true });
    expect(await xai.skills.delete("skill_1")).toMatchObject({ id: "skill_1", deleted: true });
    expect(await xai.customVoices.delete("v")).toEqual({ deleted: true });
  });

  it("comes as bytes, text or stream, as it was uploaded or as text", async () => {
    const { xai, seen } = stub(() => new Response("é🙂", { headers: { "content-type": "text/plain" } }));
    expect(await (await xai.files.content("f")).text()).toBe("é🙂");
    expect(await (await xai.files.content("f", { format: "text" })).bytes()).toHaveLength(6);
    expect((await xai.skills.content.retrieve("s")).stream).toBeInstanceOf(ReadableStream);
    expect((await xai.customVoices.audio("v")).contentType).toBe("text/plain");
    expect(seen).toEqual([
      "GET /files/f/content",
      "GET /files/f/content?format=text",
      "GET /skills/s/content",
      "GET /custom-voices/v/audio",
    ]);
  });
});

describe("the list of files", () => {
  it("goes on until a page is shorter than asked for, although that one comes with a token", async () => {
    const { xai, seen } = stub(
      json({ data: [file(1), file(2)], pagination_token: "t 2" }),
      json({ data: [file(3)], pagination_token: "t3" }),
    );
    const ids: string[] = [];
    for await (const { id } of xai.files.list({ limit: 2, order: "asc" })) ids.push(id);
    expect(ids).toEqual(["file_1", "file_2", "file_3"]);
    expect(seen).toEqual([
      "GET /files?limit=2&sort_by=created_at&order=asc",
      "GET /files?limit=2&sort_by=created_at&order=asc&pagination_token=t+2",
    ]);
  });

  it("ends at an empty page when the one before was full", async () => {
    const { xai } = stub(
      json({ data: [file(1)], pagination_token: "t" }),
      json({ data: [], pagination_token: "t" }),
    );
    const sizes: number[] = [];
    for await (const { data } of xai.files.list({ limit: 1 }).pages()) sizes.push(data.length);
    expect(sizes).toEqual([1, 0]);
  });

  it("is one page when that is awaited, sorted and begun as asked for", async () => {
    const page = { data: [file(1)], pagination_token: "t" };
    const { xai, seen } = stub(json(page));
    expect(await xai.files.list()).toEqual(page);
    await xai.files.list({ sort_by: "size", pagination_token: "t7" });
    expect(seen).toEqual([
      "GET /files?limit=100&sort_by=created_at",
      "GET /files?limit=100&sort_by=size&pagination_token=t7",
    ]);
  });
});

describe("the list of skills", () => {
  it("goes on after the last id while there is more", async () => {
    const { xai, seen } = stub(
      json({ object: "list", data: [{ id: "s1" }], has_more: true, last_id: "s1" }),
      json({ object: "list", data: [{ id: "s2" }], has_more: true }),
      json({ object: "list", data: [{ id: "s3" }], has_more: false, last_id: "s3" }),
    );
    const ids: string[] = [];
    for await (const { id } of xai.skills.list({ limit: 1 })) ids.push(id);
    expect(ids).toEqual(["s1", "s2", "s3"]);
    expect(seen).toEqual([
      "GET /skills?limit=1",
      "GET /skills?limit=1&after=s1",
      "GET /skills?limit=1&after=s2",
    ]);
  });
});
