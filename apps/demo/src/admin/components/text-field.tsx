import type { RefObject } from "preact";
import { useId } from "preact/hooks";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Whether it is to be read by nobody who looks at the screen. */
  readonly isSecret?: boolean;
  readonly inputMode?: "decimal" | "numeric" | "url" | "search";
  readonly placeholder?: string;
  readonly hint?: string;
  /** What is wrong with the value, if something is. */
  readonly mistake?: string | undefined;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** One line of text with its label, a hint, and what is wrong with it. The browser keeps nothing of it. */
export function TextField({
  label,
  value,
  onInput,
  isSecret = false,
  inputMode,
  placeholder,
  hint,
  mistake,
  isRequired = false,
  maxLength,
  inputRef,
}: TextFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(inputRef && { ref: inputRef })}
        {...(isSecret && { type: "password" })}
        value={value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        required={isRequired}
        aria-invalid={mistake !== undefined}
        {...(inputMode && { inputMode })}
        {...(placeholder && { placeholder })}
        {...(maxLength !== undefined && { maxLength })}
        {...(described !== "" && { "aria-describedby": described })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {mistake && (
        <p id={`${id}-mistake`} class="mistake">
          {mistake}
        </p>
      )}
    </div>
  );
}
