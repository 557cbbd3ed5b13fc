// Words of the document that the reader missed become a task, an indicator, a date, an agency, a basis.
import { paint, unpaint } from './paint.js';

const desk = document.getElementById('desk');
const source = document.getElementById('document');
const bar = document.getElementById('make');
let choosing = false;
const painted = new Set();
let chosen = null;

const inLine = (node) => node?.nodeType === Node.TEXT_NODE && node.parentElement.closest('[data-l]');

/** The text at a point, or the nearest inside the choice where the point lies between texts. */
function textAt(node, offset, forward) {
  if (inLine(node)) return [node, offset];
  const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
  let at = node.childNodes[forward ? offset : offset - 1] ?? node;
  while (at !== node && (forward ? at.firstChild : at.lastChild)) at = forward ? at.firstChild : at.lastChild;
  walker.currentNode = at;
  while (at && !inLine(at)) at = forward ? walker.nextNode() : walker.previousNode();
  return at ? [at, forward ? 0 : at.data.length] : null;
}

/** Line and column of a point, whole words taken. */
function point(node, offset, forward) {
  const found = textAt(node, offset, forward);
  if (!found) return null;
  let [at, within] = found;
  const letter = /[\p{L}\p{N}%]/u;
  if (forward) while (within > 0 && letter.test(at.data[within] ?? '') && letter.test(at.data[within - 1])) within--;
  else while (within < at.data.length && letter.test(at.data[within - 1] ?? '') && letter.test(at.data[within])) within++;
  const line = inLine(at);
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(at, within);
  return `${line.dataset.l}:${Number(line.dataset.c ?? 0) + before.toString().length + 1}`;
}

function unmake() {
  bar.hidden = true;
  chosen = null;
  getSelection().removeAllRanges();
}

function offer() {
  const selection = getSelection();
  if (bar.contains(document.activeElement)) return;
  const range = selection.rangeCount && selection.getRangeAt(0);
  if (!range || range.collapsed || !source.contains(range.commonAncestorContainer) || !range.toString().trim()) {
    bar.hidden = true;
    chosen = null;
    return;
  }
  chosen = range.cloneRange();
  bar.hidden = false;
  const rects = range.getClientRects();
  const last = rects[rects.length - 1];
  const room = innerHeight - bar.offsetHeight - 8;
  const top = last.bottom + 8 <= room ? last.bottom + 8 : Math.min(rects[0].top - bar.offsetHeight - 8, room);
  bar.style.top = `${Math.max(64, top)}px`;
  bar.style.left = `${Math.max(8, Math.min(last.left, source.getBoundingClientRect().right - bar.offsetWidth - 8))}px`;
}

async function make(as) {
  const range = chosen;
  const from = point(range.startContainer, range.startOffset, true);
  const to = point(range.endContainer, range.endOffset, false);
  if (!from || !to) return;
  let done = false;
  const heard = (event) => { if (event.detail.pathInfo.requestPath.endsWith('/words')) done = event.detail.successful; };
  document.addEventListener('htmx:afterRequest', heard);
  await htmx.ajax('POST', `/plans/${desk.dataset.plan}/draft/words`, { source: '#make', target: '#draft-section', swap: 'outerHTML', values: { as, place: `${from}-${to}` } });
  document.removeEventListener('htmx:afterRequest', heard);
  if (!done) return;
  unmake();
  desk.draft.show('draft');
  const section = document.getElementById('draft-section').dataset.section;
  const key = desk.draft.toOpen()?.dataset.key;
  if (!key) return;
  paint(range, source, desk.draft.index, key, section);
  painted.add(key);
  desk.draft.outline(key, false);
}

// What was made and then taken back is an item no more.
document.addEventListener('htmx:afterSettle', ({ target }) => {
  if (target.id !== 'draft-section') return;
  for (const key of painted) {
    const of = desk.draft.index.get(key)?.[0]?.dataset.section;
    if (of === target.dataset.section && !target.querySelector(`[data-key="${key}"]`)) {
      unpaint(desk.draft.index, key);
      painted.delete(key);
    }
  }
});

if (bar) {
  let waiting;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 150);
  });
  source.addEventListener('dragstart', (event) => event.preventDefault());
  source.addEventListener('scroll', () => { if (!bar.hidden) offer(); }, { passive: true });
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('click', (event) => {
    const kind = event.target.closest('[data-make]');
    if (kind && chosen) make(kind.dataset.make);
    else if (event.target.closest('[data-unmake]')) unmake();
  });
}

// ---- by keyboard

/** Begins to choose words where the reader is: at the lit fact, or at the first words in sight. */
function choose() {
  desk.draft.show('document');
  const frame = source.getBoundingClientRect();
  const seen = (element) => element && source.contains(element) && element.getBoundingClientRect().bottom > frame.top;
  let start = [document.activeElement, desk.draft.lit()[0]].find((element) => element !== source && seen(element));
  for (let y = Math.max(frame.top, 64) + 24; !start && y < Math.min(frame.bottom, innerHeight); y += 12) {
    start = document.elementFromPoint(frame.left + frame.width / 2, y)?.closest('#document [data-l]');
  }
  if (!start) return;
  source.focus({ preventScroll: true });
  choosing = true;
  getSelection().collapse(start, 0);
  take();
}

/** Takes the next word that has letters, behind blanks and marks. */
function take() {
  const selection = getSelection();
  for (let tries = 0; tries < 6; tries++) {
    selection.modify('extend', 'forward', 'word');
    if (/[\p{L}\p{N}]/u.test(selection.toString())) return;
    selection.collapseToEnd();
  }
}

const ARROWS = { ArrowRight: ['forward', 'word'], ArrowLeft: ['backward', 'word'], ArrowDown: ['forward', 'line'], ArrowUp: ['backward', 'line'] };

function chooseBy(event) {
  const selection = getSelection();
  const [direction, unit] = ARROWS[event.key] ?? [];
  if (event.key === 'Enter' && !bar.hidden) bar.querySelector('button').focus();
  else if (!direction) return false;
  else if (event.shiftKey) selection.modify('extend', direction, unit);
  else {
    if (direction === 'forward' && unit === 'word') selection.collapseToEnd();
    else {
      selection.collapseToStart();
      selection.modify('move', direction, unit);
    }
    take();
  }
  if (!source.contains(selection.focusNode)) selection.collapse(source, 0);
  selection.focusNode.parentElement?.scrollIntoView({ block: 'nearest' });
  return true;
}

function leave() {
  choosing = false;
  unmake();
  source.focus({ preventScroll: true });
}

// What keys.js needs of this.
desk.words = { choose, chooseBy, leave, choosing: () => choosing && source.contains(document.activeElement), open: () => !bar.hidden };
