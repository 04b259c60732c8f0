import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../testing/proxy-under-test.ts";
import { settingsOf } from "../config/settings.ts";
import { readAuthConfig } from "./auth-config.ts";
import { authenticateAdmin } from "./authenticate-admin.ts";

const known = { isRoute: () => true, isModel: () => true };
const hashes = await Promise.all(["admin-one", "admin-two", "a-client"].map(sha256Hex));
const [one = "", two = "", client = ""] = hashes;

function ask(env: Readonly<Record<string, string>>, authorization?: string): Promise<string> {
  const headers = authorization === undefined ? {} : { authorization };
  const request = new Request("https://proxy.example/admin/subjects", { headers });
  return authenticateAdmin(request, readAuthConfig(settingsOf(env), known));
}

describe("an admin key", () => {
  it("may be either of two, and has a name for the log that is not the key", async () => {
    const env = { ADMIN_KEY_HASHES: `${one}, ${two.toUpperCase()}` };
    expect(await ask(env, "Bearer admin-one")).toBe(`admin:${one.slice(0, 12)}`);
    expect(await ask(env, "bearer admin-two")).toBe(`admin:${two.slice(0, 12)}`);
  });

  it.each([
    undefined,
    "",
    "Bearer",
    "Bearer admin-three",
    "Bearer admin-on",
    "Bearer admin-one x",
    "x Bearer admin-one",
    `Bearer ${one}`,
    "Basic admin-one",
    "Bearer a-client",
  ])("is asked for with 401 when there is %j", async (authorization) => {
    const env = { ADMIN_KEY_HASHES: one, CLIENT_KEYS: client, DEV_MODE: "loopback-without-auth" };
    await expect(ask(env, authorization)).rejects.toMatchObject({
      status: 401,
      code: "invalid_admin_key",
      headers: { "www-authenticate": "Bearer" },
    });
  });

  it("is not told of where there is none", async () => {
    await expect(ask({ CLIENT_KEYS: client }, "Bearer a-client")).rejects.toMatchObject({
      status: 404,
      code: "unknown_route",
    });
  });
});
