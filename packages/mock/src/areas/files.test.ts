import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, send } from "../../testing/ask.ts";
import { askForm, toForm } from "../../testing/samples.ts";
import { createMockXai, type MockXai } from "../index.ts";

const origin = "https://api.x.ai";
const start = 1_763_855_668;

function clock(): { mock: MockXai; pass(seconds: number): void } {
  let seconds = start;
  const mock = createMockXai({ now: () => seconds * 1000 });
  return {
    mock,
    pass: (more) => {
      seconds += more;
    },
  };
}

const upload = (
  mock: MockXai,
  name: string,
  text = name,
  more: Record<string, string> = {},
): Promise<Wire.File> =>
  askForm(mock, "/v1/files", toForm({ ...more, file: new File([text], name, { type: "text/plain" }) }));

const list = async (mock: MockXai, query = ""): Promise<Wire.ListFilesResponse> =>
  (await mock.fetch(`${origin}/v1/files?${query}`)).json();

const get = async (mock: MockXai, path: string): Promise<[number, string]> => {
  const response = await mock.fetch(path.startsWith("http") ? path : origin + path);
  return [response.status, new TextDecoder().decode(await response.arrayBuffer())];
};

async function refused(mock: MockXai, form: FormData): Promise<[number, unknown]> {
  const response = await mock.fetch(`${origin}/v1/files`, { method: "POST", body: form });
  return [response.status, await response.json()];
}

const code = "Client specified an invalid argument";

describe("a file of the simulator", () => {
  it("takes its time to live in the two parts that the openai package writes", async () => {
    const mock = createMockXai({ now: () => start * 1000 });
    const lifetime = { "expires_after[anchor]": "created_at", "expires_after[seconds]": "3600" };
    expect(await upload(mock, "notes.txt", "Hi", lifetime)).toMatchObject({ expires_at: start + 3600 });
    const form = toForm({ ...lifetime, "expires_after[anchor]": "now", file: new File(["x"], "x") });
    expect((await refused(mock, form))[0]).toBe(400);
  });

  it("can be listed, read and deleted once it is uploaded", async () => {
    const mock = createMockXai({ now: () => start * 1000 });
    const file = await upload(mock, "notes.txt", "Hëllo", { purpose: "assistants", expires_after: "3600" });
    expect(file).toEqual({
      id: expect.stringMatching(/^file_[0-9a-f-]{36}$/),
      object: "file",
      bytes: 6,
      created_at: start,
      expires_at: start + 3600,
      filename: "notes.txt",
      purpose: "assistants",
    });
    expect((await list(mock)).data).toEqual([file]);
    expect(await get(mock, `/v1/files/${file.id}`)).toEqual([200, JSON.stringify(file)]);
    expect(await get(mock, `/v1/files/${file.id}/content`)).toEqual([200, "Hëllo"]);
    expect(await get(mock, `/v1/files/${file.id}/content?format=text`)).toEqual([200, "Hëllo"]);
    const deleted = await mock.fetch(`${origin}/v1/files/${file.id}`, { method: "DELETE" });
    expect(await deleted.json()).toEqual({ id: file.id, object: "file", deleted: true });
    expect((await list(mock)).data).toEqual([]);
    expect((await get(mock, `/v1/files/${file.id}/content`))[0]).toBe(404);
  });

  it("is gone when its time is up", async () => {
    const { mock, pass } = clock();
    const { id } = await upload(mock, "a", "a", { expires_after: "3600" });
    pass(3599);
    expect((await get(mock, `/v1/files/${id}`))[0]).toBe(200);
    pass(1);
    expect((await get(mock, `/v1/files/${id}`))[0]).toBe(404);
    expect((await list(mock)).data).toEqual([]);
  });

  it("comes in pieces of 64 KiB, between which a download can break off", async () => {
    const mock = createMockXai();
    const { id } = await upload(mock, "long", "x".repeat(150_000));
    mock.failNext({ cutAfterEvents: 2 });
    const response = await mock.fetch(`${origin}/v1/files/${id}/content`);
    const reader = response.body?.getReader();
    const sizes = [(await reader?.read())?.value?.length, (await reader?.read())?.value?.length];
    expect(sizes).toEqual([65_536, 65_536]);
    await expect(reader?.read()).rejects.toThrow("lose the connection");
    expect((await get(mock, `/v1/files/${id}/content`))[1]).toHaveLength(150_000);
  });
});

