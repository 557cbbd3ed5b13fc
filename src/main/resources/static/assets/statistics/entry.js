// The grid: as quick as a spreadsheet by keyboard, saved cell by cell. What is typed goes to the queue first (entry-queue.js).
const form = document.getElementById('ent-form');
const {numbers, queue} = form;
const words = document.getElementById('ent-words').dataset;
const bar = document.getElementById('ent-bar');
const state = document.getElementById('ent-state');
const panel = document.getElementById('ent-panel');
const decide = document.getElementById('ent-decide');
const base = form.dataset.base;
const STALE = 20000;

const cells = new Map([...form.querySelectorAll('td[data-cell]')].map((td) => [td.dataset.cell, td]));
const field = (td) => td.querySelector('input.ent-cell');
const place = (td) => td.querySelector('.ent-cell');
const computed = (td) => Boolean(td.dataset.parts);
const open = (td) => !computed(td) && td.dataset.locked !== 'true';
const say = (sentence, ...values) => values.reduce((said, value, n) => said.replaceAll(`{${n}}`, value), sentence);

// ---- totals, and rows that hang on another cell

function plain(id, within = []) {
  const td = cells.get(id);
  if (!td || within.includes(id)) return '';
  if (!computed(td)) return numbers.read(field(td).value) ?? '';
  return numbers.sum(td.dataset.parts.split(' ').map((part) => plain(part, [...within, id])).filter((part) => part !== ''));
}

function addUp() {
  for (const [id, td] of cells) if (computed(td)) place(td).textContent = numbers.write(plain(id));
  for (const row of form.querySelectorAll('tr[data-shown-if]')) {
    const above = plain(row.dataset.shownIf);
    const holds = [...row.querySelectorAll('input.ent-cell')].some((input) => input.value.trim() || input === document.activeElement);
    row.hidden = !(holds || (above !== '' && above !== '0' && !above.startsWith('-')));
  }
}

// ---- what stands in a cell and how far it has come

function show(td, typed) {
  const number = td.dataset.kind === 'YES_NO' ? null : numbers.read(typed);
  field(td).value = number ? numbers.write(number) : typed.trim();
}

/** Without the points between thousands, which would be in the way of whoever changes a digit. */
function bare(td) {
  const number = numbers.read(field(td).value);
  if (number) field(td).value = number.replace('.', ',');
}

function wrong(td, message) {
  td.querySelector('[data-wrong]').textContent = message;
  if (message) field(td).setAttribute('aria-invalid', 'true');
  else field(td).removeAttribute('aria-invalid');
}

function mark(id, td) {
  const change = queue.get(id);
  const saving = queue.underWay(id);
  if (!change && !saving) {
    if (td.dataset.state !== 'saved') delete td.dataset.state;
  } else if (change && ['refused', 'clash'].includes(change.state)) {
    td.dataset.state = change.state;
  } else {
    td.dataset.state = saving && queue.busy() ? 'saving' : 'waiting';
  }
  wrong(td, change?.state === 'refused' ? change.message : '');
}

function status() {
  const unsent = queue.unsent();
  const [line, refused, clash] = [queue.line(), queue.count('refused'), queue.count('clash')];
  const waiting = unsent - refused - clash;
  let [name, number] = ['rest', 0];
  if (line !== 'up' && waiting) [name, number] = [line === 'ended' ? 'ended' : 'offline', waiting];
  else if (clash) [name, number] = ['clash', clash];
  else if (refused) [name, number] = ['refused', refused];
  else if (waiting) [name, number] = [queue.busy() ? 'saving' : 'waiting', waiting];
  else if (form.querySelector('td[data-state="saved"]')) name = 'saved';
  if (!queue.kept() && unsent) name = 'unkept';
  if (state.dataset.state === name && state.dataset.number === String(number)) return;
  Object.assign(state.dataset, {state: name, number});
  state.querySelector('[data-words]').textContent = say(words[name], number);
}

