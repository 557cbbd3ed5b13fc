// What every page needs: the token that proves a request comes from our own page, and menus that close.
const token = document.querySelector('meta[name="_csrf"]');
document.addEventListener('htmx:configRequest', (event) => {
  if (token) event.detail.headers[token.dataset.header] = token.content;
});

document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.bq-menu[open]')) {
    if (!menu.contains(event.target)) menu.removeAttribute('open');
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') for (const menu of document.querySelectorAll('details.bq-menu[open]')) menu.removeAttribute('open');
});

// A bar that scrolls sideways shows where the reader is.
for (const bar of document.querySelectorAll('.bq-tabs, .rep-steps, .bq-chips')) {
  const here = bar.querySelector('[aria-current]');
  if (!here || bar.scrollWidth <= bar.clientWidth) continue;
  const [outer, inner] = [bar.getBoundingClientRect(), here.getBoundingClientRect()];
  bar.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}

// The browser's own button to choose a file speaks the browser's language: ours stands in for it.
for (const box of document.querySelectorAll('.bq-file')) {
  const input = box.querySelector('input[type=file]');
  const chosen = box.querySelector('[data-chosen]');
  input.classList.add('visually-hidden');
  box.querySelector('.bq-chosen').hidden = false;
  input.addEventListener('change', () => {
    chosen.textContent = [...input.files].map((file) => file.name).join(', ') || chosen.dataset.none;
  });
}

// The summary above a form names what is wrong in the order of the fields; what is wrong with the whole comes first.
for (const list of document.querySelectorAll('[data-errors]')) {
  const fields = [...list.closest('form').querySelectorAll('[id], [name]')];
  const place = (item) => fields.findIndex((field) => [`#${field.id}`, `#${field.name}`].includes(decodeURI(item.querySelector('a').hash)));
  list.append(...[...list.children].sort((one, other) => place(one) - place(other)));
}

// A button that asks before what can't be undone.
document.addEventListener('submit', (event) => {
  const question = event.submitter?.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// A session that ended or a lost line must not lose what was typed: the page stays and says so.
const account = document.querySelector('meta[name="account"]')?.content;
const live = (name) => document.querySelector(`[data-live="${name}"]`);

// Pages kept for working offline are one person's: they go when that person signs out or another one comes.
if ('caches' in window) {
  caches.keys().then((names) => names.filter((name) => name.startsWith('entry:') && name !== `entry:${account}`).forEach((name) => caches.delete(name)));
}
document.addEventListener('submit', (event) => {
  if (event.defaultPrevented || !event.target.getAttribute('action')?.endsWith('/sign-out') || !('caches' in window)) return;
  if (account) caches.delete(`entry:${account}`);
});

const failure = live('failed')?.querySelector('[data-words]').textContent;
let ended = false;
let heard = Date.now();

function tell(name) {
  for (const notice of document.querySelectorAll('[data-live]')) notice.hidden = notice.dataset.live !== name;
}

// Asks who is signed in now; the same person gets a fresh token for all forms of the page.
async function look() {
  const answer = await fetch('/session', {headers: {Accept: 'application/json'}});
  const session = await answer.json();
  heard = Date.now();
  ended = session.account !== account;
  if (!ended) {
    if (token) token.content = session.token;
    for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = session.token;
  }
  tell(ended ? (session.account ? 'other' : 'ended') : 'back');
  return !ended;
}

document.addEventListener('htmx:sendError', () => tell('offline'));
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) {
    look().catch(() => tell('offline'));
    return;
  }
  const sentence = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html').querySelector('.bq-notice');
  live('failed').querySelector('[data-words]').textContent = sentence?.textContent.trim() || failure;
  tell('failed');
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) {
    heard = Date.now();
    ended = false;
    tell(null);
  }
});
// For modules with requests of their own: dispatch this when one is answered with 401.
document.addEventListener('bq:unauthorised', () => look().catch(() => tell('offline')));
window.addEventListener('focus', () => {
  if (ended) look().catch(() => tell('offline'));
});

// A form that was open for long is sent only when the session still stands.
const LONG = 10 * 60 * 1000;
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !account || form.method !== 'post' || (!ended && Date.now() - heard < LONG)) return;
  event.preventDefault();
  look()
    .then((stands) => { if (stands) form.requestSubmit(event.submitter); })
    .catch(() => tell('offline'));
});

// What a form kept in this browser (plan/keep.js) is let go as soon as a page says that it was done.
const sent = sessionStorage.getItem('keep:sent');
if (sent && document.querySelector('.bq-notice.ok')) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem('keep:sent');
}
