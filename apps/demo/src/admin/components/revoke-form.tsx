import { useState } from "preact/hooks";
import type { Problem } from "../../describe-problem.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { TextField } from "./text-field.tsx";

interface RevokeFormProps {
  readonly name: string;
  readonly onRevoke: (jti?: string) => Promise<Problem | undefined>;
}

/** Takes session tokens of a subject back: one, or all. */
export function RevokeForm({ name, onRevoke }: RevokeFormProps) {
  const [jti, setJti] = useState("");
  const [mistake, setMistake] = useState<string>();
  const [asked, setAsked] = useState<"one" | "all">();

  return (
    <form
      class="card"
      aria-labelledby="revoke"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (jti.trim() !== "") return setAsked("one");
        setMistake("Expected the token's jti.");
        event.currentTarget.querySelector("input")?.focus();
      }}
    >
      <h3 id="revoke">Session tokens</h3>
      <TextField
        label="jti of one token"
        hint="The field jti in the token's second part, which is base64url of JSON."
        maxLength={128}
        value={jti}
        mistake={mistake}
        onInput={(text) => {
          setJti(text);
          setMistake(undefined);
        }}
      />
      <div class="buttons">
        <button type="submit" class="plain">
          Revoke this token
        </button>
        <button type="button" class="plain danger" onClick={() => setAsked("all")}>
          Revoke all tokens
        </button>
      </div>
      {asked !== undefined && (
        <ConfirmDialog
          title={asked === "one" ? "Revoke this token?" : "Revoke all tokens?"}
          deed={asked === "one" ? "Revoke this token" : "Revoke all tokens"}
          onConfirm={() => (asked === "one" ? onRevoke(jti.trim()) : onRevoke())}
          onClose={(isDone) => {
            setAsked(undefined);
            if (isDone && asked === "one") setJti("");
          }}
        >
          {asked === "one" ? (
            <p>
              The token <strong>{jti.trim()}</strong> of <strong>{name}</strong> is refused from its next
              request on. This cannot be undone; a new token can be had with a new proof.
            </p>
          ) : (
            <p>
              Every session token that <strong>{name}</strong> was given until now is refused from its next
              request on. This cannot be undone; a new token can be had with a new proof.
            </p>
          )}
          <p>Calls that run are not ended. Client keys are no tokens: CLIENT_KEYS lists those.</p>
        </ConfirmDialog>
      )}
    </form>
  );
}
