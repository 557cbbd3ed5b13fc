// What was typed and is not with the server yet. It is kept in the browser, for the account, before anything else is done
// with it; it is sent in parcels that bear a name, so that one sent again after a broken line counts once.
const form = document.getElementById('ent-form');
const account = document.querySelector('meta[name="account"]').content;
const token = document.querySelector('meta[name="_csrf"]');
const sheet = form.dataset.base;
const {read} = form.numbers;
const RETRY = [2000, 5000, 15000];
const PAUSE = 250;
const STORES = ['changes', 'parcels', 'saved'];

const changes = new Map();
let saved = [];
const parcels = [];
const told = new EventTarget();
let line = 'up';
let sending = null;
let failures = 0;
let timer = null;
let due = 0;

// ---- kept in the browser

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open(`bq-entry-${account}`, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('changes', {keyPath: ['sheet', 'cell']});
    request.result.createObjectStore('parcels', {keyPath: 'id'});
    request.result.createObjectStore('saved', {keyPath: ['sheet', 'cell']});
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
let kept = true;

function unkept() {
  kept = false;
  tell();
}

async function store(work) {
  if (!kept) return;
  try {
    const database = await opened;
    await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORES, 'readwrite', {durability: 'strict'});
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      work(...STORES.map((name) => transaction.objectStore(name)));
    });
  } catch {
    unkept();
  }
}

