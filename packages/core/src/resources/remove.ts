import { readJson } from "../http/read-json.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";

/** Deletes what is at a path. What comes back stands upon `gone`: an answer need not have a body (204). */
export function remove<Gone extends object>(
  transport: Transport,
  path: string,
  gone: Gone,
  options: RequestOptions | undefined,
): Promise<Gone> {
  return transport(
    {
      method: "DELETE",
      path,
      read: async (exchange) => ({ ...gone, ...(await readJson<Gone>(exchange, "{}")) }),
    },
    options,
  );
}
