import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../conversation.ts";
import { formatSeconds } from "../format-seconds.ts";
import { Icon } from "./icon.tsx";

/** The model's reasoning, apart from its answer: open while it thinks, folded once the answer begins, unless the reader chose. */
export function Reasoning({ answer }: { readonly answer: Answer }) {
  const [choice, setChoice] = useState<boolean>();
  const text = useRef<HTMLDivElement>(null);
  const thinking = answer.status === "thinking";
  const open = choice ?? thinking;

  useEffect(() => {
    if (thinking && text.current !== null) text.current.scrollTop = text.current.scrollHeight;
  }, [thinking, answer.reasoning]);

  return (
    <details class="reasoning" data-testid="reasoning" open={open}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          setChoice(!open);
        }}
      >
        <Icon name="chevron" />
        <span class={thinking ? "thinking" : undefined}>{label(answer)}</span>
      </summary>
      <div ref={text} class="reasoning-text" tabIndex={0}>
        {answer.reasoning.trim()}
      </div>
    </details>
  );
}

function label({ status, timing }: Answer): string {
  if (status === "thinking" || timing.firstTokenAt === undefined) return "Thinking…";
  const until = timing.contentAt ?? timing.endedAt ?? timing.firstTokenAt;
  return `Thought for ${formatSeconds(until - timing.firstTokenAt)}`;
}
