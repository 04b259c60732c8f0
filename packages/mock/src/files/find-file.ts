import { entityNotFound } from "../http/refused-request.ts";
import type { Simulation } from "../simulation.ts";
import type { StoredFile } from "../state/state.ts";
import { unpublishFile } from "./store-file.ts";

/** Finds a file; throws xAI's 404 when there is none of this id, or none any more. */
export function findFile(simulation: Simulation, id: string): StoredFile {
  const file = simulation.state.files.get(id);
  if (file === undefined) throw entityNotFound(`No file has the id ${id}, or it was deleted or has expired.`);
  return withoutPastAddress(simulation, file);
}

/** All files, the oldest first. */
export function allFiles(simulation: Simulation): StoredFile[] {
  return simulation.state.files.values().map((file) => withoutPastAddress(simulation, file));
}

function withoutPastAddress(simulation: Simulation, file: StoredFile): StoredFile {
  const ends = file.wire.public_url_expires_at ?? Infinity;
  return ends <= simulation.nowSeconds() ? unpublishFile(simulation, file) : file;
}
