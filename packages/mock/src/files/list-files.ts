import type { Wire } from "@xai-edge/core";
import { invalidArgument } from "../http/refused-request.ts";
import { fromBase64, toBase64 } from "../media/base64.ts";
import { readList } from "../prompt/read-record.ts";
import type { Simulation } from "../simulation.ts";
import type { StoredFile } from "../state/state.ts";
import { allFiles } from "./find-file.ts";
import { matchesFilter, type ReadField } from "./matches-filter.ts";

type Position = readonly [key: string | number, serial: number];

/**
 * Cuts a page out of the files. A token tells where the page before ended by what it was sorted by, so that it still
 * does when that file has been deleted.
 */
export function listFiles(simulation: Simulation, params: Wire.ListFilesParams): Wire.ListFilesResponse {
  const { limit, order, sort_by: by, filter, pagination_token: token } = params;
  const sign = order === "asc" ? 1 : -1;
  const compare = (one: Position, other: Position): number =>
    sign * (compareKeys(one[0], other[0]) || one[1] - other[1]);
  const after = token ? readToken(token) : undefined;
  const page = allFiles(simulation)
    .filter((file) => !filter || matchesFilter(filter, fieldReader(file)))
    .map(({ wire, serial }) => ({ wire, position: [keyOf(wire, by), serial] as const }))
    .toSorted((one, other) => compare(one.position, other.position))
    .filter(({ position }) => after === undefined || compare(position, after) > 0)
    .slice(0, limit ?? 100);
  const last = page.at(-1);
  return {
    data: page.map(({ wire }) => wire),
    pagination_token: last === undefined ? (token ?? "") : toToken(last.position),
  };
}

function keyOf({ bytes, filename, created_at }: Wire.File, by: string | null | undefined): string | number {
  if (by === "filename") return filename;
  return by === "size" ? bytes : created_at;
}

function compareKeys(one: string | number, other: string | number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function toToken(position: Position): string {
  return toBase64(new TextEncoder().encode(JSON.stringify(position)));
}

function readToken(token: string): Position {
  try {
    const text = new TextDecoder().decode(fromBase64(token) ?? new Uint8Array());
    const [key, serial] = readList(JSON.parse(text));
    if ((typeof key === "string" || typeof key === "number") && typeof serial === "number")
      return [key, serial];
  } catch {
    // Falls through: what is not JSON is no token.
  }
  throw invalidArgument("The pagination_token is none that this list has given out.");
}

function fieldReader({ wire, type }: StoredFile): ReadField {
  const fields: Readonly<Record<string, string | number | undefined>> = {
    name: wire.filename,
    file_name: wire.filename,
    file_id: wire.id,
    size_bytes: wire.bytes,
    content_type: type,
    created_at: toTime(wire.created_at),
    expires_at: wire.expires_at ? toTime(wire.expires_at) : undefined,
    upload_status: "Complete",
    user_defined_id: undefined,
  };
  return (name) => {
    if (!Object.hasOwn(fields, name))
      throw invalidArgument(`The filter names ${name}, which is no field of files.`);
    return fields[name];
  };
}

/** A time as people write it in a filter, without fractions of seconds. */
function toTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}
