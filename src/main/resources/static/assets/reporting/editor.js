// Nothing typed is lost: what no answer has confirmed yet is kept in the browser, and leaving waits for the last save.
const keyOf = (form) => `bq-report:${form.getAttribute('action')}`;
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.type !== 'hidden' && field.type !== 'file');
const forms = [...document.querySelectorAll('form[data-autosave]')];

const keep = (form) => {
  form.dataset.dirty = 'true';
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]))));
  } catch {
    form.dataset.unkept = 'true';
  }
};

const restore = (form) => {
  const kept = localStorage.getItem(keyOf(form));
  if (!kept) return;
  const values = JSON.parse(kept);
  let differs = false;
  for (const field of fieldsOf(form)) {
    if (field.name in values && values[field.name] !== field.value) {
      field.value = values[field.name];
      differs = true;
    }
  }
  if (differs) form.requestSubmit(); else localStorage.removeItem(keyOf(form));
};

// Who tells of a task has begun it.
const begun = (form, field) => {
  const state = form.elements.namedItem('state');
  if (field.name === 'narrative' && field.value.trim() && state?.value === 'NOT_STARTED') state.value = 'UNDER_WAY';
};

for (const form of forms) {
  form.addEventListener('input', (event) => {
    begun(form, event.target);
    keep(form);
  });
}
document.addEventListener('htmx:load', () => forms.forEach(restore), { once: true });

document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target.matches?.('form[data-autosave]')) delete event.target.dataset.dirty;
});
document.addEventListener('htmx:afterRequest', (event) => {
  const form = event.target;
  if (!form.matches?.('form[data-autosave]')) return;
  if (!event.detail.successful) {
    form.dataset.dirty = 'true';
  } else if (!form.dataset.dirty && !form.querySelector('.rep-saved .bad')) {
    localStorage.removeItem(keyOf(form));
  }
  leaveIfSaved();
});

let goingTo = null;
const leaveIfSaved = () => {
  if (goingTo && !forms.some((form) => form.dataset.dirty || form.classList.contains('htmx-request'))) {
    const link = goingTo;
    goingTo = null;
    window.location.assign(link);
  }
};
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-after-save]');
  const dirty = forms.filter((form) => form.dataset.dirty);
  if (!link || dirty.length === 0 || goingTo) return;
  event.preventDefault();
  goingTo = link.href;
  dirty.forEach((form) => form.requestSubmit());
});

// The name of the chosen file, in place of the browser's own field.
for (const choice of document.querySelectorAll('.rep-file')) {
  choice.classList.add('named');
  const input = choice.querySelector('input');
  const name = choice.querySelector('[aria-live]');
  input.addEventListener('change', () => { name.textContent = [...input.files].map((file) => file.name).join(', '); });
}
