import { spawn, type ChildProcess } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";

const program = new URL("xai-edge-mock.ts", import.meta.url).pathname;
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

function start(...args: string[]): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, output: () => output, ended };
}

describe("xai-edge-mock", () => {
  it("serves on a free port and prints where", async () => {
    const { child, output } = start("--port", "0", "--api-key", "right", "--tokens-per-second", "0");
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(output()) ?? [];
    const response = await fetch(`${url}/models`, { headers: { authorization: "Bearer right" } });
    expect(response.status).toBe(200);
    expect(output()).not.toContain("right");
  });

  it("shows its options", async () => {
    const { output, ended } = start("--help");
    expect(await ended).toBe(0);
    for (const option of ["--port", "--tokens-per-second", "--first-token-ms", "--seed", "--api-key"]) {
      expect(output()).toContain(option);
    }
  });

  it.each([
    [["--port", "x"], 'Expected a number of 0 or more for --port, got "x".'],
    [["--nothing"], "--nothing"],
  ])("says what is wrong with %j", async (args, sentence) => {
    const { output, ended } = start(...args);
    expect(await ended).toBe(1);
    expect(output()).toContain(sentence);
    expect(output()).toContain("See xai-edge-mock --help");
  });

  it("says when its port is taken", async () => {
    const { child, output } = start("--port", "0");
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(output()) ?? [];
    const second = start("--port", port);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken`);
  });
});
