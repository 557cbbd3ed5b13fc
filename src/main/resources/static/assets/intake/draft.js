// The review page: the document and the draft point at one another, and nothing typed is lost.
const desk = document.getElementById('desk');
const source = document.getElementById('document');
const RETRY_AFTER = 5000;

// ---- from the draft to the document and back

function show(view) {
  desk.dataset.view = view;
  for (const tab of desk.querySelectorAll('.bq-two a')) {
    tab.toggleAttribute('aria-current', tab.dataset.show === view);
    if (tab.dataset.show === view) tab.setAttribute('aria-current', 'true');
  }
}

// The words of each fact, found once: what a key does must not grow with the document.
const index = new Map();
for (const fact of source?.querySelectorAll('a.fact') ?? []) {
  for (const key of fact.dataset.keys.split(' ')) {
    if (!index.has(key)) index.set(key, []);
    index.get(key).push(fact);
  }
}
let lit = [];

function mark(elements) {
  for (const element of lit) element.classList.remove('on');
  lit = elements;
  for (const element of lit) element.classList.add('on');
}

function outline(key, scroll) {
  const words = index.get(key) ?? [];
  mark(words);
  if (scroll && words.length && source.offsetParent) {
    const first = words[0].getBoundingClientRect();
    const frame = source.getBoundingClientRect();
    source.scrollTo({ top: source.scrollTop + first.top - frame.top - frame.height / 3 });
  }
}

