import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startInBackground, type BackgroundProcess } from "./background-process.ts";

/** Starts a program and waits for its first line. */
async function start(program: string): Promise<{ part: BackgroundProcess; firstLine: string }> {
  const lines = new EventTarget();
  const heard = once(lines, "line");
  let firstLine = "";
  const part = startInBackground({
    name: "A program",
    cwd: import.meta.dirname,
    args: ["--eval", program],
    env: {},
    onLine: (line) => {
      firstLine ||= line;
      lines.dispatchEvent(new Event("line"));
    },
  });
  await heard;
  return { part, firstLine };
}

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(50);
  }
  return false;
}

const forever = "setInterval(() => {}, 1000);";
const deaf = `process.on("SIGTERM", () => {}); ${forever}`;
const withDeafChild = `
  const child = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(`${deaf} console.log("up")`)}]);
  child.stdout.once("data", () => console.log(child.pid));
  ${forever}`;

describe("a background process", () => {
  it("says how it ended, and its last words", async () => {
    const { part } = await start("console.log('one'); console.error('two'); process.exitCode = 7;");
    expect(await part.gone).toBe("exit code 7");
    expect(part.lastOutput().split("\n").toSorted()).toEqual(["one", "two"]);
  });

  it("is ended together with its own children, also those that ignore a polite signal", async () => {
    const { part, firstLine } = await start(withDeafChild);
    const grandchild = Number(firstLine);
    expect(grandchild).toBeGreaterThan(0);
    await part.stop();
    expect(await part.gone).toBe("signal SIGTERM");
    expect(await isGone(grandchild)).toBe(true);
  });

  it("is ended for sure when it ignores a polite signal itself", async () => {
    const { part } = await start(`${deaf} console.log("up");`);
    await part.stop();
    expect(await part.gone).toBe("signal SIGKILL");
  });
});
