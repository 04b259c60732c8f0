import { useEffect, useRef, useState } from "preact/hooks";
import { ErrorCard } from "../../components/error-card.tsx";
import type { Problem } from "../../describe-problem.ts";
import { TextField } from "./text-field.tsx";

interface SignInCardProps {
  readonly defaultAddress: string;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  readonly onSignIn: (address: string, key: string) => void;
}

/** Asks for the proxy and an admin key. */
export function SignInCard({ defaultAddress, isBusy, problem, onSignIn }: SignInCardProps) {
  const [address, setAddress] = useState(defaultAddress);
  const [key, setKey] = useState("");
  const keyField = useRef<HTMLInputElement>(null);

  useEffect(() => keyField.current?.focus(), []);

  return (
    <form
      class="card sign-in"
      aria-labelledby="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        onSignIn(address, key);
      }}
    >
      <h2 id="sign-in">Sign in</h2>
      <p class="hint">See who calls through your proxy and what it costs, and change what they may.</p>
      <TextField label="Proxy address" inputMode="url" value={address} onInput={setAddress} isRequired />
      <TextField
        label="Admin key"
        isSecret
        value={key}
        onInput={setKey}
        isRequired
        inputRef={keyField}
        hint="The key itself, of which ADMIN_KEY_HASHES has the hash. It stays in this page's memory until you sign out or close it."
      />
      {problem && <ErrorCard problem={problem} onRetry={undefined} />}
      <button type="submit" class="primary" disabled={isBusy}>
        {isBusy ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
