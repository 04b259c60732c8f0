import { createRandom } from "../random.ts";
import { drawPng } from "./draw-png.ts";
import { emptyMp4 } from "./empty-mp4.ts";

/** What the simulator makes under an address of its own. The address says all, so that nothing has to be kept. */
export interface Asset {
  /** Below the simulator's origin. */
  readonly path: string;
  readonly bytes: Blob;
  readonly type: string;
}

/** An image of this width to height, such as `16:9`, whose longer side has 96 pixels. */
export function imageAsset(id: string, ratio: string): Asset {
  const [width = 1, height = 1] = ratio.split(":").map(Number);
  const [x, y] = [width, height].map((side) =>
    Math.max(1, Math.round((96 * side) / Math.max(width, height))),
  );
  return image(id, x ?? 96, y ?? 96);
}

function image(id: string, width: number, height: number): Asset {
  const bytes = new Blob([drawPng(width, height, createRandom("image", id))], { type: "image/png" });
  return { path: `/simulated/images/${id}-${width}x${height}.png`, bytes, type: "image/png" };
}

/** A video of this length. */
export function videoAsset(id: string, seconds: number): Asset {
  const bytes = new Blob([emptyMp4(seconds)], { type: "video/mp4" });
  return { path: `/simulated/videos/${id}-${seconds}s.mp4`, bytes, type: "video/mp4" };
}

/** Makes what stands at a path again. */
export function assetAt(path: string): Asset | undefined {
  const [, id, width, height] = /^\/simulated\/images\/([\w-]+)-(\d{1,2})x(\d{1,2})\.png$/.exec(path) ?? [];
  if (id !== undefined) return image(id, Number(width), Number(height));
  const [, videoId, seconds] = /^\/simulated\/videos\/([\w-]+)-(\d{1,3})s\.mp4$/.exec(path) ?? [];
  return videoId === undefined ? undefined : videoAsset(videoId, Number(seconds));
}
