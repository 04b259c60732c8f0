import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../scripts/free-port.ts";
import { figuresOf, signIn } from "./testing/admin-page.ts";
import { expectSoon } from "./testing/expect-soon.ts";
import { launchChromium } from "./testing/launch-chromium.ts";
import { openPage } from "./testing/open-page.ts";
import { stillRunning } from "./testing/process-tree.ts";
import { runStart, type RunningStart } from "./testing/run-start.ts";
import { watchAnswer } from "./testing/watch-answer.ts";

// One run of the start command, from its first line to Ctrl-C; each test goes on where the one before it stopped.

let browser: Browser;
let occupier: Server;
let takenPort: number;
let proxyPort: number;
let start: RunningStart;
let startedAt: number;

const readyLine = /(?<=^xai-edge demo: )http:\/\/localhost:(\d+)/m;
const adminLine = /^xai-edge admin: (\S+) {2}\(key for this start only: (\S+)\)$/;

beforeAll(async () => {
  browser = await launchChromium();
  takenPort = await freePort(26_173);
  proxyPort = await freePort(28_787);
  occupier = createServer().listen(takenPort, "127.0.0.1");
  await once(occupier, "listening");
  startedAt = performance.now();
  start = runStart({ PORT: String(takenPort), PROXY_PORT: String(proxyPort) });
});

afterAll(async () => {
  start.kill();
  occupier.close();
  await browser.close();
});

function pageUrl(): string {
  return readyLine.exec(start.lines.join("\n"))?.[0] ?? "";
}

it(
  "prints one line with the address of the page once it can be opened",
  { timeout: 90_000 },
  async ({ annotate }) => {
    await expect.poll(() => start.lines.join("\n"), { timeout: 80_000 }).toMatch(readyLine);
    expect(start.lines.filter((line) => readyLine.test(line))).toHaveLength(1);
    await annotate(`ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    expect((await fetch(pageUrl())).status).toBe(200);
  },
);

it("passes over a port that is taken, and says so", () => {
  const port = Number(readyLine.exec(start.lines.join("\n"))?.[1]);
  expect(port).toBeGreaterThan(takenPort);
  expect(start.lines.join("\n")).toMatch(new RegExp(`${takenPort} is taken.*${port}`));
});

it("answers from the simulator, and says so plainly", async () => {
  await using opened = await openPage(browser, pageUrl());
  const { page } = opened;
  await page.getByTestId("simulator-banner").getByText("Simulated answers").waitFor();
  await page.locator("select option").nth(1).waitFor({ state: "attached" });
  const proxyUrl = `http://127.0.0.1:${proxyPort}`;
  const { data }: { data: { id: string }[] } = await (await fetch(`${proxyUrl}/v1/models`)).json();
  const options = await page.getByLabel("Model").locator("option").allTextContents();
  expect(options.toSorted()).toEqual(data.map(({ id }) => id).toSorted());

  const stopWatching = await watchAnswer(page);
  await page.getByRole("textbox", { name: "Message" }).fill("What are tides, in 40 words?");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByTestId("usage").waitFor();
  const glimpses = await stopWatching();
  for (const part of ["reasoning", "answer"] as const) {
    const lengths = new Set(glimpses.map((glimpse) => glimpse[part]).filter((length) => length > 0));
    expect(lengths.size, `moments at which the ${part} grew`).toBeGreaterThanOrEqual(3);
    expect([...lengths]).toEqual([...lengths].toSorted((a, b) => a - b));
  }
  expect(await page.getByTestId("reasoning").count()).toBe(1);
  expect(await page.getByTestId("answer").locator("[data-testid=reasoning]").count()).toBe(0);
  expect(await page.getByTestId("usage").innerText()).toMatch(
    /prompt\s\d+.*completion\s\d+.*cost\s\$0\.\d+/s,
  );
  expect(opened.complaints).toEqual([]);
  expect([...opened.origins].toSorted()).toEqual([proxyUrl, pageUrl()].toSorted());
});

it("prints the administrators' page and a key for it, which shows who has just chatted", async () => {
  const lines = start.lines.filter((line) => adminLine.test(line));
  expect(lines).toHaveLength(1);
  const [, url = "", key = ""] = adminLine.exec(lines[0] ?? "") ?? [];
  expect(url).toBe(`${pageUrl()}/admin.html`);
  await using opened = await openPage(browser, url);
  const { page } = opened;
  await signIn(page, key);
  await expectSoon(async () => (await figuresOf(page, "loopback"))["Calls today"]).toMatch(/^[1-9]/);
  expect(opened.complaints).toEqual([]);
  expect(start.descendants().filter(({ command }) => command.includes(key))).toEqual([]);
});

it("ends everything on Ctrl-C: no process is left, no port is open", async () => {
  const descendants = start.descendants();
  const commands = descendants.map(({ command }) => command).join("\n");
  for (const name of ["workerd", "wrangler", "vite"]) expect(commands).toContain(name);
  start.interrupt();
  await expectSoon(() => start.exitCode).toBe(0);
  await expectSoon(() => stillRunning(descendants)).toEqual([]);
  for (const port of [proxyPort, Number(new URL(pageUrl()).port)]) {
    expect(await refusesConnections(port), `port ${port}`).toBe(true);
  }
  expect(start.lines.at(-1)).toMatch(readyLine);
});

function refusesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.once("error", () => resolve(true));
  });
}
