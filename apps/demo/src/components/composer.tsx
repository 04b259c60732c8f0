import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

interface ComposerProps {
  readonly running: boolean;
  readonly disabled: boolean;
  readonly emptyChat: boolean;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
}

const maxRows = 8;

/** Where questions are written. Enter sends, Shift+Enter starts a new line; while an answer arrives, Send is Stop. */
export function Composer({ running, disabled, emptyChat, onAsk, onStop }: ComposerProps) {
  const [text, setText] = useState("");
  const input = useRef<HTMLTextAreaElement>(null);
  const canSend = !running && !disabled && text.trim() !== "";

  function focus(): void {
    // On a touch screen the focus would raise the keyboard over the page.
    if (matchMedia("(pointer: fine)").matches) input.current?.focus();
  }

  useEffect(focus, [emptyChat]);
  useEffect(() => {
    // The button that had the focus is gone: Send became Stop, or the other way round.
    if (document.activeElement === document.body) focus();
  }, [running]);

  function send(): void {
    if (!canSend) return;
    setText("");
    onAsk(text.trim());
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={input}
        aria-label="Message"
        placeholder="Ask something"
        rows={Math.min(text.split("\n").length, maxRows)}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter also ends the composition of a character: that one is not for us.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {running ? (
        <button
          key="stop"
          type="button"
          class="round"
          aria-label="Stop"
          title="Stop (Escape)"
          onClick={onStop}
        >
          <Icon name="stop" />
        </button>
      ) : (
        <button
          key="send"
          type="submit"
          class="round"
          aria-label="Send"
          title="Send (Enter)"
          disabled={!canSend}
        >
          <Icon name="up" />
        </button>
      )}
    </form>
  );
}
