// Keeps the entry pages usable without a line: the page as the server last gave it, for the one account it was given to, and
// what it is made of. What is typed meanwhile is none of its business: the page keeps and sends that itself.
const ASSETS = 'entry-assets';
const PAGES = 'entry:';
const DOWN = [502, 503, 504];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data).catch(() => null));
});

/** Fetched anew: the page that asks may bear a message of the moment. */
async function keep({keep: page, account, assets}) {
  const response = await fetch(page, {headers: {Accept: 'text/html'}});
  if (!response.ok || response.redirected || response.headers.get('Entry-Account') !== account) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(PAGES) && name !== PAGES + account) await caches.delete(name);
  }
  await (await caches.open(PAGES + account)).put(page, response);
  const kept = await caches.open(ASSETS);
  await Promise.all(assets.map(async (asset) => {
    if (!(await kept.match(asset))) await kept.add(asset);
  }));
  for (const old of await kept.keys()) if (!assets.includes(old.url)) await kept.delete(old);
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request, url));
  else if (/^\/(?:assets|webjars)\//.test(url.pathname)) event.respondWith(asset(event.request));
});

async function page(request, url) {
  let response;
  try {
    response = await fetch(request);
    if (!DOWN.includes(response.status)) return response;
  } catch {
    response = Response.error();
  }
  for (const name of await caches.keys()) {
    const kept = name.startsWith(PAGES) && (await (await caches.open(name)).match(url.pathname));
    if (kept) return kept;
  }
  return response;
}

async function asset(request) {
  return (await (await caches.open(ASSETS)).match(request)) ?? fetch(request);
}
