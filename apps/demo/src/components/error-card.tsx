import type { Problem } from "../describe-problem.ts";

interface ErrorCardProps {
  readonly problem: Problem;
  readonly onRetry: (() => void) | undefined;
}

/** What went wrong, with all that a report about it needs. */
export function ErrorCard({ problem, onRetry }: ErrorCardProps) {
  return (
    <div class="error" role="alert">
      <p class="error-title">{problem.title}</p>
      <p>{problem.message}</p>
      {(problem.code !== undefined || problem.requestId !== undefined) && (
        <p class="error-facts">
          {problem.code !== undefined && (
            <span>
              Code <code>{problem.code}</code>
            </span>
          )}
          {problem.requestId !== undefined && (
            <span>
              Request <code>{problem.requestId}</code>
            </span>
          )}
        </p>
      )}
      {onRetry !== undefined && (
        <button type="button" onClick={() => onRetry()}>
          Retry
        </button>
      )}
    </div>
  );
}
