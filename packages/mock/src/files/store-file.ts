import type { Wire } from "@xai-edge/core";
import { invalidArgument, RefusedRequest } from "../http/refused-request.ts";
import type { Simulation } from "../simulation.ts";
import type { StoredFile } from "../state/state.ts";

/** A file to be stored. */
export interface NewFile {
  readonly bytes: Blob;
  readonly filename: string;
  readonly type: string;
  readonly purpose?: string | null | undefined;
  /** Seconds. */
  readonly expires_after?: number | null | undefined;
}

/** Puts a file into the Files API. */
export function storeFile(simulation: Simulation, file: NewFile): StoredFile {
  const created_at = simulation.nowSeconds();
  const id = `file_${simulation.nextId()}`;
  const stored: StoredFile = {
    wire: {
      id,
      object: "file",
      bytes: file.bytes.size,
      created_at,
      expires_at: file.expires_after ? created_at + file.expires_after : null,
      filename: file.filename,
      purpose: file.purpose ?? "",
    },
    serial: simulation.nextSerial(),
    bytes: file.bytes,
    type: file.type === "" ? "application/octet-stream" : file.type,
  };
  simulation.state.files.set(id, stored);
  return stored;
}

const mostPublicFiles = 1000;
const mostPublicBytes = 50 * 1024 * 1024;

/** Gives a file an address at the origin that needs no key; throws xAI's 400 or 429 when it gets none. */
export function publishFile(
  simulation: Simulation,
  file: StoredFile,
  origin: string,
  expiresAfter?: number | null,
): StoredFile {
  const { state, nowSeconds, nextId } = simulation;
  const { wire, bytes, publicPath } = file;
  if (bytes.size === 0 || bytes.size > mostPublicBytes) {
    throw invalidArgument(
      `A public file has 1 to ${mostPublicBytes} bytes, the file ${wire.id} has ${bytes.size}.`,
    );
  }
  const ends = expiresAfter ? nowSeconds() + expiresAfter : undefined;
  if (ends !== undefined && ends > (wire.expires_at ?? Infinity)) {
    throw invalidArgument(`The public address would live longer than the file ${wire.id}.`);
  }
  const others = state.files.values().filter((one) => one.publicPath !== undefined);
  if (publicPath === undefined && others.length >= mostPublicFiles) {
    throw new RefusedRequest(429, {
      code: "Some resource has been exhausted",
      error: `The team has ${mostPublicFiles} public addresses already.`,
    });
  }
  const ending = /\.\w+$/.exec(wire.filename)?.[0] ?? "";
  const path = `/simulated/files/${nextId()}/${wire.id}${ending}`;
  const address = { public_url: origin + path, ...(ends ? { public_url_expires_at: ends } : {}) };
  const published = { ...file, wire: { ...withoutAddress(wire), ...address }, publicPath: path };
  state.files.set(wire.id, published);
  return published;
}

/** Takes a file's public address back. */
export function unpublishFile({ state }: Simulation, { publicPath: _, ...file }: StoredFile): StoredFile {
  const hidden = { ...file, wire: withoutAddress(file.wire) };
  state.files.set(file.wire.id, hidden);
  return hidden;
}

function withoutAddress({ public_url: _, public_url_expires_at: __, ...rest }: Wire.File): Wire.File {
  return rest;
}
