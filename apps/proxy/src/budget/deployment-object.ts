import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { DeploymentBook } from "./deployment-book.ts";
import type { DeploymentLedger, DeploymentUsage, ShareAnswer, ShareRequest } from "./deployment-ledger.ts";
import { ObjectRows } from "./object-rows.ts";

/** The deployment's book in a Durable Object. */
export class DeploymentObject extends DurableObject<Env> implements DeploymentLedger {
  readonly #kept: ObjectRows;
  readonly #book: DeploymentBook;

  constructor(...[ctx, env]: ConstructorParameters<typeof DurableObject<Env>>) {
    super(ctx, env);
    this.#kept = new ObjectRows(ctx.storage);
    this.#book = new DeploymentBook(this.#kept.rows, Date.now);
  }

  async share(request: ShareRequest): Promise<ShareAnswer> {
    return this.#kept.step(() => this.#book.share(request));
  }

  async usage(): Promise<DeploymentUsage> {
    return this.#book.usage();
  }

  async seen(subject: string): Promise<void> {
    this.#kept.step(() => this.#book.seen(subject));
  }

  async subjects(after: string, most: number): Promise<readonly string[]> {
    return this.#book.subjects(after, most);
  }

  override async alarm(): Promise<void> {
    this.#kept.alarmRang();
    this.#kept.step(() => this.#book.forget());
  }
}
