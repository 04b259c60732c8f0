import { useEffect, useState } from "preact/hooks";
import { copyText } from "../copy-text.ts";

/** Copies a text and says so for a moment. */
export function CopyButton({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState("");
  useEffect(() => {
    if (outcome === "") return;
    const timer = setTimeout(() => setOutcome(""), 1500);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <button
      type="button"
      class="quiet copy"
      aria-label="Copy answer"
      onClick={async () => setOutcome(await copyText(text))}
    >
      {outcome === "" ? "Copy" : outcome}
    </button>
  );
}
