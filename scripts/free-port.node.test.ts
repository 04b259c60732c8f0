import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "./free-port.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected a port.");
  return address.port;
}

describe("freePort", () => {
  it.each(["127.0.0.1", "0.0.0.0"])("passes over a port that is taken on %s", async (host) => {
    const taken = await listen(host);
    expect(await freePort(taken)).toBeGreaterThan(taken);
  });

  it("passes over the ports that it is told to", async () => {
    const first = await freePort(20_000);
    expect(await freePort(first, [first])).toBeGreaterThan(first);
  });

  it("returns a port that one can listen on", async () => {
    const port = await freePort(20_000);
    const server = createServer().listen(port, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    expect(server.listening).toBe(true);
  });
});
