// A file and not an inline script, so that the content security policy needs no `unsafe-inline`. It blocks the
// first paint on purpose: without it a dark page would flash white.
(() => {
  try {
    const chosen = localStorage.getItem('vinculo.color-scheme');
    const isDark =
      chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
  } catch {
    // Storage may be forbidden; the app then starts in light and corrects itself.
  }
})();