function refresh() {
  for (const [id, td] of cells) if (!computed(td)) mark(id, td);
  status();
  decisions();
  tellBar();
}
queue.told.addEventListener('change', refresh);
queue.told.addEventListener('saved', ({detail: {cell, number, newer}}) => {
  const td = cells.get(cell);
  if (!td) return;
  td.dataset.seen = number;
  td.dataset.state = 'saved';
  td.dataset.note = '';
  if (!newer && field(td) !== document.activeElement) show(td, numbers.write(number));
  addUp();
});

// ---- typing

const done = [];
const undone = [];
const before = {id: null, value: '', change: null};
let editing = false;

function typed(td, text, status) {
  const id = td.dataset.cell;
  if (status === 'ready' && !queue.underWay(id) && queue.get(id)?.state !== 'clash' && queue.same(text, numbers.write(td.dataset.seen)) && numbers.read(text) !== null) queue.drop(id);
  else queue.set(id, td.dataset.seen || null, text, status);
  addUp();
}

/** Takes what stands in the field; one step that can be undone. */
function commit(td) {
  if (!td || !open(td) || before.id !== td.dataset.cell) return;
  editing = false;
  const text = field(td).value.trim();
  if (text === before.value) {
    if (queue.get(before.id)?.state === 'open') typed(td, text, 'ready');
    show(td, text);
    return;
  }
  remember([{id: before.id, from: before.value, to: text}]);
  show(td, text);
  typed(td, text, 'ready');
  Object.assign(before, {value: field(td).value.trim(), change: queue.get(before.id) ?? null});
}

/** The cell as it was when it was entered. */
function revert(td) {
  field(td).value = before.value;
  if (before.change) queue.set(before.id, before.change.seen, before.change.typed, before.change.state, before.change);
  else queue.drop(before.id);
  addUp();
}

function remember(step) {
  done.push(step);
  undone.length = 0;
  buttons();
}

function buttons() {
  document.getElementById('ent-undo').disabled = !done.length;
  document.getElementById('ent-redo').disabled = !undone.length;
}

function step(from, to, side) {
  const taken = from.pop();
  if (!taken) return;
  to.push(taken);
  for (const one of taken) {
    const td = cells.get(one.id);
    if (!td || !open(td)) continue;
    show(td, one[side]);
    typed(td, field(td).value, 'ready');
  }
  buttons();
  const td = cells.get(taken[0].id);
  enter(td);
  began(td);
}
const undo = () => step(done, undone, 'from');
const redo = () => step(undone, done, 'to');

function began(td) {
  const id = td.dataset.cell;
  if (open(td)) bare(td);
  Object.assign(before, {id, value: field(td).value.trim(), change: queue.get(id) ?? null});
  field(td).select();
}

form.addEventListener('focusin', (event) => {
  const td = event.target.closest('td[data-cell]');
  if (!td) return;
  editing = false;
  if (!computed(td)) {
    began(td);
  }
  tellBar();
});
form.addEventListener('focusout', (event) => commit(event.target.closest('td[data-cell]')));
form.addEventListener('input', (event) => {
  const td = event.target.closest('td[data-cell]');
  if (td) typed(td, field(td).value, 'open');
});
form.addEventListener('dblclick', (event) => { editing = Boolean(event.target.closest('input.ent-cell')); });

// ---- moving about

const rows = () => [...form.querySelectorAll('tbody tr')].filter((row) => !row.hidden);
const across = (row) => [...row.querySelectorAll('td')];

function enter(td) {
  if (!td) return false;
  place(td).focus();
  if (field(td)) field(td).select();
  return true;
}

