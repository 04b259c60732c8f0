import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// Two callers of one proxy, with one key behind it, to whose owner everything belongs as far as the API knows.

const keys = { ada: "client-key-ada-Jp2nVb6Rc8", ben: "client-key-ben-Zt5mKd9Wx1" };
type Who = keyof typeof keys;

const routes = [
  "chat.completions.create",
  "chat.completions.deferred.retrieve",
  "responses.create",
  "responses.retrieve",
  "responses.delete",
  "responses.inputItems.list",
  "responses.compact",
  "messages.create",
  "images.generate",
  "images.edit",
  "images.retrieve",
  "videos.generate",
  "videos.edit",
  "videos.extend",
  "videos.retrieve",
  "files.create",
  "files.list",
  "files.retrieve",
  "files.delete",
  "files.content",
  "skills.create",
  "skills.list",
  "skills.retrieve",
  "skills.delete",
  "skills.content.retrieve",
  "customVoices.create",
  "customVoices.list",
  "customVoices.retrieve",
  "customVoices.update",
  "customVoices.delete",
  "customVoices.audio",
  "tts.create",
];

let simulator: MockXaiServer;
let worker: RunningWorker;

beforeAll(async () => {
  simulator = await serveMockXai({ apiKey: "xai-canary", pendingLooks: 0 });
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: simulator.url,
    CLIENT_KEYS: JSON.stringify(
      Object.entries(keys).map(([subject, key]) => ({
        sha256: sha256Of(key),
        subject,
      })),
    ),
    MAX_RETRIES: "0",
    OWNERSHIP: "on",
    ROUTES: routes.join(","),
    POLICY: JSON.stringify({
      tools: ["function", "code_interpreter", "file_search", "shell"],
      allowUnknownFields: true,
    }),
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
  });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await simulator.close();
});

type Json = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly json: Json;
}

async function ask(who: Who, method: string, path: string, body?: Json | FormData): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(worker.url + path, {
    method,
    headers: {
      authorization: `Bearer ${keys[who]}`,
      ...(body !== undefined && !isForm && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text.startsWith("{") ? JSON.parse(text) : { text } };
}

/** The id in a success. */
async function made(asked: Promise<Answer>, field = "id"): Promise<string> {
  const { status, json } = await asked;
  expect([status, json]).toEqual([200, expect.objectContaining({ [field]: expect.any(String) })]);
  return String(json[field]);
}

function form(parts: Readonly<Record<string, string | File>>): FormData {
  const written = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === "string") written.append(name, value);
    else written.append(name, value, value.name);
  }
  return written;
}

/** How often the upstream was asked while this was done. */
async function upstreamCallsOf(act: () => Promise<unknown>): Promise<number> {
  const before = simulator.mock.requests.length;
  await act();
  return simulator.mock.requests.length - before;
}

const skillText = "---\nname: tides\ndescription: Tells tides\n---\nLook at the moon.\n";
const makers = {
  file: (who: Who) =>
    made(
      ask(
        who,
        "POST",
        "/v1/files",
        form({ purpose: "assistants", file: new File([`diary of ${who}`], `${who}.txt`) }),
      ),
    ),
  response: (who: Who) =>
    made(ask(who, "POST", "/v1/responses", { model: "grok-4", input: `secret of ${who}`, store: true })),
  chat: (who: Who) =>
    made(
      ask(who, "POST", "/v1/chat/completions", {
        model: "grok-4",
        deferred: true,
        messages: [{ role: "user", content: `secret of ${who}` }],
      }),
      "request_id",
    ),
  image: (who: Who) =>
    made(
      ask(who, "POST", "/v1/images/generations", {
        model: "grok-imagine-image",
        prompt: `secret of ${who}`,
        deferred: true,
      }),
      "request_id",
    ),
  video: (who: Who) =>
    made(
      ask(who, "POST", "/v1/videos/generations", {
        model: "grok-imagine-video",
        prompt: `secret of ${who}`,
      }),
      "request_id",
    ),
  skill: (who: Who) =>
    made(
      ask(
        who,
        "POST",
        "/v1/skills",
        form({ files: new File([skillText.replace("tides", `tides-${who}`)], `tides-${who}/SKILL.md`) }),
      ),
    ),
  voice: (who: Who) =>
    made(
      ask(
        who,
        "POST",
        "/v1/custom-voices",
        form({
          name: `voice of ${who}`,
          file: new File([new Uint8Array(4000)], "voice.wav", { type: "audio/wav" }),
        }),
      ),
      "voice_id",
    ),
};

