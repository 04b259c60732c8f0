import { apiError } from "../http/api-error.ts";
import { readJson } from "../http/read-json.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { poll, type WaitOptions } from "./poll.ts";

interface Job {
  status: string;
  error?: object | null | undefined;
}

/** How far the job at a path is. While it is pending (202) the answer need not have a body; `facts` are known anyway. */
export function retrieveJob<State extends Job>(
  transport: Transport,
  path: string,
  facts: Omit<State, "status">,
  options: RequestOptions | undefined,
  throwsFailure?: boolean,
): Promise<State> {
  return transport(
    {
      method: "GET",
      path,
      read: async (exchange) => {
        const pending = exchange.response.status === 202;
        const state = {
          ...facts,
          status: pending ? "pending" : "done",
          ...(await readJson<Partial<State>>(exchange, pending ? "{}" : "")),
        } as State;
        const { status, error } = state;
        if (throwsFailure && (status === "failed" || status === "expired")) {
          const told = { code: status, message: `The job ${status}`, ...error };
          throw apiError(JSON.stringify({ ...state, error: told }), exchange);
        }
        return state;
      },
    },
    options,
  );
}

/** The job at a path once it is done. */
export function waitForJob<State extends Job>(
  transport: Transport,
  path: string,
  facts: Omit<State, "status">,
  options: WaitOptions<State> | undefined,
): Promise<State> {
  return poll<State, State>(
    (each) => retrieveJob(transport, path, facts, each, true),
    (state): state is State => state.status === "done",
    options,
  );
}
