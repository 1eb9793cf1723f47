/* Before the first paint, so that no theme flashes. */
(() => {
  const root = document.documentElement;

  function kept(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  }

  function keep(key, value) {
    try { localStorage.setItem(key, value); } catch { /* private mode: for this page only */ }
  }

  const openMenu = () => document.querySelector("details.site-menu[open]");

  function isDark() {
    return root.dataset.theme === "dark"
      || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  root.dataset.js = "";

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-switch]")) {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep("theme", root.dataset.theme);
    }
    const menu = openMenu();
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  /* The shortlist (components/shortlist_button.html): slugs between spaces, kept on this device. */
  const listed = () => new Set(kept("shortlist")?.match(/\S+/g));

  function showListed() {
    const slugs = listed();
    for (const { classList, dataset } of document.querySelectorAll("[data-shortlist]")) {
      classList.toggle("is-listed", slugs.has(dataset.shortlist));
    }
    for (const link of document.querySelectorAll("[data-shortlist-all]")) {
      link.hidden = !slugs.size;
      link.search = `p=${[...slugs].join("&p=")}`;
      link.lastElementChild.textContent = slugs.size;
    }
  }

  for (const type of ["storage", "pageshow", "results:changed"]) addEventListener(type, showListed);
  document.addEventListener("click", (event) => {
    const slug = event.target.closest("[data-shortlist]")?.dataset.shortlist;
    if (!slug || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const slugs = listed();
    if (!slugs.delete(slug)) slugs.add(slug);
    keep("shortlist", [...slugs].slice(0, 50).join(" "));
    showListed();
  });

  /* What makes a part lively (data-module) is fetched when somebody turns to it. */
  const newest = new WeakMap();

  function wake(element, event) {
    for (let part = element; (part = part?.closest?.("[data-module]")); part = part.parentElement) {
      const waking = newest.has(part);
      newest.set(part, event);
      if (waking) continue;
      for (const address of part.dataset.module.split(" ")) {
        import(address).then(({ start }) => start(part, newest.get(part)), () => newest.delete(part));
      }
    }
  }

  for (const type of ["pointerover", "focusin", "click"]) {
    document.addEventListener(type, (event) => wake(event.target, event));
  }

  function wakeTarget(event) {
    wake(document.getElementById(decodeURIComponent(location.hash.slice(1))), event);
  }

  addEventListener("hashchange", wakeTarget);
  document.addEventListener("DOMContentLoaded", (event) => {
    wakeTarget(event);
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) wake(entry.target, entry);
    });
    document.querySelectorAll("[data-wake='seen']").forEach((part) => watch.observe(part));
    for (const field of document.querySelectorAll("[data-suggest] input")) {
      field.role = "combobox";
      field.ariaAutoComplete = "list";
      field.ariaExpanded = "false";
      field.setAttribute("aria-controls", `${field.id}-options`);
    }
  });

  document.addEventListener("keydown", (event) => {
    const menu = openMenu();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