type Kind = keyof typeof makers;

/** Each way to name in a path what was made. */
const inPaths: readonly (readonly [Kind, method: string, path: string])[] = [
  ["file", "GET", "/v1/files/{id}"],
  ["file", "GET", "/v1/files/{id}/content"],
  ["response", "GET", "/v1/responses/{id}"],
  ["response", "GET", "/v1/responses/{id}/input_items"],
  ["chat", "GET", "/v1/chat/deferred-completion/{id}"],
  ["image", "GET", "/v1/images/{id}"],
  ["video", "GET", "/v1/videos/{id}"],
  ["skill", "GET", "/v1/skills/{id}"],
  ["skill", "GET", "/v1/skills/{id}/content"],
  ["voice", "GET", "/v1/custom-voices/{id}"],
  ["voice", "GET", "/v1/custom-voices/{id}/audio"],
  ["voice", "PATCH", "/v1/custom-voices/{id}"],
  ["file", "DELETE", "/v1/files/{id}"],
  ["response", "DELETE", "/v1/responses/{id}"],
  ["skill", "DELETE", "/v1/skills/{id}"],
  ["voice", "DELETE", "/v1/custom-voices/{id}"],
];

const user = (...content: readonly Json[]): Json => ({ role: "user", content });
const text = { type: "input_text", text: "What is in it?" };

/** Each place in a body where an id may stand. */
const inBodies: readonly (readonly [Kind, where: string, path: string, body: (id: string) => Json])[] = [
  [
    "response",
    "previous_response_id",
    "/v1/responses",
    (id) => ({ model: "grok-4", input: "Go on", previous_response_id: id }),
  ],
  [
    "file",
    "input_file of a response",
    "/v1/responses",
    (id) => ({ model: "grok-4", input: [user(text, { type: "input_file", file_id: id })] }),
  ],
  [
    "file",
    "input of compact",
    "/v1/responses/compact",
    (id) => ({ model: "grok-4", input: [user(text, { type: "input_file", file_id: id })] }),
  ],
  [
    "file",
    "file part of a chat",
    "/v1/chat/completions",
    (id) => ({
      model: "grok-4",
      messages: [user({ type: "text", text: "Read" }, { type: "file", file: { file_id: id } })],
    }),
  ],
  [
    "file",
    "picture of a chat",
    "/v1/chat/completions",
    (id) => ({
      model: "grok-4",
      messages: [
        user({ type: "text", text: "Look" }, { type: "image_url", image_url: { url: "", file_id: id } }),
      ],
    }),
  ],
  [
    "file",
    "picture to edit",
    "/v1/images/edits",
    (id) => ({ model: "grok-imagine-image", prompt: "Edit", image: { file_id: id } }),
  ],
  [
    "file",
    "one of the pictures to edit",
    "/v1/images/edits",
    (id) => ({ model: "grok-imagine-image", prompt: "Edit", images: [{ file_id: id }, { file_id: id }] }),
  ],
  [
    "file",
    "picture to begin a video with",
    "/v1/videos/generations",
    (id) => ({ model: "grok-imagine-video", prompt: "Go", image: { file_id: id } }),
  ],
  [
    "file",
    "video to edit",
    "/v1/videos/edits",
    (id) => ({ model: "grok-imagine-video", prompt: "Go", video: { file_id: id } }),
  ],
  [
    "file",
    "video to extend",
    "/v1/videos/extensions",
    (id) => ({ model: "grok-imagine-video", prompt: "Go", video: { file_id: id } }),
  ],
  ["voice", "voice to speak with", "/v1/tts", (id) => ({ text: "Hello", voice_id: id, language: "en" })],
];

