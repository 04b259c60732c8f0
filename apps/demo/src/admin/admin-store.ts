import type { Fetch } from "@xai-edge/core";
import type { Problem } from "../describe-problem.ts";
import type { Store } from "../use-store-state.ts";
import { type AdminApi, createAdminApi, type NewLimits } from "./admin-api.ts";
import { describeAdminProblem } from "./describe-admin-problem.ts";
import { eachOfFew } from "./each-of-few.ts";
import { readProxyAddress } from "./read-proxy-address.ts";
import type { DeploymentReport, SubjectReport } from "./reports.ts";

/** A subject's figures, as far as they could be read. */
export interface SubjectRow {
  /** The newest that came; undefined while none has. */
  readonly report: SubjectReport | undefined;
  /** Why the last attempt to read them failed. */
  readonly problem: Problem | undefined;
}

/** All that the page shows. */
export interface AdminState {
  /** The proxy that took the key; undefined before. */
  readonly signedInAt: string | undefined;
  readonly isSigningIn: boolean;
  readonly signInProblem: Problem | undefined;
  readonly deployment: DeploymentReport | undefined;
  /** In the order of the proxy, as far as its pages were read. */
  readonly names: readonly string[];
  /** Whether the proxy has more names behind these. */
  readonly hasMore: boolean;
  readonly rows: ReadonlyMap<string, SubjectRow>;
  readonly isListing: boolean;
  /** Why the last attempt to read the names failed. */
  readonly listProblem: Problem | undefined;
  /** How many of the rows that are wanted were read; undefined while none are. */
  readonly progress: { readonly done: number; readonly all: number } | undefined;
  /** `Date.now()` of the last list that came. */
  readonly updatedAt: number | undefined;
  /** What to say about what was done last. */
  readonly notice: string;
}

/** The page's state and everything one can do to it. */
export interface AdminStore extends Store<AdminState> {
  /** Asks the proxy with a key, which is kept for as long as the page is open or until `signOut`, and nowhere else. */
  signIn(address: string, key: string): Promise<void>;
  signOut(): void;
  /** Reads the names and the figures of the rows on show anew. A refresh that nobody asked for is not spoken of. */
  refresh(isAsked: boolean): Promise<void>;
  /** Reads the next page of names. */
  loadMore(): Promise<void>;
  /** Says which rows are on show; those that have no figures yet get them, a few at a time. */
  show(names: readonly string[]): Promise<void>;
  /** Reads one row anew. A refresh that nobody asked for is not spoken of. */
  reread(name: string, isAsked: boolean): Promise<void>;
  /** Takes back what was said about what was done last. */
  hush(): void;
  /** Resolves with why it failed, if it did. */
  setLimits(name: string, limits: NewLimits): Promise<Problem | undefined>;
  /** Resolves with why it failed, if it did. */
  revoke(name: string, jti?: string): Promise<Problem | undefined>;
}

/** What the page knows before anybody signs in. */
export interface AdminStoreOptions {
  /** The proxy that the page was built for. */
  readonly builtFor: string;
  /** The page's own origin. */
  readonly origin: string;
  /** Used in place of the global `fetch`. */
  readonly fetch?: Fetch;
}

/** Enough to be quick, and few enough to leave the proxy to its callers. */
const readsAtOnce = 4;

const signedOut: AdminState = {
  signedInAt: undefined,
  isSigningIn: false,
  signInProblem: undefined,
  deployment: undefined,
  names: [],
  hasMore: false,
  rows: new Map(),
  isListing: false,
  listProblem: undefined,
  progress: undefined,
  updatedAt: undefined,
  notice: "",
};

/** What one sign-in has brought, and what ends with it. */
interface Session {
  readonly api: AdminApi;
  readonly proxyUrl: string;
  readonly over: AbortController;
  reading: AbortController;
  /** What is still to be read. */
  unread: Set<string>;
  /** The rows on show. */
  shown: readonly string[];
  /** How often a subject was changed here: what was asked before a change does not show what came of it. */
  readonly changes: Map<string, number>;
}

