// The service worker of the hosted page: keeps its files, so that it opens without a network. What
// is kept is one build, whole: `cargo xtask keep-offline` puts the build's name and files in.
const BUILD = "{build}";
const FILES = {files};

// Other folders of the same server may hold other copies of the page.
const OURS = `nianbao ${registration.scope} `;
const CACHE = OURS + BUILD;

addEventListener("install", (event) => {
  const whole = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(whole)));
});

addEventListener("activate", (event) => {
  const older = (name) => name.startsWith(OURS) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(older).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const asked = request.url.split("#")[0].split("?")[0];
  const page = registration.scope + "index.html";
  const kept = asked === page ? registration.scope : asked;
  event.respondWith(caches.open(CACHE).then((cache) => cache.match(kept)).then((found) => found || fetch(request)));
});

// Somebody chose the new version now rather than at the next opening.
addEventListener("message", ({ data }) => {
  if (data === "use") skipWaiting();
});