/** Places that no schema knows, which one setting lets through. */
const inUnknownFields: readonly (readonly [Kind, where: string, more: (id: string) => Json])[] = [
  ["file", "a new field", (id) => ({ attachment: { file_id: id } })],
  ["file", "a list in a list", (id) => ({ attachments: [[{ deep: [{ file_id: id }] }]] })],
  ["file", "a list of ids", (id) => ({ attachments: { file_ids: [id] } })],
  ["file", "input_file_id", (id) => ({ input_file_id: id })],
  ["skill", "skill_id", (id) => ({ environment: { skills: [{ skill_id: id }] } })],
];

describe("what another caller made", () => {
  it.each(inPaths)(
    "%s cannot be had with %s %s, and the upstream is not asked",
    async (kind, method, path) => {
      const body = method === "PATCH" ? { name: "mine now" } : undefined;
      const id = await makers[kind]("ada");
      const own = path.replace("{id}", id);
      expect(
        await upstreamCallsOf(async () => {
          expect(await ask("ben", method, own, body)).toMatchObject({
            status: 404,
            json: { error: { code: "not_found" } },
          });
        }),
      ).toBe(0);
      expect((await ask("ada", method, own, body)).status).toBe(200);
    },
  );

  it("answers like what nobody made", async () => {
    const path = `/v1/files/${await makers.file("ada")}`;
    expect(await ask("ben", "GET", path)).toEqual(await ask("ben", "GET", "/v1/files/file_nobody"));
  });

  it.each(inBodies)("%s cannot be named as %s", async (kind, _, path, body) => {
    const id = await makers[kind]("ada");
    expect(
      await upstreamCallsOf(async () => {
        expect(await ask("ben", "POST", path, body(id))).toMatchObject({
          status: 404,
          json: { error: { code: "not_found" } },
        });
      }),
    ).toBe(0);
    // The simulator may have its own opinion of what is in the file.
    expect(await upstreamCallsOf(() => ask("ada", "POST", path, body(id)))).toBe(1);
  });

  it.each(inUnknownFields)("%s cannot be named in %s", async (kind, _, more) => {
    const id = await makers[kind]("ada");
    const body = { model: "grok-4", input: "Hello", ...more(id) };
    expect(
      await upstreamCallsOf(async () => {
        expect((await ask("ben", "POST", "/v1/responses", body)).status).toBe(404);
      }),
    ).toBe(0);
    expect(await upstreamCallsOf(() => ask("ada", "POST", "/v1/responses", body))).toBe(1);
  });

  it("is not reached by a mixture of ids, one's own first or last", async () => {
    const [hers, his] = [await makers.file("ada"), await makers.file("ben")];
    for (const ids of [
      [his, hers],
      [hers, his],
    ]) {
      const content = ids.map((id) => ({ type: "input_file", file_id: id }));
      const { status } = await ask("ben", "POST", "/v1/responses", {
        model: "grok-4",
        input: [user(text, ...content)],
      });
      expect(status).toBe(404);
    }
  });

  it("is not reached by an id of another kind", async () => {
    const id = await makers.file("ben");
    for (const path of ["/v1/responses/", "/v1/videos/", "/v1/chat/deferred-completion/"]) {
      expect((await ask("ben", "GET", path + id)).status).toBe(404);
    }
  });
});

