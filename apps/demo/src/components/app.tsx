import { useEffect } from "preact/hooks";
import { isRunning } from "../conversation.ts";
import type { ChatStore } from "../store.ts";
import { useStoreState } from "../use-store-state.ts";
import { Announcer } from "./announcer.tsx";
import { Composer } from "./composer.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorCard } from "./error-card.tsx";
import { Header } from "./header.tsx";
import { MessageLog } from "./message-log.tsx";
import { SimulatorBanner } from "./simulator-banner.tsx";
import { TurnView } from "./turn-view.tsx";

/** The whole page. */
export function App({ store }: { readonly store: ChatStore }) {
  const { connection, models, model, turns } = useStoreState(store);
  const running = turns.some(({ answer }) => isRunning(answer));

  useEffect(() => {
    if (!running) return;
    const stopOnEscape = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) store.stop();
    };
    document.addEventListener("keydown", stopOnEscape);
    // A browser may keep a page that was left, and its request, for a way back: an answer that nobody reads costs money.
    addEventListener("pagehide", store.stop);
    return () => {
      document.removeEventListener("keydown", stopOnEscape);
      removeEventListener("pagehide", store.stop);
    };
  }, [running, store]);

  return (
    <div class="page">
      <Header
        connection={connection}
        models={models}
        model={model}
        canStartOver={turns.length > 0}
        onSelectModel={store.selectModel}
        onNewChat={store.newChat}
      />
      {connection.status === "ready" && connection.upstream === "simulator" && <SimulatorBanner />}
      <MessageLog turnCount={turns.length} busy={running}>
        {connection.status === "failed" && <ErrorCard problem={connection.problem} onRetry={store.connect} />}
        {connection.status !== "failed" && turns.length === 0 && (
          <EmptyState disabled={model === ""} onAsk={store.ask} />
        )}
        {turns.map((turn, index) => (
          <TurnView
            key={turn.id}
            turn={turn}
            onRetry={index === turns.length - 1 ? store.retry : undefined}
          />
        ))}
      </MessageLog>
      <Composer
        running={running}
        disabled={model === ""}
        emptyChat={turns.length === 0}
        onAsk={store.ask}
        onStop={store.stop}
      />
      <Announcer connection={connection} answer={turns.at(-1)?.answer} />
    </div>
  );
}
