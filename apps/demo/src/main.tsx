import { render } from "preact";
import { App } from "./components/app.tsx";
import { defaultProxyUrl } from "./default-proxy-url.ts";
import { createChatStore } from "./store.ts";
import "./styles.css";
import { applyTheme, recallTheme } from "./theme.ts";

applyTheme(recallTheme());

const proxyUrl = new URL(import.meta.env.VITE_PROXY_URL ?? defaultProxyUrl, location.href).href.replace(
  /\/+$/,
  "",
);
const store = createChatStore({ proxyUrl });

const root = document.querySelector("#app");
if (root === null) throw new Error("The page has no element with the id app.");
render(<App store={store} />, root);
await store.connect();
