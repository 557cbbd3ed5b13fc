// Everything on the review page by keyboard; single letters can be switched off (WCAG 2.1.4) and are never taken from a field.
const desk = document.getElementById('desk');
const source = document.getElementById('document');
const sheet = document.getElementById('keys');
const switched = document.getElementById('keys-on');
switched.checked = localStorage.getItem('draft:keys') !== 'off';
switched.addEventListener('change', () => localStorage.setItem('draft:keys', switched.checked ? 'on' : 'off'));
const side = (selector) => desk.querySelector(`.bq-side ${selector}`);
let closed = null;

function openers() {
  for (const button of desk.querySelectorAll('[data-keys-open]')) button.hidden = matchMedia('(pointer: coarse)').matches;
}
openers();
document.addEventListener('htmx:load', openers);
document.addEventListener('click', (event) => { if (event.target.closest('[data-keys-open]')) sheet.showModal(); });

function step(by) {
  const places = source?.offsetParent ? desk.draft.doubts() : [...desk.querySelectorAll('.bq-side .doubtful .bq-entry, .bq-side .bq-doubt:not(.answered) summary')];
  if (!places.length) return;
  const now = places.findIndex((place) => place === document.activeElement || place.dataset.key === desk.draft.lit()[0]?.dataset.key);
  const place = places[(now < 0 ? (by > 0 ? 0 : places.length - 1) : now + by + places.length) % places.length];
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center' });
  if (place.dataset.key) desk.draft.outline(place.dataset.key, false);
}

/** Closes what is open, innermost first; what was typed is saved before. */
function close() {
  if (desk.words?.open()) {
    desk.words.leave();
    return true;
  }
  const within = document.activeElement?.closest('.bq-item.open');
  const item = within ?? side('.bq-item.open');
  const done = item && [...item.querySelectorAll('[data-close]')].find((link) => link.closest('.bq-item.open') === item);
  if (!done) return false;
  if (item.contains(document.activeElement)) document.activeElement.blur();
  closed = item.dataset.key;
  const form = item.querySelector('form.bq-autosave[data-state]');
  if (form) document.addEventListener('htmx:afterSettle', () => done.click(), { once: true });
  else done.click();
  return true;
}
document.addEventListener('htmx:afterSettle', () => {
  const row = closed && document.activeElement === document.body && document.querySelector(`#i-${CSS.escape(closed)} > a.bq-entry`);
  if (row) {
    row.focus();
    closed = null;
  }
});

/** Notes the item in hand as looked at and right, and goes on to the next. */
async function looked() {
  const item = document.activeElement?.closest('.bq-side .bq-item[data-key]') ?? side('.bq-item.open[data-key]');
  if (!item || !/^[0-9a-f-]{36}$/.test(item.dataset.key) || desk.dataset.editable !== 'true') return;
  const rows = [...desk.querySelectorAll('.bq-side a.bq-entry')];
  const next = rows.find((row) => !item.contains(row) && item.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
  await htmx.ajax('POST', `/plans/${desk.dataset.plan}/draft/items/${item.dataset.key}/seen`, { source: '#draft-section', target: `#i-${CSS.escape(item.dataset.key)}`, swap: 'outerHTML', values: { seen: true } });
  next?.focus();
}

function change() {
  if (source?.contains(document.activeElement)) (side('.bq-item.open textarea, .bq-entry, .bq-chip') ?? source).focus();
  else source?.focus();
  desk.draft.show(source?.contains(document.activeElement) ? 'document' : 'draft');
}

const KEYS = {
  '?': () => sheet.showModal(),
  j: () => step(1),
  k: () => step(-1),
  r: looked,
  a: () => document.getElementById('accept-certain')?.click(),
  c: () => desk.words?.choose(),
  d: change,
  u: () => desk.draft.undo()?.querySelector('button').click(),
};
for (let n = 1; n <= 8; n++) KEYS[n] = () => desk.querySelectorAll('#draft-chips a')[n - 1]?.click();

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || sheet.open) return;
  if (event.key === 'Escape') {
    if (close()) event.preventDefault();
    return;
  }
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  if (desk.words?.choosing() && desk.words.chooseBy(event)) {
    event.preventDefault();
    return;
  }
  const act = switched.checked && KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// The journeys wait for it: a key pressed before is nobody's.
desk.dataset.ready = 'keys';
