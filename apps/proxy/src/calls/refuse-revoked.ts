import type { Caller } from "../auth/caller.ts";
import type { Env } from "../env.ts";
import { missing, reach, revoked } from "./take-lease.ts";

/** Throws 401 for a caller whose session token was revoked, where no lease is taken that would find out; nobody is asked about keys. */
export async function refuseRevoked({ subject, session }: Caller, { SUBJECTS }: Env): Promise<void> {
  if (session === undefined) return;
  if (SUBJECTS === undefined) throw missing();
  if (await reach(SUBJECTS.getByName(subject).isRevoked(session))) throw revoked();
}