describe("an upload to the simulator", () => {
  it("is told part by part, without the bytes", async () => {
    const mock = createMockXai();
    await upload(mock, "a.txt", "Hello", { purpose: "assistants" });
    expect(mock.requests.at(-1)?.body).toEqual([
      { name: "purpose", text: "assistants" },
      { name: "file", filename: "a.txt", type: "text/plain", bytes: 5 },
    ]);
  });

  const file = new File(["x"], "a.txt");
  it.each([
    [
      "with a part after the file",
      toForm({ file, expires_after: "3600" }),
      "The part file has to be the last one, and expires_after comes after it.",
    ],
    [
      "that expires too early",
      toForm({ expires_after: "60", file }),
      "The field `expires_after` is not valid: expected at least 3600, got 60.",
    ],
    [
      "that expires after a word",
      toForm({ expires_after: "soon", file }),
      'The field `expires_after` is not valid: expected a value of type number, got "soon".',
    ],
    ["without a file", toForm({ purpose: "assistants" }), "The field `file` is missing."],
    ["of a text instead of a file", toForm({ file: "x" }), "The part file has no file name."],
    ["with a field of its own", toForm({ size: "1", file }), "The API does not know the field `size`."],
  ])("%s is refused", async (_, form, error) => {
    expect(await refused(createMockXai(), form)).toEqual([400, { code, error }]);
  });

  it("that is no form is refused", async () => {
    const mock = createMockXai();
    expect((await send(mock, "/v1/files", {})).status).toBe(415);
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const response = await mock.fetch(`${origin}/v1/files`, { method: "POST", headers, body: "nothing" });
    expect([response.status, await response.json()]).toEqual([
      400,
      { code, error: "The form is not valid: it ends before its last boundary." },
    ]);
  });

  it("of more than 50 MB is refused before it has come to its end", async () => {
    const piece = new Uint8Array(1024 * 1024);
    let sent = 0;
    const head = 'content-disposition: form-data; name="file"; filename="big"';
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`--x\r\n${head}\r\n\r\n`)),
      pull: (controller) => {
        sent += 1;
        controller.enqueue(piece.slice());
      },
    });
    const mock = createMockXai();
    const init = {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body,
      duplex: "half",
    };
    const response = await mock.fetch(`${origin}/v1/files`, init);
    expect([response.status, await response.json()]).toEqual([
      413,
      { code, error: "A part of the form is larger than 50000000 bytes." },
    ]);
    expect(sent).toBeLessThan(60);
  });
});