const all = (source) => new Promise((resolve, reject) => {
  const request = source.getAll();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** What an earlier visit left unsent, oldest first. */
async function load() {
  try {
    const database = await opened;
    const transaction = database.transaction(STORES);
    const [left, sent, done] = await Promise.all(STORES.map((name) => all(transaction.objectStore(name))));
    saved = done.filter((one) => one.sheet === sheet);
    parcels.push(...sent.filter((parcel) => parcel.sheet === sheet).sort((one, other) => one.at - other.at));
    for (const change of left.filter((one) => one.sheet === sheet)) {
      changes.set(change.cell, change.state === 'open' ? {...change, state: 'ready'} : change);
    }
  } catch {
    unkept();
  }
}

// ---- what was typed

/** @param state open while it is being typed, ready to be sent, refused, or a clash with what somebody else wrote */
function set(cell, seen, typed, state, more = {}) {
  const change = {sheet, cell, seen, typed, state, ...more};
  changes.set(cell, change);
  store((one) => one.put(change));
  tell();
  if (state === 'ready') soon(PAUSE);
}

function drop(cell) {
  if (!changes.delete(cell)) return;
  store((one) => one.delete([sheet, cell]));
  tell();
}

const underWay = (cell) => parcels.flatMap((parcel) => parcel.changes).findLast((change) => change.cell === cell);
const count = (state) => [...changes.values()].filter((change) => change.state === state).length;
const unsent = () => new Set([...parcels.flatMap((parcel) => parcel.changes), ...changes.values()].map((change) => change.cell)).size;
const tell = (name = 'change', detail = null) => told.dispatchEvent(new CustomEvent(name, {detail}));

// ---- sending

/** At the earliest moment that was asked for: what is typed without a rest is sent all the same. */
function soon(delay) {
  const then = Date.now() + delay;
  if (timer !== null && due <= then) return;
  wake();
  due = then;
  timer = setTimeout(() => {
    timer = null;
    send();
  }, delay);
}

function wake() {
  clearTimeout(timer);
  timer = null;
}

function name() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function next() {
  const ready = [...changes.values()].filter((change) => change.state === 'ready');
  if (parcels.length || !ready.length) return parcels[0];
  const parcel = {id: name(), sheet, at: Date.now(), changes: ready.map(({cell, seen, typed}) => ({cell, seen, typed}))};
  parcels.push(parcel);
  for (const change of ready) changes.delete(change.cell);
  await store((one, other) => {
    other.put(parcel);
    for (const change of ready) one.delete([sheet, change.cell]);
  });
  return parcel;
}

function send() {
  sending ??= run().finally(() => {
    sending = null;
    tell();
  });
  return sending;
}

async function run() {
  wake();
  for (let parcel = await next(); parcel; parcel = await next()) {
    tell();
    let response;
    try {
      response = await post(parcel);
      if (response.status === 401 && (await sameSession())) response = await post(parcel);
    } catch {
      return later('down');
    }
    if (response.status === 401) {
      line = 'ended';
      document.dispatchEvent(new Event('bq:unauthorised'));
      return tell();
    }
    if (response.status >= 500 || response.status === 429) return later('down');
    if (!response.ok) return later('refused');
    settle(parcel, await response.json());
    failures = 0;
    if (line !== 'up') tell('back');
    line = 'up';
  }
  return tell();
}

function later(why) {
  line = why;
  tell();
  soon(RETRY[Math.min(failures++, RETRY.length - 1)]);
}

const post = (parcel) => fetch(`${sheet}/cells`, {
  method: 'POST',
  headers: {'Content-Type': 'application/json', Accept: 'application/json', [token.dataset.header]: token.content},
  body: JSON.stringify({id: parcel.id, changes: parcel.changes}),
});

/** Another session of the same person gets a fresh proof for the page; nothing is ever sent in another person's name. */
async function sameSession() {
  const session = await (await fetch('/session', {headers: {Accept: 'application/json'}})).json();
  if (session.account !== account) return false;
  token.content = session.token;
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = session.token;
  return true;
}

/** What was typed into a cell while its parcel was under way stands above what comes back of it. */
function settle(parcel, answers) {
  const sent = new Map(parcel.changes.map((change) => [change.cell, change]));
  const fresh = [];
  for (const answer of answers) {
    const newer = changes.get(answer.cell);
    const change = newer ?? {sheet, ...sent.get(answer.cell)};
    if (answer.outcome === 'SAVED') {
      tell('saved', {cell: answer.cell, number: answer.number ?? '', newer: Boolean(newer)});
      if (newer) fresh.push({...newer, seen: answer.number});
    } else if (answer.outcome === 'CLASH') {
      fresh.push({...change, state: 'clash', theirs: answer.number, by: answer.by, at: answer.at});
    } else if (!newer) {
      fresh.push({...change, state: 'refused', message: answer.message});
    }
  }
  for (const change of fresh) changes.set(change.cell, change);
  parcels.splice(parcels.indexOf(parcel), 1);
  store((one, other, done) => {
    for (const change of fresh) one.put(change);
    other.delete(parcel.id);
    for (const {cell, outcome, number} of answers) if (outcome === 'SAVED') done.put({sheet, cell, number: number ?? ''});
  });
  tell();
}

/** The page is as fresh as the server's: what was saved from here stands in it. */
function fresh() {
  const gone = saved;
  saved = [];
  store((one, other, done) => { for (const {cell} of gone) done.delete([sheet, cell]); });
}

/** A person has decided: theirs stays, or mine is sent as an answer to it. */
function decide(cell, mine) {
  const change = changes.get(cell);
  if (mine) set(cell, change.theirs, change.typed, 'ready');
  else drop(cell);
  return change;
}

window.addEventListener('online', () => soon(0));
window.addEventListener('focus', () => { if (line !== 'up') soon(0); });
window.addEventListener('beforeunload', (event) => { if (!kept && unsent()) event.preventDefault(); });

form.queue = {
  load, fresh, saved: () => saved, set, drop, decide, send, underWay, unsent, count, changes, parcels, told, sameSession,
  get: (cell) => changes.get(cell),
  line: () => (navigator.onLine ? line : 'down'),
  busy: () => sending !== null,
  kept: () => kept,
  typedNow: (cell) => changes.get(cell)?.typed ?? underWay(cell)?.typed,
  same: (one, other) => read(one ?? '') === read(other ?? ''),
};
