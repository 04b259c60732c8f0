import { useEffect, useRef } from "preact/hooks";
import { ErrorCard } from "../../components/error-card.tsx";
import { formatDollars } from "../../format-dollars.ts";
import type { AdminStore, SubjectRow } from "../admin-store.ts";
import type { LimitsDraft } from "../limits-draft.ts";
import type { SubjectReport } from "../reports.ts";
import { BudgetMeter } from "./budget-meter.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { RefreshControls, type Repetition } from "./refresh-controls.tsx";
import { RevokeForm } from "./revoke-form.tsx";

interface SubjectDetailsProps {
  readonly name: string;
  readonly row: SubjectRow | undefined;
  readonly store: AdminStore;
  readonly drafts: Map<string, LimitsDraft>;
  readonly repetition: Repetition;
  readonly onBack: () => void;
}

/** One subject: what it used, what it may, and what can be done about it. */
export function SubjectDetails({ name, row, store, drafts, repetition, onBack }: SubjectDetailsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const reread = (isAsked: boolean): void => void store.reread(name, isAsked);

  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
    reread(false);
  }, []);

  return (
    <>
      <div class="card-bar">
        <button type="button" class="plain" onClick={onBack}>
          All subjects
        </button>
        <RefreshControls note="" isBusy={false} repetition={repetition} onRefresh={reread} />
      </div>
      <h2 class="subject-name" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {row?.problem && <ErrorCard problem={row.problem} onRetry={() => reread(true)} />}
      {row?.report === undefined ? (
        row?.problem === undefined && <p class="nothing">Reading…</p>
      ) : (
        <>
          <Figures report={row.report} />
          <LimitsForm
            report={row.report}
            draft={drafts.get(name)}
            onDraft={(draft) => void (draft ? drafts.set(name, draft) : drafts.delete(name))}
            onSet={(limits) => store.setLimits(name, limits)}
          />
          <RevokeForm name={name} onRevoke={(jti) => store.revoke(name, jti)} />
        </>
      )}
    </>
  );
}

function Figures({ report }: { readonly report: SubjectReport }) {
  const { spent_usd: spent, reserved_usd: reserved, calls, tokens, limits, remaining } = report;
  const count = (number: number): string => number.toLocaleString("en-US");
  const facts: readonly (readonly [string, string])[] = [
    ["Reserved for calls that run", formatDollars(reserved)],
    ["Calls now", count(calls.now)],
    ["Calls today", count(calls.day)],
    ["Calls in all", count(calls.total)],
    ["Tokens today", count(tokens.day)],
    ["Tokens in all", count(tokens.total)],
    ["Money left", remaining.usd === null ? "Not limited" : formatDollars(remaining.usd)],
    ["Requests left now", remaining.requests === null ? "Not limited" : count(remaining.requests)],
    ["Tokens left now", remaining.tokens === null ? "Not limited" : count(remaining.tokens)],
  ];
  return (
    <section class="card" aria-labelledby="figures">
      <h3 id="figures">Figures</h3>
      <div class="budgets">
        <BudgetMeter label="Spent today" used={spent.day} limit={limits.usdPerDay} />
        <BudgetMeter label="Spent this month" used={spent.month} limit={limits.usdPerMonth} />
        <BudgetMeter label="Spent in all" used={spent.total} limit={limits.usdTotal} />
      </div>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
