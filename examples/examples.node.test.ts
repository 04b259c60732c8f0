import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { serveMockXai } from "@xai-edge/mock/node";
import { afterAll, beforeAll, expect, it } from "vitest";

/** What each program prints, among other things. */
const prints: Readonly<Record<string, RegExp>> = {
  "stream/conversation.ts": /\n3 turns here, 5 in the branch\n5 turns after trimming: stop\n$/,
  "stream/fork.ts": /\nkept \d+ characters\n$/,
  "stream/fold.ts": /\nstop after \d+ tokens\n$/,
  "stream/views.ts": /^weather {"city":"Oslo"}\n\d+ tokens\n\d+ sources\n$/,
  "stream/json.ts": /\ningredients\/0 is complete: \{.*"grams":\d+.*\}\n[^]*\n\d+ grams in all\n$/,
  "stream/pacing.ts": /story[^]*\n\d+ frames\n$/,
  "stream/tools.ts": /weather: .*celsius[^]*\nanswered after 2 steps and \d items, for \$0\.\d+\n$/,
  "stream/metering.ts":
    /\n\d+ tokens, \d+ of them reasoning, for \$[\d.e-]+\nfirst words after \d+ ms, then [\d.]+ tokens a second\n$/,
  "stream/page.ts": /^text\/event-stream; charset=utf-8\n.+\nthe whole answer arrived\n$/s,
  "stream/resume.ts": /\n[234] connections, 1 run of the model\n$/,
};

let server: Awaited<ReturnType<typeof serveMockXai>>;
beforeAll(async () => {
  server = await serveMockXai({ port: 0 });
});
afterAll(() => server.close());

it.each(Object.entries(prints))(
  "%s runs against the simulator",
  { timeout: 60_000 },
  async (path, printed) => {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, path)],
      {
        env: { ...process.env, XAI_BASE_URL: `${server.url}/v1`, XAI_API_KEY: "xai-simulated" },
      },
    );
    expect(stdout).toMatch(printed);
    expect(stderr).toBe("");
  },
);

it("runs every program there is", () => {
  const programs = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((path) =>
    /^\w+\/[^/]+(?<!\.test)\.ts$/.test(path),
  );
  expect(programs.filter((path) => !path.startsWith("node_modules/")).toSorted()).toEqual(
    Object.keys(prints).toSorted(),
  );
});
