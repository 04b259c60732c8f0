const suggestions = [
  "Explain server-sent events to someone who knows HTTP",
  "Write a TypeScript function that retries a fetch with backoff",
  "How many times do a clock's hands overlap in a day? Think it through",
  "Compare tabs and spaces in a table, then pick a side",
];

interface EmptyStateProps {
  readonly disabled: boolean;
  readonly onAsk: (question: string) => void;
}

/** What a chat shows before its first question. */
export function EmptyState({ disabled, onAsk }: EmptyStateProps) {
  return (
    <div class="empty">
      <h2>Ask Grok anything</h2>
      <p>Your question goes to your own proxy. The key stays there; the answer streams back here.</p>
      <ul class="suggestions">
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button type="button" disabled={disabled} onClick={() => onAsk(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
