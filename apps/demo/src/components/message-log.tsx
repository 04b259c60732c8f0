import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

interface MessageLogProps {
  readonly turnCount: number;
  readonly busy: boolean;
  readonly children: ComponentChildren;
}

/** Closer to the end than this, in CSS pixels, counts as being there. */
const endMarginPx = 32;

/** The scrolling list of messages. It follows an answer as it grows, for as long as the reader stays at the end. */
export function MessageLog({ turnCount, busy, children }: MessageLogProps) {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(false);
  const lastTop = useRef(0);
  const [atEnd, setAtEnd] = useState(true);

  function scrollToEnd(): void {
    const { current } = log;
    if (current === null) return;
    follows.current = true;
    current.scrollTop = current.scrollHeight;
  }

  function notice(): void {
    const { current } = log;
    if (current === null) return;
    const distance = current.scrollHeight - current.scrollTop - current.clientHeight;
    // The smallest step up means that the reader wants to stay, unless the answer became shorter under them.
    if (distance < 2) follows.current = true;
    else if (current.scrollTop < lastTop.current) follows.current = false;
    else if (distance < endMarginPx) follows.current = true;
    lastTop.current = current.scrollTop;
    setAtEnd(distance < endMarginPx);
  }

  useLayoutEffect(() => {
    if (content.current === null) return;
    // Everything that changes the height is seen here: text, a block that folds, a window that narrows.
    const observer = new ResizeObserver(() => {
      if (follows.current) scrollToEnd();
      notice();
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    // One's own question is always worth seeing; a page without one is read from the top.
    if (turnCount > 0) scrollToEnd();
    else follows.current = false;
  }, [turnCount]);

  return (
    <main class="log-frame">
      {/* An answer is not read out token by token: the announcer says when there is something to read. */}
      <div
        ref={log}
        class="log"
        role="log"
        aria-label="Messages"
        aria-live="off"
        aria-busy={busy}
        tabIndex={0}
        onScroll={notice}
      >
        <div ref={content} class="log-content">
          {children}
        </div>
      </div>
      {!atEnd && turnCount > 0 && (
        <button type="button" class="to-end" aria-label="Jump to the latest message" onClick={scrollToEnd}>
          <Icon name="down" />
        </button>
      )}
    </main>
  );
}
