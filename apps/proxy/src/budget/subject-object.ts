import { DurableObject } from "cloudflare:workers";
import type { Session } from "../auth/caller.ts";
import type { Env } from "../env.ts";
import type { OwnedId, OwnedKind } from "../policy/owned-id.ts";
import type {
  Admission,
  AdmissionRequest,
  Settled,
  Settlement,
  SubjectLedger,
  SubjectUsage,
} from "./admission.ts";
import type { DeploymentUsage } from "./deployment-ledger.ts";
import { deploymentName } from "./deployment-name.ts";
import type { Limits, Spending } from "./limits.ts";
import { ObjectRows } from "./object-rows.ts";
import { periodsAt } from "./periods.ts";
import { SubjectBook } from "./subject-book.ts";
import type { Ticks } from "./ticks.ts";

/** How long a subject takes the deployment's no for an answer, so that refused calls do not become its load. */
const dryMs = 1000;
/** A share may go to a call that came later; then it is asked for again, so many times at most. */
const mostAsks = 10;

/** Calls that wait for a share together. */
interface Wait {
  least: Ticks;
  want: Ticks;
  readonly answer: Promise<DeploymentUsage | undefined>;
}

/** The subject's book in a Durable Object, which asks the deployment's object for shares of its budget. */
export class SubjectObject extends DurableObject<Env> implements SubjectLedger {
  readonly #kept: ObjectRows;
  readonly #book: SubjectBook;
  readonly #name: string;
  #wait: Wait | undefined;
  #seenOn: number | undefined;
  /** Requests to the deployment go one after the other. */
  #lastAsk: Promise<unknown> = Promise.resolve();
  #dry: { readonly until: number; readonly least: Ticks; readonly short: DeploymentUsage } | undefined;

  constructor(...[ctx, env]: ConstructorParameters<typeof DurableObject<Env>>) {
    super(ctx, env);
    this.#kept = new ObjectRows(ctx.storage);
    this.#book = new SubjectBook(this.#kept.rows, Date.now);
    this.#name = ctx.id.name ?? ctx.id.toString();
  }

  async admit(request: AdmissionRequest): Promise<Admission> {
    let short: DeploymentUsage | undefined;
    for (let asks = 0; asks < mostAsks; asks += 1) {
      const attempt = this.#kept.step(() => this.#book.admit(request));
      if (!("lacks" in attempt)) {
        this.#tellSeen();
        return attempt;
      }
      if (short) return this.#book.refuseForDeployment(request, short);
      short = await this.#share(attempt.lacks, request.deployment);
    }
    throw new Error("The deployment's share went to other calls each time.");
  }

  async settle(settlement: Settlement): Promise<Settled> {
    const settled = this.#kept.step(() => this.#book.settle(settlement));
    if (settled.givesBack) this.ctx.waitUntil(this.#tellDeployment());
    return settled;
  }

  async own(ids: readonly OwnedId[]): Promise<void> {
    this.#kept.step(() => this.#book.own(ids));
  }

  async noteOnce(name: string, keepMs: number): Promise<boolean> {
    return this.#kept.step(() => this.#book.noteOnce(name, keepMs));
  }

  async usage(limits: Limits, session?: Session): Promise<SubjectUsage> {
    return this.#book.usage(this.#name, limits, session);
  }

  async isRevoked(session: Session): Promise<boolean> {
    return this.#book.isRevoked(session);
  }

  async owned(kind: OwnedKind): Promise<readonly string[]> {
    return this.#book.owned(kind);
  }

  async setLimits(limits: Limits | undefined): Promise<void> {
    this.#kept.step(() => this.#book.setLimits(limits));
  }

  async revoke(jti?: string): Promise<void> {
    this.#kept.step(() => this.#book.revoke(jti));
  }

  override async alarm(): Promise<void> {
    this.#kept.alarmRang();
    // What is left over makes the alarm ring again at once.
    this.#kept.step(() => this.#book.expire(1000));
    await this.#tellDeployment();
  }

  async #tellDeployment(): Promise<void> {
    try {
      await this.#afterLastAsk(async () => this.#book.owesDeployment() && this.#ask(0, 0, {}));
    } catch {
      // The review of the share, which is due again in seconds, asks once more.
    }
  }

  /** Puts the subject on the deployment's list, once a day. Nothing depends on it but what an administrator sees. */
  #tellSeen(): void {
    const { day } = periodsAt(Date.now());
    if (this.#seenOn === day) return;
    this.#seenOn = day;
    if (this.#kept.rows.get("seen-on") === day) return;
    this.#kept.rows.put("seen-on", day);
    const forget = (): void => this.#kept.rows.delete("seen-on");
    try {
      this.env.DEPLOYMENT?.getByName(deploymentName).seen(this.#name).catch(forget);
    } catch {
      forget();
    }
  }

  #share(lacks: Ticks, limits: Spending): Promise<DeploymentUsage | undefined> | DeploymentUsage {
    if (this.#dry && Date.now() < this.#dry.until && lacks >= this.#dry.least) return this.#dry.short;
    if (this.#wait) {
      this.#wait.least = Math.min(this.#wait.least, lacks);
      this.#wait.want += lacks;
      return this.#wait.answer;
    }
    const wait: Wait = {
      least: lacks,
      want: lacks,
      answer: this.#afterLastAsk(() => {
        this.#wait = undefined;
        return this.#ask(wait.least, wait.want, limits);
      }),
    };
    this.#wait = wait;
    return wait.answer;
  }

  #afterLastAsk<Result>(ask: () => Promise<Result>): Promise<Result> {
    const answer = this.#lastAsk.then(ask);
    this.#lastAsk = answer.catch(() => undefined);
    return answer;
  }

  async #ask(least: Ticks, want: Ticks, limits: Spending): Promise<DeploymentUsage | undefined> {
    const { DEPLOYMENT } = this.env;
    if (!DEPLOYMENT) throw new Error("The binding DEPLOYMENT is missing.");
    const deployment = DEPLOYMENT.getByName(deploymentName);
    const id = crypto.randomUUID();
    for (;;) {
      const request = this.#kept.step(() => this.#book.askForShare(id, this.#name, limits, least, want));
      const answer = await deployment.share(request);
      this.#kept.step(() => this.#book.takeShare(answer));
      // Before it came the answer to a request that an earlier life of this object had sent.
      if (answer.id !== id) continue;
      const { granted, short } = answer;
      if (short && granted === 0) this.#dry = { until: Date.now() + dryMs, least, short };
      return short;
    }
  }
}
