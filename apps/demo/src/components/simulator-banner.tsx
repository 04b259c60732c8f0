/** Says plainly that no model is behind the answers. */
export function SimulatorBanner() {
  return (
    <p class="banner" data-testid="simulator-banner">
      Simulated answers — no <code>XAI_API_KEY</code> is set; add it to <code>apps/proxy/.dev.vars</code> and
      restart
    </p>
  );
}
