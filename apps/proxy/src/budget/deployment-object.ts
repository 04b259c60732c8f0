import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { DeploymentBook } from "./deployment-book.ts";
import type { DeploymentLedger, DeploymentUsage, ShareAnswer, ShareRequest } from "./deployment-ledger.ts";
import { ObjectRows } from "./object-rows.ts";

/** The name of the one object of the deployment. */
export const deploymentName = "deployment";

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

  override async alarm(): Promise<void> {
    this.#kept.alarmRang();
    this.#kept.step(() => this.#book.forget());
  }
}
