// Words of the document that became an item light up like those that the reader found; the page is not loaded anew.

/** The texts of a range, cut at its ends. */
function textsOf(range, source) {
  const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
  const texts = [];
  walker.currentNode = range.startContainer;
  if (range.startContainer.nodeType !== Node.TEXT_NODE) walker.nextNode();
  for (let text = walker.currentNode; text && range.comparePoint(text, 0) <= 0; text = walker.nextNode()) {
    if (range.intersectsNode(text) && text.parentElement.closest('[data-l]')) texts.push(text);
  }
  const [first, last] = [range.startContainer, range.endContainer];
  const [from, to] = [range.startOffset, range.endOffset];
  return texts.map((text) => {
    if (text === last && to < text.length) text.splitText(to);
    return text === first && from > 0 ? text.splitText(from) : text;
  }).filter((text) => text.data.trim());
}

/** The fact around a text, cut so that it holds nothing else; its parts keep their keys. */
function alone(text, fact, index) {
  const parts = [fact];
  for (const cut of [text, text.nextSibling]) {
    if (!cut?.previousSibling) continue;
    const rest = parts.at(-1).cloneNode(false);
    rest.removeAttribute('id');
    parts.at(-1).after(rest);
    while (cut.parentElement !== rest) rest.prepend(parts.at(-1).lastChild);
    parts.push(rest);
  }
  for (const key of fact.dataset.keys.split(' ')) {
    const known = index.get(key);
    if (known) known.splice(known.indexOf(fact), 1, ...parts);
  }
  return text.parentElement;
}

export function paint(range, source, index, key, section) {
  const words = [];
  const wide = range.toString().length > 60;
  for (const text of textsOf(range, source)) {
    const around = text.parentElement.closest('a.fact');
    if (around) {
      const within = index.get(around.dataset.key)?.every((part) => range.intersectsNode(part));
      const fact = alone(text, around, index);
      fact.dataset.keys += ` ${key}`;
      if (!within) {
        fact.dataset.was = `${fact.dataset.key} ${fact.dataset.section}`;
        Object.assign(fact.dataset, { key, section });
        fact.classList.toggle('wide', wide);
      }
      words.push(fact);
    } else {
      const fact = document.createElement('a');
      fact.className = wide ? 'fact wide' : 'fact';
      fact.href = `?section=${section}&item=${key}`;
      fact.tabIndex = -1;
      Object.assign(fact.dataset, { key, section, keys: key, made: '' });
      text.replaceWith(fact);
      fact.append(text);
      words.push(fact);
    }
  }
  index.set(key, words);
}

export function unpaint(index, key) {
  for (const fact of index.get(key) ?? []) {
    if ('made' in fact.dataset) {
      fact.replaceWith(...fact.childNodes);
      continue;
    }
    fact.dataset.keys = fact.dataset.keys.split(' ').filter((one) => one !== key).join(' ');
    if (fact.dataset.was) [fact.dataset.key, fact.dataset.section] = fact.dataset.was.split(' ');
    delete fact.dataset.was;
    fact.classList.remove('on');
  }
  index.delete(key);
}