function light(key) {
  const target = desk.querySelector(`.bq-side [data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  mark([...(index.get(key) ?? []), target]);
  target.scrollIntoView({ block: 'center' });
  const line = target.querySelector('a.bq-entry');
  if (line) line.click();
  else target.querySelector('input:not([type="hidden"]), textarea, select, summary')?.focus();
  return true;
}

async function open(key, section) {
  show('draft');
  if (!light(key)) {
    const item = /^[0-9a-f-]{36}$/.test(key) ? `&item=${key}` : '';
    const address = `/plans/${desk.dataset.plan}/draft?section=${section}${item}`;
    await htmx.ajax('GET', address, { target: '#draft-section', swap: 'outerHTML' });
    history.replaceState(null, '', address);
    light(key);
  }
}

document.addEventListener('click', (event) => {
  const tab = event.target.closest('.bq-two a');
  if (tab) {
    event.preventDefault();
    show(tab.dataset.show);
    return;
  }
  const fact = event.target.closest('a.fact');
  if (fact) {
    event.preventDefault();
    if (!getSelection().isCollapsed) return;
    outline(fact.dataset.key, false);
    open(fact.dataset.key, fact.dataset.section);
    return;
  }
  const use = event.target.closest('[data-use], [data-dismiss]');
  if (use) {
    settle(use);
    return;
  }
  if (event.target.closest('[data-reload]')) return;
  const key = event.target.closest('.bq-side [data-key]')?.dataset.key;
  if (key) outline(key, true);
});

document.addEventListener('focusin', (event) => {
  const key = event.target.closest('.bq-side [data-key]')?.dataset.key;
  if (key) outline(key, true);
});

// ---- two people wrote the same field: the one who came second chooses

function settle(button) {
  const clash = button.closest('.bq-clash');
  if (button.hasAttribute('data-use')) {
    const field = clash.closest('.bq-field');
    const value = button.dataset.value;
    const boxes = field.querySelectorAll('input[type="checkbox"]');
    for (const box of boxes) box.checked = value.split(',').includes(box.value);
    const typed = document.getElementById(button.dataset.field);
    if (typed && typed.type !== 'checkbox') typed.value = value;
    htmx.trigger(button.closest('form'), 'submit');
  }
  clash.remove();
}

// ---- saving

const unsaved = new Set();

function say(words, bad) {
  const status = document.getElementById('saved');
  if (status) {
    status.textContent = words;
    status.classList.toggle('bad', bad);
  }
}

function formOf(event) {
  return event.detail.elt.closest?.('form.bq-autosave');
}

function keep(form, words) {
  unsaved.add(form);
  form.classList.add('unsaved');
  say(words, true);
  setTimeout(() => { if (unsaved.has(form) && form.isConnected) htmx.trigger(form, 'submit'); }, RETRY_AFTER);
}

document.addEventListener('input', (event) => {
  const form = event.target.closest('form.bq-autosave');
  if (form) {
    form.dataset.state = 'typed';
    if (!unsaved.has(form)) say(desk.dataset.saving, false);
  }
});
document.addEventListener('htmx:beforeRequest', (event) => {
  const form = formOf(event);
  if (form) {
    form.dataset.state = 'sent';
    say(desk.dataset.saving, false);
  }
});
for (const lost of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(lost, (event) => {
    const form = formOf(event);
    if (form) keep(form, desk.dataset.offline);
  });
}
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr } = event.detail;
  const form = formOf(event);
  if (xhr.responseURL && new URL(xhr.responseURL).pathname === '/sign-in') {
    event.detail.shouldSwap = false;
    if (form) keep(form, desk.dataset.ended);
    else say(desk.dataset.ended, true);
    return;
  }
  if (xhr.status === 409 || (xhr.status === 422 && form)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  } else if (xhr.status >= 400 && form) {
    keep(form, xhr.status === 403 ? desk.dataset.ended : desk.dataset.offline);
    return;
  }
  if (form) {
    unsaved.delete(form);
    form.classList.remove('unsaved');
    if (form.dataset.state === 'sent') delete form.dataset.state;
    if (xhr.status === 422) say(desk.dataset.unsaved, true);
  }
});
// Who leaves in the middle of a word does not lose it.
window.addEventListener('pagehide', () => {
  for (const form of document.querySelectorAll('form.bq-autosave[data-state]')) {
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true, headers: { 'HX-Request': 'true' } });
  }
});
window.addEventListener('beforeunload', (event) => {
  for (const form of unsaved) if (!form.isConnected) unsaved.delete(form);
  if (unsaved.size) event.preventDefault();
});

// ---- what is in doubt changes with every save

let doubtful = new Set();
let doubts = [];

function showDoubts() {
  const head = document.getElementById('draft-head');
  if (!head) return;
  const now = new Set(head.dataset.doubtful.split(' ').filter(Boolean));
  for (const key of now.symmetricDifference(doubtful)) {
    for (const fact of index.get(key) ?? []) {
      fact.classList.toggle('w', fact.dataset.keys.split(' ').some((one) => now.has(one)));
    }
  }
  doubtful = now;
  const order = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  doubts = [...now].flatMap((key) => (index.get(key) ?? []).slice(0, 1)).sort(order);
}
document.addEventListener('htmx:load', showDoubts);

// ---- long lists of agencies are narrowed by typing, accents or not

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
document.addEventListener('input', (event) => {
  if (!event.target.matches('[data-filter]')) return;
  event.stopPropagation();
  const words = fold(event.target.value);
  for (const choice of event.target.parentElement.querySelectorAll('.bq-choices label')) {
    choice.hidden = !fold(choice.textContent).includes(words);
  }
}, true);

// ---- a page that was opened at an item shows its words

const asked = new URLSearchParams(location.search).get('item');
if (asked) outline(asked, true);

// ---- a step that shapes the draft leads to the item that came of it

function toOpen() {
  const item = desk.querySelector('#draft-section .bq-item.open');
  item?.scrollIntoView({ block: 'start' });
  if (!matchMedia('(pointer: coarse)').matches) {
    (item?.querySelector('textarea') ?? item?.querySelector('input:not([type="hidden"]), select'))?.focus({ preventScroll: true });
  }
  return item;
}
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target.id !== 'draft-section') return;
  if (/\/(split|merge|undo)$/.test(event.detail.requestConfig?.path ?? '')) {
    const key = toOpen()?.dataset.key;
    if (key) outline(key, true);
  } else if (/\/position$/.test(event.detail.requestConfig?.path ?? '')) {
    document.activeElement.scrollIntoView({ block: 'center' });
  }
});

// ---- of several notices the newest is what "undo" means

let newest = null;
document.addEventListener('htmx:load', (event) => {
  const { elt } = event.detail;
  const notice = elt.matches('.bq-undo') ? elt : elt.querySelector('.bq-undo');
  if (!notice) return;
  if (!notice.matches('.bq-step')) desk.querySelector('.bq-step')?.remove();
  newest = notice;
});
const undo = () => (newest?.isConnected ? newest : desk.querySelector('.bq-side .bq-undo'));

// ---- a text is taken apart at the cursor

document.addEventListener('toggle', (event) => {
  const select = event.target.open && event.target.querySelector?.('.bq-split select');
  if (select) cursor(select);
}, true);
document.addEventListener('selectionchange', () => {
  const typed = document.activeElement;
  const select = typed?.matches('textarea[name="f_text"]') && typed.closest('.bq-item').querySelector('details[open] > .bq-split select');
  if (select) cursor(select);
});

/** Offers the cursor of the text as the point to cut at. */
function cursor(select) {
  const typed = document.getElementById(select.dataset.words);
  const at = typed.selectionStart;
  select.querySelector('[data-here]')?.remove();
  if (!typed.value.slice(0, at).trim() || !typed.value.slice(at).trim()) return;
  const words = `${select.dataset.cursor} …${typed.value.slice(Math.max(0, at - 24), at)} | ${typed.value.slice(at, at + 24)}…`;
  const option = new Option(words, at, true, true);
  option.dataset.here = '';
  select.prepend(option);
}
document.addEventListener('htmx:configRequest', (event) => {
  const form = event.detail.elt.closest?.('form.bq-split');
  if (form) event.detail.parameters.text = document.getElementById(form.querySelector('select').dataset.words).value;
});

// What words.js and keys.js need of this page.
desk.draft = { show, outline, undo, index, toOpen, lit: () => lit, doubts: () => doubts };