describe("the simulated list of files", () => {
  async function filled(): Promise<MockXai> {
    const { mock, pass } = clock();
    for (const [name, text] of [
      ["b.txt", "22"],
      ["a.pdf", "333"],
      ["c.txt", "1"],
    ] as const) {
      await upload(mock, name, text);
      pass(10);
    }
    return mock;
  }
  const names = async (mock: MockXai, query: string): Promise<string[]> =>
    (await list(mock, query)).data.map(({ filename }) => filename);

  it.each([
    ["", ["c.txt", "a.pdf", "b.txt"]],
    ["order=asc", ["b.txt", "a.pdf", "c.txt"]],
    ["sort_by=filename&order=asc", ["a.pdf", "b.txt", "c.txt"]],
    ["sort_by=size", ["a.pdf", "b.txt", "c.txt"]],
    ["limit=2", ["c.txt", "a.pdf"]],
    [`filter=${encodeURIComponent('name:"PDF" OR size_bytes < 2')}`, ["c.txt", "a.pdf"]],
    [`filter=${encodeURIComponent('NOT (name = ".txt") AND content_type = "text"')}`, ["a.pdf"]],
    [`filter=${encodeURIComponent('created_at > "2025-11-22T23:54:28Z"')}`, ["c.txt", "a.pdf"]],
  ])("answers %j", async (query, expected) => {
    expect(await names(await filled(), query)).toEqual(expected);
  });

  it("gives a token with every page, also with the last, which is shorter than the limit", async () => {
    const mock = await filled();
    const seen: number[] = [];
    let token = "";
    for (let page = 0; page < 3; page += 1) {
      const { data, pagination_token: next } = await list(
        mock,
        `limit=2${token && `&pagination_token=${encodeURIComponent(token)}`}`,
      );
      seen.push(data.length);
      expect(typeof next).toBe("string");
      token = next ?? "";
    }
    expect(seen).toEqual([2, 1, 0]);
  });

  it("goes on where it was when files of the page before have been deleted", async () => {
    const mock = await filled();
    const { data, pagination_token: token } = await list(mock, "limit=1");
    await mock.fetch(`${origin}/v1/files/${data[0]?.id ?? ""}`, { method: "DELETE" });
    expect(await names(mock, `pagination_token=${encodeURIComponent(token ?? "")}`)).toEqual([
      "a.pdf",
      "b.txt",
    ]);
  });

  it.each(["limit=0", "limit=101", "pagination_token=x", "unknown=1", "filter=name", "filter=a%3Db"])(
    "refuses %s",
    async (query) => {
      const response = await (await filled()).fetch(`${origin}/v1/files?${query}`);
      expect(response.status).toBe(400);
    },
  );
});

describe("a public address of a simulated file", () => {
  const publish = (mock: MockXai, id: string, body: object = {}): Promise<Wire.CreatePublicUrlResponse> =>
    ask(mock, `/v1/files/${id}/public-url`, body);

  it("needs no key and no body, and can be taken back", async () => {
    const mock = createMockXai({ apiKey: "right" });
    const headers = { authorization: "Bearer right" };
    const form = toForm({ file: new File(["Hello"], "a.txt", { type: "text/plain" }) });
    const uploaded = await mock.fetch(`${origin}/v1/files`, { method: "POST", headers, body: form });
    const { id }: Wire.File = await uploaded.json();
    const created = await mock.fetch(`${origin}/v1/files/${id}/public-url`, { method: "POST", headers });
    const { public_url: url }: Wire.CreatePublicUrlResponse = await created.json();
    expect(url.startsWith(`${origin}/simulated/files/`)).toBe(true);
    const response = await mock.fetch(url);
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/plain", "Hello"]);
    const revoke = async (): Promise<unknown> =>
      (await mock.fetch(`${origin}/v1/files/${id}/public-url/revoke`, { method: "POST", headers })).json();
    expect(await revoke()).toEqual({ id, revoked: true, public_url: url });
    expect((await mock.fetch(url)).status).toBe(404);
    expect(await revoke()).toEqual({ id, revoked: false });
  });

  it("ends on its own", async () => {
    const { mock, pass } = clock();
    const { id } = await upload(mock, "a.txt");
    const { public_url: url, expires_at } = await publish(mock, id, { expires_after: 3600 });
    expect(expires_at).toBe(start + 3600);
    pass(3600);
    expect((await get(mock, url))[0]).toBe(404);
    expect((await list(mock)).data[0]).not.toHaveProperty("public_url");
  });

  it("is refused when it would outlive the file, or the file is empty", async () => {
    const mock = createMockXai();
    const { id } = await upload(mock, "a.txt", "a", { expires_after: "3600" });
    const empty = await upload(mock, "b.txt", "");
    expect((await send(mock, `/v1/files/${id}/public-url`, { expires_after: 7200 })).status).toBe(400);
    expect((await send(mock, `/v1/files/${empty.id}/public-url`, {})).status).toBe(400);
  });
});
