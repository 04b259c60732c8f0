import { allFiles } from "../files/find-file.ts";
import { routeError } from "../http/refused-request.ts";
import { assetAt } from "../media/assets.ts";
import type { Simulation } from "../simulation.ts";
import type { BytesReply } from "./area.ts";

/**
 * Answers for the addresses to which the simulator's own answers lead: images, videos and public files, which need no
 * key. Returns `undefined` for any other address.
 */
export function answerAsset(
  method: string,
  { pathname }: URL,
  simulation: Simulation,
): BytesReply | undefined {
  if (!pathname.startsWith("/simulated/") || method !== "GET") return undefined;
  const found = assetAt(pathname) ?? allFiles(simulation).find(({ publicPath }) => publicPath === pathname);
  if (found === undefined) throw routeError(404, `Nothing stands at ${pathname}, or not any more`);
  return { kind: "bytes", bytes: found.bytes, type: found.type };
}
