import { useEffect, useRef, useState } from "preact/hooks";
import { isSubjectName } from "../admin-api.ts";
import type { AdminState, AdminStore } from "../admin-store.ts";
import { RefreshControls, type Repetition } from "./refresh-controls.tsx";
import { SubjectTable } from "./subject-table.tsx";
import { TextField } from "./text-field.tsx";

interface SubjectListProps {
  readonly store: AdminStore;
  readonly state: AdminState;
  /** The subject whose details were open before. */
  readonly focusOn: string | undefined;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly repetition: Repetition;
  readonly onOpen: (name: string) => void;
}

const rowsPerPage = 25;

/** Every subject that called lately, a page at a time. */
export function SubjectList({
  store,
  state,
  focusOn,
  filter,
  onFilter,
  repetition,
  onOpen,
}: SubjectListProps) {
  const { names, hasMore, isListing } = state;
  const heading = useRef<HTMLHeadingElement>(null);

  const wanted = filter.trim().toLowerCase();
  const matching = wanted === "" ? names : names.filter((name) => name.toLowerCase().includes(wanted));
  const [page, setPage] = useState(() =>
    focusOn === undefined ? 0 : Math.max(0, Math.floor(matching.indexOf(focusOn) / rowsPerPage)),
  );
  const lastPage = Math.max(0, Math.ceil(matching.length / rowsPerPage) - 1);
  const current = Math.min(page, lastPage);
  const shown = matching.slice(current * rowsPerPage, (current + 1) * rowsPerPage);

  useEffect(() => void store.show(shown), [store, shown.join(" ")]);
  useEffect(() => {
    // Whoever has just signed in begins here; who comes back from the details is taken to where they were by the table.
    if (focusOn === undefined || !shown.includes(focusOn)) heading.current?.focus();
  }, []);

  async function next(): Promise<void> {
    if (current === lastPage) await store.loadMore();
    setPage(current + 1);
  }

  return (
    <section class="card" aria-labelledby="subjects" aria-busy={isListing}>
      <div class="card-bar">
        <h2 id="subjects" ref={heading} tabIndex={-1}>
          Subjects
        </h2>
        <RefreshControls
          note={noteOf(state)}
          isBusy={isListing || state.progress !== undefined}
          repetition={repetition}
          onRefresh={(isAsked) => void store.refresh(isAsked)}
        />
      </div>
      {names.length === 0 ? (
        <p class="nothing">
          Nobody has called in the last 31 days. A subject appears with its first call of which account is
          kept.
        </p>
      ) : (
        <>
          <TextField
            label="Filter by name"
            inputMode="search"
            value={filter}
            onInput={(text) => {
              onFilter(text);
              setPage(0);
            }}
          />
          {shown.length > 0 && (
            <SubjectTable
              names={shown}
              rows={state.rows}
              focusOn={focusOn}
              onOpen={onOpen}
              onReread={(name) => void store.reread(name, true)}
            />
          )}
          {shown.length === 0 && (
            <p class="nothing">
              None of the {names.length} names read so far has “{filter.trim()}” in it.
            </p>
          )}
          {wanted !== "" && hasMore && (
            <p class="hint">
              The proxy has more than the {names.length} names searched.{" "}
              <button type="button" class="link" disabled={isListing} onClick={() => void store.loadMore()}>
                Search more
              </button>
            </p>
          )}
          {shown.length === 0 && isSubjectName(filter.trim()) && (
            <p class="hint">
              A subject that has not called yet can be opened by its exact name: unless it comes with a client
              key, server:, jwt: or access: stand before the name that its proof has.{" "}
              <button type="button" class="link" onClick={() => onOpen(filter.trim())}>
                Open {filter.trim()}
              </button>
            </p>
          )}
          <nav class="pages" aria-label="Pages of subjects">
            <button type="button" class="plain" disabled={current === 0} onClick={() => setPage(current - 1)}>
              Previous
            </button>
            <p>{rangeOf(current, shown.length, matching.length, wanted === "" && hasMore)}</p>
            <button
              type="button"
              class="plain"
              disabled={isListing || (current === lastPage && (wanted !== "" || !hasMore))}
              onClick={() => void next()}
            >
              Next
            </button>
          </nav>
        </>
      )}
    </section>
  );
}

function rangeOf(page: number, shown: number, all: number, hasMore: boolean): string {
  if (shown === 0) return "None";
  const first = page * rowsPerPage + 1;
  return `${first} to ${first + shown - 1} of ${all}${hasMore ? " or more" : ""}`;
}

function noteOf({ progress, isListing, updatedAt }: AdminState): string {
  if (progress) return `Reading ${progress.done} of ${progress.all}…`;
  if (isListing) return "Reading the names…";
  return updatedAt === undefined ? "" : `As of ${new Date(updatedAt).toLocaleTimeString()}`;
}
