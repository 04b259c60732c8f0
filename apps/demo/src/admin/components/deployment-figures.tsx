import { formatDollars } from "../../format-dollars.ts";
import type { DeploymentReport } from "../reports.ts";
import { BudgetMeter } from "./budget-meter.tsx";

/** What all subjects together have spent, and may. */
export function DeploymentFigures({ deployment }: { readonly deployment: DeploymentReport }) {
  const { used_usd: used, held_usd: held, limits } = deployment;
  const isCounted = [limits.usdPerDay, limits.usdPerMonth, limits.usdTotal].some((limit) => limit !== null);
  return (
    <section class="card" aria-labelledby="deployment">
      <h2 id="deployment">All subjects together</h2>
      <div class="budgets">
        <BudgetMeter label="Used today" used={used.day} limit={limits.usdPerDay} />
        <BudgetMeter label="Used this month" used={used.month} limit={limits.usdPerMonth} />
        <BudgetMeter label="Used in all" used={used.total} limit={limits.usdTotal} />
      </div>
      <p class="hint">
        {isCounted
          ? `Of what is used in all, ${formatDollars(used.total - held)} is spent and ${formatDollars(held)} is held: lent to subjects for their next calls. Days and months are UTC's.`
          : "DEPLOYMENT_BUDGET is unlimited: then these figures are not counted, those of the subjects are."}
      </p>
    </section>
  );
}
