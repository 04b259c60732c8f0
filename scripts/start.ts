import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { startInBackground, type BackgroundProcess } from "./background-process.ts";
import { freePort } from "./free-port.ts";
import { watchLauncher } from "./watch-launcher.ts";

const root = join(import.meta.dirname, "..");
const proxyFolder = join(root, "apps/proxy");
const demoFolder = join(root, "apps/demo");
const readyWithinMs = 60_000;
const verbose = process.argv.includes("--verbose");
/** Whether to leave the key alone that may be in apps/proxy/.dev.vars, and the money with it. */
const simulated = process.argv.includes("--simulator");

const running: BackgroundProcess[] = [];
let ending = false;

process.on("SIGINT", () => void end(0));
process.on("SIGTERM", () => void end(0));
process.on("SIGHUP", () => void end(0));
watchLauncher(() => void end(0));
// Whatever else ends this process, a line that finds no reader say, must not leave the others behind.
process.once("exit", killAll);

try {
  await start();
} catch (error) {
  if (!ending) {
    console.error(error instanceof Error ? error.message : String(error));
    await end(1);
  }
}

async function start(): Promise<void> {
  const proxyPort = await choosePort("the proxy", "PROXY_PORT", 8787);
  const demoPort = await choosePort("the page", "PORT", 5173, [proxyPort]);
  const proxyUrl = `http://127.0.0.1:${proxyPort}`;
  const pageUrl = `http://localhost:${demoPort}`;
  const adminKey = randomBytes(24).toString("base64url");

  console.log(`Starting the proxy on port ${proxyPort} and the page on port ${demoPort} …`);
  const proxy = startProxy(proxyPort, demoPort, adminKey);
  const demo = startDemo(demoPort, proxyUrl);
  running.push(proxy, demo);
  const death = Promise.race(running.map(reportDeath));

  const [upstream] = await Promise.race([
    Promise.all([
      untilReady(proxy, async (signal) => upstreamOf(await fetch(`${proxyUrl}/healthz`, { signal }))),
      untilReady(
        demo,
        async (signal) => (await fetch(`http://127.0.0.1:${demoPort}/`, { signal })).ok || undefined,
      ),
    ]),
    death,
  ]);

  const answers =
    upstream === "simulator"
      ? `simulated answers${simulated ? "" : ": no XAI_API_KEY in apps/proxy/.dev.vars"}`
      : upstream === "xai"
        ? "answers from the xAI API"
        : "answers from XAI_BASE_URL";
  console.log(`xai-edge admin: ${pageUrl}/admin.html  (key for this start only: ${adminKey})`);
  console.log(`xai-edge demo: ${pageUrl}  (${answers})`);
  await death;
}

/** The variable wins over the usual port; a port that is taken is passed over. */
async function choosePort(
  what: string,
  variable: string,
  usual: number,
  except: readonly number[] = [],
): Promise<number> {
  const given = process.env[variable];
  const preferred = given === undefined || given === "" ? usual : Number(given);
  if (!Number.isInteger(preferred) || preferred < 1 || preferred > 65535) {
    throw new Error(`${variable} must be a port between 1 and 65535, not ${JSON.stringify(given)}.`);
  }
  const port = await freePort(preferred, except);
  if (port !== preferred) console.log(`Port ${preferred} is taken: ${what} gets ${port}.`);
  return port;
}

function startProxy(port: number, demoPort: number, adminKey: string): BackgroundProcess {
  const origins = ["localhost", "127.0.0.1"].map((host) => `http://${host}:${demoPort}`);
  return startInBackground({
    name: "The proxy",
    cwd: proxyFolder,
    args: [
      scriptOf(proxyFolder, "wrangler"),
      "dev",
      "src/dev-worker.ts",
      "--local",
      "--types=false",
      "--show-interactive-dev-session=false",
      "--ip=127.0.0.1",
      `--port=${port}`,
      "--inspector-port=0",
      `--var=ALLOWED_ORIGINS:${origins.join(",")}`,
      "--var=DEV_MODE:loopback-without-auth",
      // Other processes of this machine can read these arguments: they are told a hash.
      `--var=ADMIN_KEY_HASHES:${createHash("sha256").update(adminKey).digest("hex")}`,
      ...(simulated ? ["--var=XAI_API_KEY:"] : []),
    ],
    env: {
      // Nothing that the proxy does here needs Cloudflare: no usage data, no question for updates, no place on the map.
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_HIDE_BANNER: "true",
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
    },
    ...passedOn("proxy"),
  });
}

function startDemo(port: number, proxyUrl: string): BackgroundProcess {
  return startInBackground({
    name: "The page",
    cwd: demoFolder,
    args: [
      scriptOf(demoFolder, "vite"),
      "--host=127.0.0.1",
      `--port=${port}`,
      "--strictPort",
      "--clearScreen=false",
    ],
    env: { VITE_PROXY_URL: proxyUrl },
    ...passedOn("page"),
  });
}

/** Returns the file behind a command of a package that `folder` depends on. */
function scriptOf(folder: string, packageName: string): string {
  const require = createRequire(join(folder, "package.json"));
  try {
    const manifestPath = require.resolve(`${packageName}/package.json`);
    const { bin }: { bin: Record<string, string> } = require(manifestPath);
    return join(dirname(manifestPath), bin[packageName] ?? "");
  } catch {
    throw new Error(`${packageName} is not installed: run \`npx pnpm@10 install\` first.`);
  }
}

function passedOn(tag: string): { onLine?: (line: string) => void } {
  return verbose ? { onLine: (line) => console.log(`[${tag}] ${line}`) } : {};
}

/** Asks again and again until there is an answer. */
async function untilReady<T>(
  part: BackgroundProcess,
  ask: (signal: AbortSignal) => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + readyWithinMs;
  while (!ending && Date.now() < deadline) {
    try {
      const answer = await ask(AbortSignal.timeout(5000));
      if (answer !== undefined) return answer;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new Error(withOutput(part, `${part.name} does not answer after ${readyWithinMs / 1000} s.`));
}

async function upstreamOf(response: Response): Promise<string | undefined> {
  const health: unknown = await response.json();
  if (typeof health !== "object" || health === null || !("upstream" in health)) return undefined;
  return typeof health.upstream === "string" ? health.upstream : undefined;
}

async function reportDeath(part: BackgroundProcess): Promise<never> {
  const how = await part.gone;
  throw new Error(withOutput(part, `${part.name} ended by itself (${how}).`));
}

function withOutput(part: BackgroundProcess, sentence: string): string {
  const output = part.lastOutput();
  return output === "" || verbose ? sentence : `${output}\n\n${sentence}`;
}

/** A second signal does not wait any longer. */
async function end(code: number): Promise<never> {
  if (ending) {
    killAll();
  } else {
    ending = true;
    await Promise.all(running.map((part) => part.stop()));
  }
  process.exit(code);
}

function killAll(): void {
  for (const part of running) part.kill();
}
