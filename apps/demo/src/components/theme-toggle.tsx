import { useState } from "preact/hooks";
import { chooseTheme, currentTheme } from "../theme.ts";
import { Icon } from "./icon.tsx";

/** Switches between light and dark; the system's choice holds until it is used. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      class="quiet"
      aria-label={`Switch to ${other} colours`}
      title={`Switch to ${other} colours`}
      onClick={() => {
        chooseTheme(other);
        setTheme(other);
      }}
    >
      <Icon name={other === "dark" ? "moon" : "sun"} />
    </button>
  );
}
