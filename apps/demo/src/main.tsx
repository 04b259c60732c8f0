import { render } from "preact";
import { App } from "./components/app.tsx";
import { proxyUrl } from "./proxy-url.ts";
import { createChatStore } from "./store.ts";
import "./styles.css";
import { applyTheme, recallTheme } from "./theme.ts";

applyTheme(recallTheme());

const store = createChatStore({ proxyUrl });

const root = document.querySelector("#app");
if (root === null) throw new Error("The page has no element with the id app.");
render(<App store={store} />, root);
await store.connect();