describe("a list", () => {
  it.each([
    ["file", "/v1/files", "data", "id"],
    ["skill", "/v1/skills", "data", "id"],
    ["voice", "/v1/custom-voices", "voices", "voice_id"],
  ] as const)("of %ss holds one's own alone, and no trace of others'", async (kind, path, entries, field) => {
    const his = await makers[kind]("ben");
    const hers = await makers[kind]("ada");
    const { status, json } = await ask("ben", "GET", path);
    expect(status).toBe(200);
    const listed = json[entries] as readonly Json[];
    expect(listed.map((entry) => entry[field])).toContain(his);
    expect(JSON.stringify(json)).not.toContain(hers);
    expect(JSON.stringify(json)).not.toMatch(/of ada|ada\.txt|tides-ada/);
    const { json: other } = await ask("ada", "GET", path);
    expect(JSON.stringify(other)).toContain(hers);
    expect(JSON.stringify(other)).not.toContain(his);
  });
});

describe("a page of a list", () => {
  it.each([
    ["file", "/v1/files?limit=1", "data", "id", "pagination_token", "pagination_token"],
    ["skill", "/v1/skills?limit=1", "data", "id", "last_id", "after"],
  ] as const)(
    "of %ss that ends with another's tells nothing of it, and leads on to one's own",
    async (kind, path, entries, field, answer, query) => {
      const his = await makers[kind]("ben");
      const hers = await makers[kind]("ada");
      // The newest is hers: his first page is empty.
      const { json: first } = await ask("ben", "GET", path);
      expect(first[entries]).toEqual([]);
      const cursor = String(first[answer]);
      expect(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")) + cursor).not.toContain(hers);
      const { json: second } = await ask("ben", "GET", `${path}&${query}=${cursor}`);
      expect(second[entries]).toEqual([expect.objectContaining({ [field]: his })]);
      const borrowed = await ask("ada", "GET", `${path}&${query}=${cursor}`);
      expect(borrowed).toMatchObject({ status: 400, json: { error: { code: "invalid_query" } } });
      expect((await ask("ben", "GET", `${path}&${query}=${hers}`)).status).toBe(400);
    },
  );

  it("cannot be searched: what is others' would answer", async () => {
    const asked = await upstreamCallsOf(async () => {
      expect((await ask("ben", "GET", "/v1/files?filter=name%20%3D%20%22ada%22")).status).toBe(403);
    });
    expect(asked).toBe(0);
  });

  it("can go on behind an entry of one's own", async () => {
    const [older, newer] = [await makers.skill("ben"), await makers.skill("ben")];
    const { json } = await ask("ben", "GET", `/v1/skills?limit=1&after=${newer}`);
    expect(json["data"]).toEqual([expect.objectContaining({ id: older })]);
  });
});

describe("deleting", () => {
  it.each([
    ["file", "/v1/files/"],
    ["response", "/v1/responses/"],
    ["skill", "/v1/skills/"],
    ["voice", "/v1/custom-voices/"],
  ] as const)("a %s ends its being anybody's", async (kind, path) => {
    const id = await makers[kind]("ada");
    expect((await ask("ada", "DELETE", path + id)).status).toBe(200);
    await expect
      .poll(async () => (await ask("ada", "GET", path + id)).json["error"])
      .toMatchObject({
        code: "not_found",
      });
    expect(await upstreamCallsOf(() => ask("ada", "GET", path + id))).toBe(0);
  });
});

describe("a stream", () => {
  it("makes its response the caller's before it ends", async () => {
    const response = await fetch(`${worker.url}/v1/responses`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys.ada}`, "content-type": "application/json" },
      body: JSON.stringify({ model: "grok-4", input: "Hello", stream: true, store: true }),
    });
    const id = /"id":"(resp_[\w-]+|[\da-f-]{36})"/.exec(await response.text())?.[1] ?? "";
    expect((await ask("ada", "GET", `/v1/responses/${id}`)).status).toBe(200);
    expect((await ask("ben", "GET", `/v1/responses/${id}`)).status).toBe(404);
  });
});
