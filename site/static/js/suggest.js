// A search field that suggests (components/suggest.html), as the ARIA practices describe it: the
// field keeps the focus, arrows choose, Enter takes what is chosen or else searches.
import { askFor } from "./asking.js";

const SETTLE = 150;
const PARAMETERS = { branch: "branch", skill: "skill", place: "near" };

export function start(part) {
  const field = part.querySelector("input");
  const list = part.querySelector("[role=listbox]");
  let offered = [];
  let active = -1;
  let timer = 0;
  let request = new AbortController();

  const close = () => {
    clearTimeout(timer);
    request.abort();
    show([]);
  };
  const show = (suggestions) => {
    offered = suggestions;
    list.replaceChildren(...suggestions.map((one, number) => option(one, `${list.id}-${number}`, part.dataset)));
    list.hidden = suggestions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };
  const choose = (number) => {
    active = number;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === number)));
    const chosen = list.children[number];
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    request.abort();
    request = new AbortController();
    const url = new URL(part.dataset.url, location.href);
    url.searchParams.set("q", field.value.trim());
    try {
      const response = await fetch(url, { signal: request.signal });
      const { items } = response.ok ? await response.json() : { items: [] };
      show(document.activeElement === field ? items : []);
    } catch {
      // Of no weight: the field searches without.
      if (!request.signal.aborted) show([]);
    }
  };
  const later = () => {
    clearTimeout(timer);
    if (field.value.trim()) timer = setTimeout(ask, SETTLE);
    else close();
  };
  const take = (suggestion) => {
    close();
    field.value = "";
    go(part, suggestion);
  };
  const keys = {
    ArrowDown: () => (offered.length ? choose(active + 1 < offered.length ? active + 1 : -1) : later()),
    ArrowUp: () => (offered.length ? choose(active < 0 ? offered.length - 1 : active - 1) : later()),
    Escape: () => offered.length && close(),
    Enter: () => (active >= 0 ? take(offered[active]) : close()),
  };

  field.addEventListener("input", later);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.isComposing) return;
    const searches = event.key === "Enter" ? active < 0 : event.key === "Escape" && !offered.length;
    if (!searches) event.preventDefault();
    keys[event.key]();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const number = [...list.children].indexOf(target.closest("[role=option]"));
    if (number >= 0) take(offered[number]);
  });
  if (field.value !== field.defaultValue) later();
}

function option({ type, label }, id, kinds) {
  const made = Object.assign(document.createElement("li"), { id, className: `suggest__option suggest__option--${type}` });
  made.setAttribute("role", "option");
  const pieces = Object.entries({ label, kind: kinds[type] }).map(([name, textContent]) =>
    Object.assign(document.createElement("span"), { className: `suggest__${name}`, textContent }));
  made.append(pieces[0], " ", pieces[1]);
  return made;
}

/** In the directory a suggestion narrows what is there; elsewhere it leads to its own address. */
function go(part, { type, value, html_url }) {
  // The way alone: the visitor may be here by another of the site's addresses.
  const { pathname, search } = new URL(html_url, location.href);
  const name = PARAMETERS[type];
  if (!name || !part.closest(".finder")) return location.assign(pathname + search);
  const address = new URL(location.pathname + location.search, location.href);
  const asked = address.searchParams;
  for (const gone of name === "near" ? ["q", "page", "locality", "bbox", "near"] : ["q", "page"]) asked.delete(gone);
  if (!asked.has(name, value)) asked.append(name, value);
  return askFor(part, address);
}
