import type { Turn } from "../conversation.ts";
import { usageFigures } from "../usage-figures.ts";

/** What an answer took: tokens, money, time. */
export function UsageLine({ turn }: { readonly turn: Turn }) {
  const figures = usageFigures(turn.answer);
  if (figures.length === 0) return null;
  return (
    <dl class="usage" data-testid="usage">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt> <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
