import type { Wire } from "@xai-edge/core";
import { findFile } from "../files/find-file.ts";
import { invalidArgument } from "../http/refused-request.ts";
import type { Simulation } from "../simulation.ts";

type Source = Pick<Wire.ImageUrl, "url" | "file_id">;

const images = ["image/jpeg", "image/png", "image/webp"];

/** Throws xAI's 400 for an image that it cannot take: no address, both kinds of address, or a data URL of another type. */
export function checkImage(simulation: Simulation, source: Source, name: string): void {
  checkSource(simulation, source, name, images);
}

/** Throws xAI's 400 for a video that it cannot take. */
export function checkVideo(simulation: Simulation, source: Source, name: string): void {
  checkSource(simulation, source, name, ["video/mp4"]);
}

function checkSource(simulation: Simulation, source: Source, name: string, types: readonly string[]): void {
  const { url, file_id: fileId } = source;
  if (fileId) {
    if (url) throw invalidArgument(`The field \`${name}\` has a \`url\` or a \`file_id\`, not both.`);
    findFile(simulation, fileId);
    return;
  }
  if (!url) throw invalidArgument(`The field \`${name}\` has no \`url\`.`);
  if (/^https?:\/\//i.test(url)) return;
  const [, type] = /^data:([^;,]+);base64,/i.exec(url) ?? [];
  if (type === undefined || !types.includes(type.toLowerCase())) {
    const given = type === undefined ? "neither" : `a data URL of type ${type}`;
    throw invalidArgument(
      `The field \`${name}.url\` is not valid: expected a public address or a base64 data URL of type ` +
        `${types.join(", ")}, got ${given}.`,
    );
  }
}
