// Lists that answer while somebody types, filters, sorts or pages (components/instant.html): the whole
// page is asked for, what changes is taken. Others ask by "results:ask", hear by "results:changed".
import { loadScript } from "./loading.js";

const TYPED = "input[type=search], input[type=text]";
const FAILURES = ["htmx:sendError", "htmx:timeout", "htmx:responseError"];

export async function start(finder) {
  const form = finder.querySelector("form");
  leaveNewTabsAlone(finder);
  await pageComplete();
  await loadScript(finder.dataset.htmx);
  keepHistory(finder);
  finder.addEventListener("htmx:configRequest", ({ detail }) => tidy(detail.formData, form));
  finder.addEventListener("htmx:beforeRequest", () => results().setAttribute("aria-busy", "true"));
  document.body.addEventListener("htmx:beforeSwap", ({ detail }) => mustHoldResults(detail));
  document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful) changed(finder, form, detail);
  });
  for (const name of FAILURES) document.body.addEventListener(name, ({ detail }) => failed(finder, detail));
  finder.addEventListener("results:ask", (event) => {
    event.preventDefault();
    ask(finder, event.detail.address, "true");
  });
  finder.dataset.live = "";
  [...form.elements].find(isChanged)?.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Between the events DOMContentLoaded and load htmx would never begin. */
function pageComplete() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

/** By somebody who was quicker than this script. */
function isChanged(field) {
  if (!field.name) return false;
  if (field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  return field.value !== ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value;
}

function results() {
  return document.getElementById("results");
}

function ask(finder, address, push) {
  return window.htmx.ajax("GET", String(address), { source: finder, push });
}

/** Ctrl, Shift and the like open it elsewhere; htmx would take the click. */
function leaveNewTabsAlone(finder) {
  finder.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) event.stopPropagation();
  }, true);
}

/** What is typed on replaces the entry it began; going back asks anew. */
function keepHistory(finder) {
  let typing = null;
  finder.addEventListener("focusout", () => { typing = null; });
  document.body.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
    const { type, target } = detail.requestConfig.triggeringEvent ?? {};
    const field = type === "input" && target.matches(TYPED) ? target : null;
    const there = new URL(detail.history.path, location.href).href === location.href;
    if (there || (field && field === typing)) detail.history.type = "replace";
    typing = field;
  });
  document.body.addEventListener("htmx:historyCacheMiss", (event) => {
    event.preventDefault();
    typing = null;
    ask(finder, event.detail.path, "false");
  });
}

function tidy(data, form) {
  for (const [name, value] of [...data]) if (value === "") data.delete(name);
  for (const field of form.querySelectorAll("[data-needs]")) {
    if (!data.has(field.dataset.needs)) data.delete(field.name);
  }
}

/** Another page came, such as a log-in: better go there than show nothing. */
function mustHoldResults(detail) {
  if (detail.isError || detail.xhr.response.includes('id="results"')) return;
  detail.shouldSwap = false;
  location.assign(detail.pathInfo.finalRequestPath);
}

function changed(finder, form, { requestConfig: { elt, triggeringEvent } }) {
  const list = results();
  const { address } = list.dataset;
  if (address) history.replaceState(history.state, "", address);
  const byForm = elt === form && triggeringEvent;
  fillIn(form, byForm ? document.activeElement : null);
  finder.querySelector("[data-trouble]").replaceChildren();
  const said = [...list.querySelectorAll("[data-announce]")].map((one) => one.textContent.trim().replace(/\s+/g, " "));
  finder.querySelector("[data-announcer]").textContent = said.join(". ");
  const heading = list.querySelector("[data-announce][tabindex]");
  if (elt.matches("[rel=next], [rel=prev]")) {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  } else if (document.activeElement === document.body) {
    heading.focus({ preventScroll: true });
  }
  finder.dispatchEvent(new CustomEvent("results:changed", { bubbles: true }));
}

/** The fields say what the address says, but for the one being written in. */
function fillIn(form, busy) {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name || field === busy || field.closest("#facets")) continue;
    const value = asked.get(field.name) ?? field.dataset.default ?? "";
    field.value = field.type === "date" ? value.slice(0, 10) : value;
  }
}

function failed(finder, { pathInfo }) {
  results().removeAttribute("aria-busy");
  const trouble = finder.querySelector("[data-trouble]");
  trouble.replaceChildren(finder.querySelector("template[data-failed]").content.cloneNode(true));
  trouble.querySelector("a").href = pathInfo.finalRequestPath;
}
