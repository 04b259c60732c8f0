import { render } from "preact";
import { proxyUrl } from "../proxy-url.ts";
import "../styles.css";
import { applyTheme, recallTheme } from "../theme.ts";
import "./admin.css";
import { createAdminStore } from "./admin-store.ts";
import { AdminApp } from "./components/admin-app.tsx";

applyTheme(recallTheme());

const root = document.querySelector("#app");
if (root === null) throw new Error("The page has no element with the id app.");
render(
  <AdminApp
    store={createAdminStore({ builtFor: proxyUrl, origin: location.origin })}
    defaultAddress={proxyUrl}
  />,
  root,
);
