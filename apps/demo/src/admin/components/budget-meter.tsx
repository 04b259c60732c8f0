import { budgetUse } from "../budget-use.ts";

interface BudgetMeterProps {
  readonly label: string;
  /** US dollars. */
  readonly used: number;
  /** US dollars; null: not limited. */
  readonly limit: number | null;
}

/** How much of a budget is used: in words, and as a bar where there is a limit. */
export function BudgetMeter({ label, used, limit }: BudgetMeterProps) {
  const { fraction, level, amount, words } = budgetUse(used, limit);
  return (
    <div class="budget">
      <p class="budget-label">{label}</p>
      <p class="budget-amount">{amount}</p>
      {fraction !== undefined && (
        <div
          class={`meter ${level}`}
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={fraction}
          aria-valuetext={`${amount}. ${words}`}
        >
          <div style={{ width: `${fraction * 100}%` }} />
        </div>
      )}
      <p class={`budget-level ${level}`}>{words}</p>
    </div>
  );
}