/** Creates the state of a page for administrators of a proxy. */
export function createAdminStore({
  builtFor,
  origin,
  fetch = (url, init) => globalThis.fetch(url, init),
}: AdminStoreOptions): AdminStore {
  const listeners = new Set<() => void>();
  let state = signedOut;
  let session: Session | undefined;

  function update(part: Partial<AdminState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function setRow(name: string, row: Partial<SubjectRow>): void {
    const earlier = state.rows.get(name) ?? { report: undefined, problem: undefined };
    update({ rows: new Map(state.rows).set(name, { ...earlier, ...row }) });
  }

  const describe = (error: unknown, proxyUrl: string): Promise<Problem> =>
    describeAdminProblem(error, { proxyUrl, origin, fetch });

  async function readRow(current: Session, name: string, signal: AbortSignal): Promise<void> {
    const changes = current.changes.get(name);
    const isNews = (): boolean => !signal.aborted && current.changes.get(name) === changes;
    try {
      const report = await current.api.read(name, signal);
      if (isNews()) setRow(name, { report, problem: undefined });
    } catch (error) {
      const problem = signal.aborted ? undefined : await describe(error, current.proxyUrl);
      if (isNews() && problem) setRow(name, { problem });
    }
  }

  /** Reads rows, in place of those that are still being read. */
  async function readRows(current: Session, names: readonly string[]): Promise<void> {
    current.reading.abort();
    const reading = new AbortController();
    current.reading = reading;
    current.unread = new Set(names);
    const signal = AbortSignal.any([reading.signal, current.over.signal]);
    const tell = (): void => {
      const { size } = current.unread;
      update({ progress: size > 0 ? { done: names.length - size, all: names.length } : undefined });
    };
    tell();
    await eachOfFew(names, readsAtOnce, async (name) => {
      if (signal.aborted) return;
      await readRow(current, name, signal);
      if (signal.aborted) return;
      current.unread.delete(name);
      tell();
    });
  }

  /** Reads names from the first one on, at least as many as are known. */
  async function list({ api, over }: Session): Promise<Partial<AdminState>> {
    const names: string[] = [];
    let page = await api.list(undefined, over.signal);
    names.push(...page.subjects);
    while (page.after !== null && names.length < state.names.length) {
      page = await api.list(page.after, over.signal);
      names.push(...page.subjects);
    }
    return {
      names,
      hasMore: page.after !== null,
      deployment: page.deployment,
      updatedAt: Date.now(),
      listProblem: undefined,
    };
  }

  /** Runs what changes the list, one at a time. */
  async function listing(work: (current: Session) => Promise<Partial<AdminState>>): Promise<void> {
    const current = session;
    if (current === undefined || state.isListing) return;
    update({ isListing: true });
    let listed: Partial<AdminState>;
    try {
      listed = await work(current);
    } catch (error) {
      listed = { listProblem: await describe(error, current.proxyUrl) };
    }
    if (session === current) update({ ...listed, isListing: false });
  }

  async function change(
    name: string,
    ask: (api: AdminApi) => Promise<SubjectReport>,
    notice: string,
  ): Promise<Problem | undefined> {
    const current = session;
    if (current === undefined) return undefined;
    try {
      const report = await ask(current.api);
      if (session !== current) return undefined;
      current.changes.set(name, (current.changes.get(name) ?? 0) + 1);
      setRow(name, { report, problem: undefined });
      update({ notice });
      return undefined;
    } catch (error) {
      return describe(error, current.proxyUrl);
    }
  }

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async signIn(address, key) {
      if (state.isSigningIn) return;
      const read = readProxyAddress(address, builtFor, origin);
      if ("mistake" in read) {
        const problem = { title: "This address does not do", message: read.mistake };
        update({ signInProblem: { ...problem, code: undefined, requestId: undefined } });
        return;
      }
      const { proxyUrl } = read;
      update({ isSigningIn: true, signInProblem: undefined });
      try {
        const next: Session = {
          api: createAdminApi({ proxyUrl, key: key.trim(), fetch }),
          proxyUrl,
          over: new AbortController(),
          reading: new AbortController(),
          unread: new Set(),
          shown: [],
          changes: new Map(),
        };
        const listed = await list(next);
        session = next;
        update({ ...listed, signedInAt: proxyUrl, isSigningIn: false });
      } catch (error) {
        update({ isSigningIn: false, signInProblem: await describe(error, proxyUrl) });
      }
    },
    signOut() {
      session?.over.abort();
      session = undefined;
      update(signedOut);
    },
    async refresh(isAsked) {
      const current = session;
      if (current === undefined || state.isListing) return;
      await listing(list);
      if (session !== current || state.listProblem) return;
      await readRows(current, current.shown);
      if (session !== current || !isAsked) return;
      const failed = current.shown.filter((name) => state.rows.get(name)?.problem).length;
      const trouble = failed === 0 ? "" : ` Of ${failed} the figures could not be read.`;
      update({ notice: `${refreshedNow()}${trouble}` });
    },
    loadMore: () =>
      listing(async ({ api, over }) => {
        const page = await api.list(state.names.at(-1), over.signal);
        return {
          names: [...state.names, ...page.subjects],
          hasMore: page.after !== null,
          deployment: page.deployment,
          listProblem: undefined,
        };
      }),
    async show(names) {
      const current = session;
      if (current === undefined) return;
      current.shown = names;
      await readRows(
        current,
        names.filter((name) => !state.rows.has(name) || current.unread.has(name)),
      );
    },
    async reread(name, isAsked) {
      const current = session;
      if (current === undefined) return;
      await readRow(current, name, current.over.signal);
      if (session === current && isAsked && state.rows.get(name)?.problem === undefined)
        update({ notice: refreshedNow() });
    },
    hush: () => update({ notice: "" }),
    setLimits: (name, limits) =>
      change(
        name,
        (api) => api.setLimits(name, limits),
        limits === null
          ? `The configured limits hold for ${name} again.`
          : `The limits of ${name} were changed: they hold from the next call on.`,
      ),
    revoke: (name, jti) =>
      change(
        name,
        (api) => api.revoke(name, jti),
        jti === undefined
          ? `All tokens that ${name} was given until now are revoked.`
          : `The token ${jti} of ${name} is revoked.`,
      ),
  };
}

function refreshedNow(): string {
  return `Refreshed at ${new Date().toLocaleTimeString()}.`;
}
