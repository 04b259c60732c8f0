import type { Wire } from "@xai-edge/core";
import { publishFile, storeFile } from "../files/store-file.ts";
import { RefusedRequest } from "../http/refused-request.ts";
import type { Simulation } from "../simulation.ts";
import type { Asset } from "./assets.ts";

/** Keeps what was made as a file, and publishes it when that is asked for. */
export function storeOutput(
  simulation: Simulation,
  { bytes, type }: Asset,
  { filename, expires_after, public_url: publicUrl }: Wire.StorageOptions,
  origin: string,
): Wire.FileOutput {
  let file = storeFile(simulation, { bytes, type, filename, expires_after });
  let error: string | undefined;
  if (publicUrl) {
    try {
      const lifetime = typeof publicUrl === "object" ? publicUrl.expires_after : undefined;
      file = publishFile(simulation, file, origin, lifetime);
    } catch (reason) {
      if (!(reason instanceof RefusedRequest)) throw reason;
      error = "The simulator could give the file no public address.";
    }
  }
  const { id: file_id, expires_at, public_url, public_url_expires_at } = file.wire;
  return {
    file_id,
    filename,
    ...(expires_at ? { expires_at } : {}),
    ...(public_url ? { public_url } : {}),
    ...(public_url_expires_at ? { public_url_expires_at } : {}),
    ...(error === undefined ? {} : { public_url_error: error }),
  };
}
