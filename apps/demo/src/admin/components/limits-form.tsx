import { useState } from "preact/hooks";
import type { Problem } from "../../describe-problem.ts";
import type { NewLimits } from "../admin-api.ts";
import { changesOf, limitFields, type LimitsDraft, readDraft, toDraft } from "../limits-draft.ts";
import type { SubjectReport } from "../reports.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { TextField } from "./text-field.tsx";

interface LimitsFormProps {
  readonly report: SubjectReport;
  /** What was typed on an earlier visit and not sent. */
  readonly draft: LimitsDraft | undefined;
  /** Called with what is typed and not sent; with undefined when that is nothing. */
  readonly onDraft: (draft: LimitsDraft | undefined) => void;
  readonly onSet: (limits: NewLimits) => Promise<Problem | undefined>;
}

/** A subject's limits, to be typed over. Nothing that is typed goes away before the proxy has taken it. */
export function LimitsForm({ report, draft: earlier, onDraft, onSet }: LimitsFormProps) {
  const { subject, limits, limits_set_by: setBy } = report;
  const [typed, setTyped] = useState(earlier);
  const [isChecked, setChecked] = useState(false);
  /** What is to be confirmed. */
  const [asked, setAsked] = useState<NewLimits>();

  const draft = typed ?? toDraft(limits);
  const read = readDraft(draft);
  const mistakes = isChecked && "mistakes" in read ? read.mistakes : {};

  function type(next: LimitsDraft | undefined): void {
    setTyped(next);
    onDraft(next);
  }

  return (
    <form
      class="card"
      aria-labelledby="limits"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if ("limits" in read) return setAsked(read.limits);
        const first = limitFields.findIndex(({ name }) => read.mistakes[name] !== undefined);
        event.currentTarget.querySelectorAll("input")[first]?.focus();
      }}
    >
      <h3 id="limits">Limits</h3>
      <p class="hint">
        {setBy === "administrator"
          ? "An administrator has set these: they go before the configured ones."
          : "These are LIMITS of the configuration. A client key or a token may bring limits of its own; what is set here goes before all of them."}
      </p>
      <div class="fields">
        {limitFields.map(({ name, label, isWhole }) => (
          <TextField
            key={name}
            label={label}
            inputMode={isWhole ? "numeric" : "decimal"}
            placeholder="No limit"
            value={draft[name]}
            mistake={mistakes[name]}
            onInput={(text) => type({ ...draft, [name]: text })}
          />
        ))}
      </div>
      <div class="buttons">
        <button type="submit" class="primary">
          Change limits
        </button>
        {typed && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              type(undefined);
              setChecked(false);
            }}
          >
            Undo typing
          </button>
        )}
        <button
          type="button"
          class="plain"
          disabled={setBy === "configuration"}
          onClick={() => setAsked(null)}
        >
          Back to configured limits
        </button>
      </div>
      {asked !== undefined && (
        <ConfirmDialog
          title={asked === null ? "Back to configured limits?" : "Change the limits?"}
          deed={asked === null ? "Back to configured limits" : "Change limits"}
          onConfirm={() => onSet(asked)}
          onClose={(isDone) => {
            setAsked(undefined);
            if (!isDone) return;
            type(undefined);
            setChecked(false);
          }}
        >
          {asked === null ? (
            <p>
              For <strong>{subject}</strong> the limits of the configuration hold again, from its next call
              on.
            </p>
          ) : (
            <Consequences subject={subject} changes={changesOf(limits, asked)} limits={asked} />
          )}
        </ConfirmDialog>
      )}
    </form>
  );
}

interface ConsequencesProps {
  readonly subject: string;
  readonly changes: readonly string[];
  readonly limits: Exclude<NewLimits, null>;
}

function Consequences({ subject, changes, limits }: ConsequencesProps) {
  const budgets = limits === "unlimited" ? [] : [limits.usdPerDay, limits.usdPerMonth, limits.usdTotal];
  return (
    <>
      <p>
        For <strong>{subject}</strong>, from its next call on and without a deployment:
      </p>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
        {changes.length === 0 && <li>The same limits as now, whatever the configuration says later</li>}
      </ul>
      {limits === "unlimited" && (
        <p>
          <strong>Nothing bounds this subject then</strong> but the budget of the whole deployment.
        </p>
      )}
      {budgets.includes(0) && (
        <p>
          <strong>Every call that costs something is refused.</strong> Calls that run are not ended.
        </p>
      )}
    </>
  );
}
