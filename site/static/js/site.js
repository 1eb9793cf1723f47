/* Runs before the first paint, so that the chosen theme is there without a flash. */
(() => {
  const KEY = "theme";
  const root = document.documentElement;

  function kept() {
    try { return localStorage.getItem(KEY); } catch { return null; }
  }

  function keep(theme) {
    try { localStorage.setItem(KEY, theme); } catch { /* private mode: for this page only */ }
  }

  function isDark() {
    return root.dataset.theme === "dark"
      || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  const theme = kept();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  root.dataset.js = "";

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-switch]")) {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep(root.dataset.theme);
    }
    const menu = document.querySelector("details.site-menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector("details.site-menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
