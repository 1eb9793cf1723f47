// Serves a checklist from this device when there is no network: the pages below its address and
// what they are drawn with, as they last were. With a network nothing comes from here.

const KEPT = "checklist-1";

async function keep(request, answer) {
  const cache = await caches.open(KEPT);
  await cache.put(request, answer);
}

async function answer(request) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok) keep(request, fresh.clone()).catch(() => {});
    return fresh;
  } catch (gone) {
    // The list of other answers than those kept is better than none.
    const kept =
      (await caches.match(request)) ??
      (request.mode === "navigate" ? await caches.match(request, { ignoreSearch: true }) : null);
    if (kept) return kept;
    throw gone;
  }
}

// What was fetched before this worker came: the page that registers it and its own parts.
async function keepOpenPages() {
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: "window" })) {
    const page = await fetch(client.url);
    if (!page.ok) continue;
    await keep(client.url, page.clone());
    const parts = [...(await page.text()).matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg))"/g)];
    for (const [, address] of parts) {
      const part = await fetch(new URL(address, client.url));
      if (part.ok) await keep(part.url, part);
    }
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(keepOpenPages()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    event.respondWith(answer(request));
  }
});
