import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hostileHosts, hostileTargets, spellingsOf } from "../../testing/hostile-spellings.ts";
import { sendRaw, statusOf } from "../../testing/raw-request.ts";
import { type RecordingUpstream, startRecordingUpstream } from "../../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../../testing/running-worker.ts";
import { apiRoutes } from "../routes/route-table.ts";
import { sha256Of } from "../../testing/sha256-of.ts";

// With all that can be switched on switched on, and with every key there is: only the spelling stands in the way.

const clientKey = "client-key-Jp2nVb6Rc8";
const adminKey = "admin-key-Zt5mKd9Wx1";

let upstream: RecordingUpstream;
let worker: RunningWorker;

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    CLIENT_KEYS: sha256Of(clientKey),
    ADMIN_KEY_HASHES: sha256Of(adminKey),
    SESSION_KEYS: `one:${"a".repeat(43)}`,
    SERVER_KEYS: `app:${"b".repeat(43)}`,
    OWNERSHIP: "on",
    RESUME: "on",
    MAX_RETRIES: "0",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
    ROUTES: [...apiRoutes.map(({ id }) => id), "realtime.connect", "realtime.clientSecrets.create"].join(","),
  });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
});

interface How {
  readonly method?: string;
  readonly host?: string;
  readonly key?: string;
}

function ask(
  target: string,
  { method = "GET", host = "proxy.example", key = clientKey }: How = {},
): Promise<string> {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${key}`,
    ...(method === "GET" ? [] : ["Content-Type: application/json", "Content-Length: 2"]),
    "Connection: close",
  ];
  return sendRaw(worker.url, `${lines.join("\r\n")}\r\n\r\n${method === "GET" ? "" : "{}"}`);
}

const served = [
  "/admin/subjects",
  "/admin/subjects/ada",
  "/admin/subjects/ada/revoke",
  "/session",
  "/usage",
  "/readyz",
  "/streams/stream-1",
  "/v1/realtime",
  "/v1/realtime/client_secrets",
  "/v1/files",
  "/v1/files/file-1/content",
  "/v1/responses/resp-1",
  "/v1/videos/video-1",
  "/v1/api-key",
  "/v1/batches",
];

describe("with everything switched on, a hostile spelling", () => {
  it.each(hostileTargets)("%j asks nobody", async (target) => {
    for (const method of ["GET", "POST", "DELETE"]) {
      expect(statusOf(await ask(target, { method }))).toBeOneOf([400, 404, 405, 415]);
    }
    expect(upstream.requests).toEqual([]);
  });

  it.each(served)("of %s is no way in, whichever key comes with it", async (path) => {
    const answers: (readonly [string, number])[] = [];
    for (const target of spellingsOf(path).filter((one) => one !== path)) {
      for (const key of [clientKey, adminKey]) {
        for (const method of ["GET", "POST"])
          answers.push([target, statusOf(await ask(target, { method, key }))]);
      }
    }
    expect(answers.filter(([, status]) => ![400, 404, 405].includes(status))).toEqual([]);
    expect(upstream.requests).toEqual([]);
  });

  it.each(hostileHosts)("of a host, %j, asks nobody", async (host) => {
    for (const target of ["/admin/subjects", "/usage", "/v1/files", "/v1/realtime"]) {
      expect(
        statusOf(await ask(target, { host, key: target.startsWith("/admin") ? adminKey : clientKey })),
      ).toBe(400);
    }
    expect(upstream.requests).toEqual([]);
  });

  it("is told from the right one, which is served", async () => {
    expect(statusOf(await ask("/admin/subjects", { key: adminKey }))).toBe(200);
    expect(statusOf(await ask("/usage"))).toBe(200);
    expect(statusOf(await ask("/v1/files"))).toBe(200);
    expect(upstream.requests.map(({ url }) => url)).toEqual(["/v1/files"]);
  });

  it("of an id that is nobody's plain id reaches no object and no upstream", async () => {
    for (const id of ["%2e%2e", "..", "a%2fb", "a%00", "a b", "\u00e9", "a;b", "-", "x".repeat(129)]) {
      for (const path of [`/v1/files/${id}`, `/streams/${id}`, `/v1/responses/${id}`]) {
        expect([path, statusOf(await ask(path))]).toEqual([path, expect.toBeOneOf([400, 404])]);
      }
    }
    expect(upstream.requests).toEqual([]);
  });
});
