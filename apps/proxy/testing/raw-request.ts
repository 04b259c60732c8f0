import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Opens a connection and writes these bytes to it as they are; one character is one byte. */
export async function openRaw(url: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(Buffer.from(bytes, "latin1"));
  return socket;
}

/** Writes these bytes and returns what comes back until the other side closes, one byte a character. */
export async function sendRaw(url: string, bytes: string): Promise<string> {
  const socket = await openRaw(url, bytes);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

/** The status of a raw answer; 0 when there is none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
}