/** The next cell in the direction that there is, of those that are wanted. */
function next(td, down, right, wanted = () => true) {
  const all = rows();
  let row = all.indexOf(td.closest('tr'));
  let column = across(all[row]).indexOf(td);
  for (;;) {
    row += down;
    column += right;
    if (!all[row] || column < 0 || column >= across(all[row]).length) return right && !down ? null : all[row] ? next_in(all[row], column) : null;
    const cell = across(all[row])[column];
    if (cell.dataset.cell && wanted(cell)) return cell;
  }
}
const next_in = (row, column) => across(row).slice(0, column).findLast((cell) => cell.dataset.cell) ?? null;

function edge(td, last, whole) {
  const there = (whole ? rows().flatMap(across) : across(td.closest('tr'))).filter((cell) => cell.dataset.cell);
  enter(last ? there.at(-1) : there[0]);
}

const MOVES = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};

form.addEventListener('keydown', (event) => {
  const td = event.target.closest('td[data-cell]');
  if (!td || event.isComposing || event.altKey) return;
  if (handled(event, td)) event.preventDefault();
});

function handled(event, td) {
  const {key} = event;
  if (event.ctrlKey || event.metaKey) {
    const typing = open(td) && field(td).value.trim() !== before.value;
    if (key.toLowerCase() === 'z' && !typing) return event.shiftKey ? (redo(), true) : (undo(), true);
    if (key.toLowerCase() === 'y') return redo(), true;
    if (key === 'Home' || key === 'End') return edge(td, key === 'End', true), true;
    return false;
  }
  if (MOVES[key] && !(editing && MOVES[key][1])) {
    commit(td);
    enter(next(td, ...MOVES[key]));
    return true;
  }
  switch (key) {
    case 'Enter':
      commit(td);
      enter(next(td, event.shiftKey ? -1 : 1, 0, open)) || (field(td) && began(td));
      return true;
    case 'F2':
      if (event.shiftKey) details();
      else if (open(td)) {
        editing = !editing;
        const end = field(td).value.length;
        if (editing) field(td).setSelectionRange(end, end);
      }
      return true;
    case 'Escape':
      if (!open(td)) return false;
      revert(td);
      editing = false;
      field(td).select();
      return true;
    case 'Delete':
      if (editing || !open(td)) return false;
      field(td).value = '';
      typed(td, '', 'open');
      commit(td);
      return true;
    case 'Home':
    case 'End':
      return editing ? false : (edge(td, key === 'End', false), true);
    default:
      return false;
  }
}

// ---- pasting a block

