// Keeps what is typed into a form with data-keep in this browser until the server has taken it: a lost line, an ended
// session or a closed tab loses nothing. Also refuses a file that is too large before it is sent.
const forms = document.querySelectorAll('form[data-keep]');

for (const form of forms) {
  const key = `keep:${form.dataset.keep}:${form.getAttribute('action')}`;
  const fields = () => [...form.elements].filter((field) => field.name && field.type !== 'hidden' && field.type !== 'file');
  const refusedByServer = form.querySelector('.is-invalid, .bq-notice.bad') !== null;
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');

  if (kept && !refusedByServer) {
    for (const field of fields()) {
      if (!(field.name in kept)) continue;
      if (field.type === 'radio') field.checked = field.value === kept[field.name];
      else field.value = kept[field.name];
    }
  }

  form.addEventListener('input', () => {
    const typed = {};
    for (const field of fields()) {
      if (field.type !== 'radio' || field.checked) typed[field.name] = field.value;
    }
    localStorage.setItem(key, JSON.stringify(typed));
  });

  // Who writes what was done has begun; the choice stays free.
  const begun = form.querySelector('[data-begun]');
  form.querySelector('textarea')?.addEventListener('input', () => {
    if (begun && !form.querySelector(`[name="${begun.name}"]:checked`)) begun.checked = true;
  });

  const file = form.querySelector('input[type=file]');
  file?.addEventListener('change', () => {
    const large = file.files.length > 0 && file.files[0].size > Number(form.dataset.largest);
    file.setCustomValidity(large ? form.dataset.tooLarge : '');
    if (large) file.reportValidity();
  });
  form.addEventListener('submit', (event) => {
    if (file && !file.checkValidity()) {
      event.preventDefault();
      file.reportValidity();
    } else {
      sessionStorage.setItem('keep:sent', key);
    }
  });
}
