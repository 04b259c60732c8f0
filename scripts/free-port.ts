import { connect, createServer } from "node:net";

const loopbackAddresses = ["127.0.0.1", "::1"] as const;
const maxTries = 100;

/**
 * Returns `preferred`, or the first port after it that nobody uses on this machine's loopback addresses, and that is not among
 * `except`. Throws when 100 ports in a row are taken.
 */
export async function freePort(preferred: number, except: readonly number[] = []): Promise<number> {
  for (let port = preferred; port < preferred + maxTries && port <= 65535; port++) {
    if (!except.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port from ${preferred} on: ${maxTries} in a row are taken.`);
}

async function isFree(port: number): Promise<boolean> {
  for (const address of loopbackAddresses) {
    // Listening on one address can succeed beside a server that listens on all (macOS), so ask first who answers.
    if ((await answers(port, address)) || !(await canListen(port, address))) return false;
  }
  return true;
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (connected: boolean): void => {
      socket.destroy();
      resolve(connected);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.setTimeout(1000, () => end(false));
  });
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has no such address: nobody else can listen there either.
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