form.addEventListener('paste', (event) => {
  const td = event.target.closest('td[data-cell]');
  const text = event.clipboardData.getData('text/plain');
  if (!td || !open(td) || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
  event.preventDefault();
  const all = rows();
  const [top, left] = [all.indexOf(td.closest('tr')), across(td.closest('tr')).indexOf(td)];
  const taken = [];
  let outside = 0;
  numbers.block(text).forEach((line, down) => line.forEach((cell, right) => {
    const row = all[top + down];
    const target = row && across(row)[left + right];
    if (!target) outside += 1;
    else if (target.dataset.cell && open(target)) {
      const from = target === td ? before.value : field(target).value.trim();
      show(target, cell);
      taken.push({id: target.dataset.cell, from, to: field(target).value});
      typed(target, field(target).value, 'ready');
    }
  }));
  remember(taken);
  began(td);
  state.querySelector('[data-words]').textContent = say(outside ? words.outside : words.pasted, taken.length, outside);
  Object.assign(state.dataset, {state: 'pasted', number: ''});
});

// ---- the bar under the grid: all about the present cell

let here = null;

function tellBar() {
  const td = document.activeElement?.closest?.('td[data-cell]');
  if (td) here = td;
  bar.hidden = !here;
  if (!here) return;
  const change = queue.get(here.dataset.cell);
  const told = {
    name: `${here.dataset.row} · ${here.dataset.column}`,
    before: here.dataset.before ? words.before.replace('@@', numbers.write(here.dataset.before)) + since(here) : '',
    note: [here.dataset.note, here.dataset.flagged === 'true' ? words.flag : ''].filter(Boolean).join(' · '),
    wrong: change?.state === 'refused' ? change.message : '',
  };
  for (const [part, text] of Object.entries(told)) bar.querySelector(`[data-${part}]`).textContent = text;
  const sent = here.dataset.correctable === 'true';
  bar.querySelector('[data-open]').hidden = sent;
  bar.querySelector('[data-correct]').hidden = !sent;
}

function since(td) {
  const now = plain(td.dataset.cell);
  if (now === '') return '';
  const minus = td.dataset.before.startsWith('-') ? td.dataset.before.slice(1) : `-${td.dataset.before}`;
  const change = numbers.sum([now, minus]);
  return ` (${change.startsWith('-') || change === '0' ? '' : '+'}${numbers.write(change)})`;
}

async function details() {
  if (!here) return;
  await htmx.ajax('GET', `${base}/cell?cell=${here.dataset.cell}`, {target: '#ent-panel-body', swap: 'outerHTML'});
  if (!panel.open) panel.showModal();
}
document.getElementById('ent-details').addEventListener('click', details);
panel.addEventListener('click', (event) => { if (event.target === panel || event.target.closest('[data-close]')) panel.close(); });
panel.addEventListener('close', () => { if (here) enter(here); });
document.addEventListener('htmx:afterSettle', () => {
  const about = document.querySelector('#ent-panel-body[data-of]')?.dataset;
  const td = about && cells.get(about.of);
  if (td) Object.assign(td.dataset, {remarks: about.remarks, flagged: about.flagged});
});

// ---- two people wrote the same cell, or one was refused that can't be typed into: a person decides

function decisions() {
  const open = [...queue.changes.values()].filter((change) => change.state === 'clash' && cells.has(change.cell));
  decide.hidden = !open.length;
  const list = decide.querySelector('[data-list]');
  if (list.dataset.of === JSON.stringify(open)) return;
  list.dataset.of = JSON.stringify(open);
  const within = list.contains(document.activeElement);
  list.replaceChildren(...open.map(clash));
  if (within) (list.querySelector('button') ?? place(here ?? cells.values().next().value)).focus();
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function side(title, number, by, button, choose) {
  const made = element('div', 'side', '');
  const chosen = element('button', 'btn btn-outline-primary', button);
  chosen.type = 'button';
  chosen.addEventListener('click', choose);
  made.append(element('span', 'bq-lead', title), element('b', 'bq-figure', number || words.empty), element('span', 's', by), chosen);
  return made;
}

function clash(change) {
  const td = cells.get(change.cell);
  const made = element('div', 'ent-clash', '');
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', place(td).getAttribute('aria-label'));
  const settle = (mine) => {
    queue.decide(change.cell, mine);
    td.dataset.seen = change.theirs ?? '';
    show(td, mine ? change.typed : numbers.write(change.theirs ?? ''));
    addUp();
  };
  made.append(
    element('h3', '', place(td).getAttribute('aria-label')),
    side(words.mine, change.typed, '', words.keepMine, () => settle(true)),
    side(words.theirs, numbers.write(change.theirs ?? ''), say(words.by, change.by ?? '', change.at ?? '').replace(/, $/, ''), words.takeTheirs, () => settle(false)),
  );
  return made;
}

// ---- what others saved meanwhile

let looked = Date.now();

async function look() {
  if (!navigator.onLine) return false;
  looked = Date.now();
  const answer = await fetch(`${base}/cells`, {headers: {Accept: 'application/json'}}).catch(() => null);
  if (!answer?.ok) return false;
  for (const [id, present] of Object.entries(await answer.json())) {
    const td = cells.get(id);
    if (!td || computed(td) || queue.typedNow(id) !== undefined || field(td) === document.activeElement) continue;
    Object.assign(td.dataset, {seen: present.number ?? '', note: present.note, locked: form.dataset.locked === 'true' || present.locked});
    field(td).readOnly = td.dataset.locked === 'true';
    show(td, numbers.write(present.number ?? ''));
  }
  addUp();
  return true;
}
queue.told.addEventListener('back', look);
document.addEventListener('visibilitychange', () => { if (!document.hidden && Date.now() - looked > STALE) look(); });
for (const event of ['online', 'offline']) window.addEventListener(event, () => { status(); if (event === 'online') look(); });

// ---- what is odd in the figures as they stand

const checks = document.getElementById('ent-checks');
let checking = null;

function check() {
  clearTimeout(checking);
  checking = setTimeout(async () => {
    if (!navigator.onLine || queue.busy()) return;
    const answer = await fetch(`${base}/checks`, {headers: {'HX-Request': 'true'}}).catch(() => null);
    if (answer?.ok) checks.innerHTML = await answer.text();
  }, 1000);
}
queue.told.addEventListener('saved', check);

// ---- sending the form in, and leaving

const submission = document.getElementById('submission');
submission.addEventListener('submit', async (event) => {
  if (submission.dataset.clear === 'true') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  commit(here);
  await queue.send();
  if (queue.unsent()) {
    state.querySelector('[data-words]').textContent = words.firstSend;
    Object.assign(state.dataset, {state: 'refused', number: ''});
    return;
  }
  submission.dataset.clear = 'true';
  // Not while this event is still being told: the form would not hear it.
  setTimeout(() => submission.requestSubmit());
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  commit(here);
  queue.send();
});
document.addEventListener('submit', (event) => {
  if (event.target.getAttribute('action')?.endsWith('/sign-out') && queue.unsent() && !window.confirm(words.signOut)) event.preventDefault();
});

// ---- beginning

function previous(shown) {
  form.classList.toggle('with-previous', shown);
  localStorage.setItem('entry:previous', shown ? 'on' : 'off');
}
const shown = document.getElementById('ent-previous');
shown.checked = localStorage.getItem('entry:previous') === 'on';
shown.addEventListener('change', () => previous(shown.checked));
previous(shown.checked);
document.getElementById('ent-undo').addEventListener('click', undo);
document.getElementById('ent-redo').addEventListener('click', redo);
document.getElementById('ent-tools').hidden = false;
for (const tool of document.querySelectorAll('#ent-undo, #ent-redo, #ent-state')) tool.hidden = form.dataset.locked === 'true';
document.getElementById('ent-plain')?.remove();
document.getElementById('ent-look').remove();

await queue.load();
// A page that was kept may be older than what was saved from it.
if (queue.saved().length && (await look())) queue.fresh();
for (const {cell, number} of queue.saved()) {
  const td = cells.get(cell);
  if (!td) continue;
  td.dataset.seen = number;
  show(td, numbers.write(number));
}
for (const [id, td] of cells) {
  const left = queue.typedNow(id);
  if (left !== undefined && !computed(td)) show(td, left);
}
addUp();
refresh();
queue.send();
check();

// The way from a list of what is wrong, here or on another page, to its cell.
const at = (address) => cells.get(decodeURIComponent(address.split('#c-')[1] ?? ''));
enter(at(location.hash));
document.addEventListener('click', (event) => {
  const td = at(event.target.closest('a[href*="#c-"]')?.getAttribute('href') ?? '');
  if (td && enter(td)) event.preventDefault();
});

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/entry/worker.js').catch(() => null);
  const worker = await navigator.serviceWorker.ready;
  const parts = [...document.querySelectorAll('link[href][rel], script[src], use[href]')];
  const assets = parts.map((one) => new URL((one.src || one.getAttribute('href')).split('#')[0], location.href).href);
  worker.active.postMessage({
    keep: location.pathname,
    account: document.querySelector('meta[name="account"]').content,
    assets: [...new Set(assets)].filter((asset) => asset.startsWith(location.origin)),
  });
}
