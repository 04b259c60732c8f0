import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { cleanEnv } from "./clean-env.ts";

/** The built demo page on loopback. */
export interface ServedDemo extends AsyncDisposable {
  /** The page's origin, which the proxy has to let in. */
  readonly origin: string;
  /** Builds the page for the proxy at this address; until then there is nothing to see. */
  build(proxyUrl: string): Promise<void>;
}

const demoFolder = join(import.meta.dirname, "../../apps/demo");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves the files of a production build, as a static host does. */
export async function serveDemo(): Promise<ServedDemo> {
  const folder = await mkdtemp(join(tmpdir(), "xai-edge-demo-"));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://demo");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected the page to have a port");

  return {
    origin: `http://127.0.0.1:${address.port}`,
    build: async (proxyUrl) => {
      const vite = createRequire(join(demoFolder, "package.json")).resolve("vite/package.json");
      await promisify(execFile)(
        process.execPath,
        [join(dirname(vite), "bin/vite.js"), "build", "--outDir", folder, "--emptyOutDir"],
        { cwd: demoFolder, env: cleanEnv({ VITE_PROXY_URL: proxyUrl }) },
      );
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      await rm(folder, { recursive: true });
    },
  };
}
