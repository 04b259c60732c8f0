import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ErrorCard } from "../../components/error-card.tsx";
import type { Problem } from "../../describe-problem.ts";

interface ConfirmDialogProps {
  readonly title: string;
  /** What the deed is called on its button. */
  readonly deed: string;
  /** What comes of it. */
  readonly children: ComponentChildren;
  /** Does it; resolves with why it failed, if it did. */
  readonly onConfirm: () => Promise<Problem | undefined>;
  /** Called when the dialog is over. */
  readonly onClose: (isDone: boolean) => void;
}

/** Asks before something is done, says what comes of it, and stays when it fails. The focus goes back to where it was. */
export function ConfirmDialog({ title, deed, children, onConfirm, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isDone = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const id = useId();

  useEffect(() => dialog.current?.showModal(), []);

  async function confirm(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const failure = await onConfirm();
    setBusy(false);
    setProblem(failure);
    if (failure !== undefined) return;
    isDone.current = true;
    dialog.current?.close();
  }

  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        // What was sent cannot be called back.
        if (isBusy) event.preventDefault();
      }}
      onClose={() => onClose(isDone.current)}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`} class="confirm-text">
        {children}
      </div>
      {problem && <ErrorCard problem={problem} onRetry={undefined} />}
      <div class="confirm-buttons">
        <button type="button" class="plain" disabled={isBusy} onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="primary" aria-disabled={isBusy} onClick={() => isBusy || void confirm()}>
          {isBusy ? "Working…" : deed}
        </button>
      </div>
    </dialog>
  );
}
