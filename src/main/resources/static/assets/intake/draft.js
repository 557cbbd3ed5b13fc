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

function outline(key, scroll) {
  for (const lit of desk.querySelectorAll('.on')) lit.classList.remove('on');
  if (!source || !key) return;
  const words = source.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`);
  for (const word of words) word.classList.add('on');
  if (scroll && words.length && source.offsetParent) {
    const first = words[0].getBoundingClientRect();
    const frame = source.getBoundingClientRect();
    source.scrollTo({ top: source.scrollTop + first.top - frame.top - frame.height / 3 });
  }
}

function light(key) {
  const target = desk.querySelector(`.bq-side [data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  target.classList.add('on');
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
  if (xhr.status === 409 || xhr.status === 422) {
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

document.addEventListener('htmx:load', () => {
  const head = document.getElementById('draft-head');
  if (!source || !head) return;
  const doubtful = new Set(head.dataset.doubtful.split(' '));
  for (const fact of source.querySelectorAll('a.fact')) {
    fact.classList.toggle('w', fact.dataset.keys.split(' ').some((key) => doubtful.has(key)));
  }
});

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
