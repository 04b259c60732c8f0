import { useEffect, useRef, useState } from "preact/hooks";
import { ErrorCard } from "../../components/error-card.tsx";
import { ThemeToggle } from "../../components/theme-toggle.tsx";
import { useStoreState } from "../../use-store-state.ts";
import type { AdminStore } from "../admin-store.ts";
import type { LimitsDraft } from "../limits-draft.ts";
import { DeploymentFigures } from "./deployment-figures.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { SubjectDetails } from "./subject-details.tsx";
import { SubjectList } from "./subject-list.tsx";

interface AdminAppProps {
  readonly store: AdminStore;
  readonly defaultAddress: string;
}

/** The whole page: the way in, then the deployment and its subjects, or one of them. */
export function AdminApp({ store, defaultAddress }: AdminAppProps) {
  const state = useStoreState(store);
  const [opened, setOpened] = useState<string>();
  const [lastOpened, setLastOpened] = useState<string>();
  /** What was typed and not sent stays when one looks at another subject in between. */
  const drafts = useRef(new Map<string, LimitsDraft>());
  const [filter, setFilter] = useState("");
  const [isRepeated, setRepeated] = useState(false);
  const repetition = { isOn: isRepeated, onSwitch: setRepeated };
  function open(name: string | undefined): void {
    store.hush();
    setOpened(name);
    if (name !== undefined) setLastOpened(name);
  }

  const isIn = state.signedInAt !== undefined;

  useEffect(() => {
    if (isIn) return;
    setOpened(undefined);
    setLastOpened(undefined);
    setRepeated(false);
    setFilter("");
    drafts.current.clear();
  }, [isIn]);

  return (
    <div class="admin">
      <header class="admin-header">
        <div>
          <h1>xai-edge admin</h1>
          {isIn && <p class="connection ready">{state.signedInAt}</p>}
        </div>
        {isIn && (
          <button type="button" class="quiet" onClick={store.signOut}>
            Sign out
          </button>
        )}
        <ThemeToggle />
      </header>
      <main class="admin-main">
        {isIn ? (
          <>
            <p class="admin-notice" role="status">
              {state.notice}
            </p>
            {state.listProblem && (
              <ErrorCard problem={state.listProblem} onRetry={() => void store.refresh(true)} />
            )}
            {opened === undefined ? (
              <>
                {state.deployment && <DeploymentFigures deployment={state.deployment} />}
                <SubjectList
                  store={store}
                  state={state}
                  focusOn={lastOpened}
                  filter={filter}
                  onFilter={setFilter}
                  repetition={repetition}
                  onOpen={open}
                />
              </>
            ) : (
              <SubjectDetails
                key={opened}
                name={opened}
                row={state.rows.get(opened)}
                store={store}
                drafts={drafts.current}
                repetition={repetition}
                onBack={() => open(undefined)}
              />
            )}
          </>
        ) : (
          <SignInCard
            defaultAddress={defaultAddress}
            isBusy={state.isSigningIn}
            problem={state.signInProblem}
            onSignIn={store.signIn}
          />
        )}
      </main>
    </div>
  );
}
