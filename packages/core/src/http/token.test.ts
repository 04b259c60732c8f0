import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

const list = { json: { object: "list", data: [] } };
const refused = { status: 401, json: { error: "No" } };

async function authorizations(
  server: Awaited<ReturnType<typeof misbehave>>,
): Promise<(string | undefined)[]> {
  return (await server.requests()).map(({ headers }) => headers["authorization"]);
}

describe("the bearer token", () => {
  it("is the apiKey, or the token, or what the token function gives or promises", async () => {
    const server = await misbehave([list]);
    for (const option of [
      { apiKey: "k" },
      { token: "k" },
      { token: () => "k" },
      { token: async () => "k" },
    ]) {
      await createXai({ baseURL: server.url, ...option }).models.list();
    }
    expect(await authorizations(server)).toEqual(["Bearer k", "Bearer k", "Bearer k", "Bearer k"]);
  });

  it("is not sent when there is none", async () => {
    const server = await misbehave([list]);
    await createXai({ baseURL: server.url }).models.list();
    expect(await authorizations(server)).toEqual([undefined]);
  });

  it("is asked for anew for every call and every attempt", async () => {
    const server = await misbehave([list, { status: 503, headers: { "retry-after": "0" } }, list]);
    let count = 0;
    const xai = createXai({ baseURL: server.url, token: () => `t${(count += 1)}` });
    await xai.models.list();
    await xai.models.list();
    expect(await authorizations(server)).toEqual(["Bearer t1", "Bearer t2", "Bearer t3"]);
  });

  it("is asked for once more after a 401, with the one that was refused", async () => {
    const server = await misbehave([refused, list]);
    const asked: (string | undefined)[] = [];
    const token = (old?: string): string => {
      asked.push(old);
      return old === undefined ? "old" : "new";
    };
    await createXai({ baseURL: server.url, token, maxRetries: 0 }).responses.create({
      model: "m",
      input: "hi",
    });
    expect(asked).toEqual([undefined, "old"]);
    expect(await authorizations(server)).toEqual(["Bearer old", "Bearer new"]);
    const [first, second] = await server.requests();
    expect(second?.body).toBe(first?.body);
  });

  it("is asked for once more only, and then the 401 is thrown", async () => {
    const server = await misbehave([refused]);
    let count = 0;
    const token = async (): Promise<string> => `t${(count += 1)}`;
    await expect(createXai({ baseURL: server.url, token }).models.list()).rejects.toMatchObject({
      status: 401,
    });
    expect(await authorizations(server)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it("that is a string is not sent again after a 401", async () => {
    const server = await misbehave([refused]);
    await expect(createXai({ baseURL: server.url, token: "t" }).models.list()).rejects.toMatchObject({
      status: 401,
    });
    expect(await authorizations(server)).toEqual(["Bearer t"]);
  });

  it.each<[string, () => string | Promise<string>]>([
    [
      "throws",
      () => {
        throw new Error("no session");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no session"))],
  ])("whose function %s lets that error out as it is, and nothing is sent", async (_, token) => {
    const server = await misbehave([list]);
    await expect(createXai({ baseURL: server.url, token }).models.list()).rejects.toThrow(/^no session$/);
    expect(await server.requests()).toEqual([]);
  });

  it("whose function is refused itself by 401 lets that out, and is not asked again", async () => {
    const server = await misbehave([refused]);
    let count = 0;
    const token = async (): Promise<string> => {
      // Else a loop without an end would hold the test.
      if ((count += 1) > 3) return "t";
      await createXai({ baseURL: server.url }).models.list();
      return "t";
    };
    const other = await misbehave([list]);
    await expect(createXai({ baseURL: other.url, token }).models.list()).rejects.toMatchObject({
      status: 401,
    });
    expect(count).toBe(1);
  });

  it.each(["", "a b", "a\nb", "ключ", undefined, null, 7])(
    "that a function gives is refused when it cannot be one: %j",
    async (given) => {
      const server = await misbehave([list]);
      const token = async (): Promise<string> => given as string;
      await expect(createXai({ baseURL: server.url, token }).models.list()).rejects.toMatchObject({
        name: "XaiOptionsError",
        kind: "options",
      });
      expect(await server.requests()).toEqual([]);
    },
  );
});
