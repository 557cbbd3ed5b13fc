// Lets a file be dropped on the page, and says that it is being read.
const form = document.querySelector('.bq-upload');
const drop = form.querySelector('.bq-drop');
const input = form.querySelector('input[type="file"]');
const name = form.querySelector('[data-name]');

for (const kind of ['dragenter', 'dragover']) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add('over'); });
}
for (const kind of ['dragleave', 'drop']) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.remove('over'); });
}
drop.addEventListener('drop', (event) => {
  if (event.dataTransfer.files.length) {
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change'));
  }
});
input.addEventListener('change', () => { name.textContent = input.files.length ? input.files[0].name : ''; });
const watch = form.querySelector('input[name="watch"]');

// A random UUID, also where the page came without https and the browser keeps its own to itself.
function secret() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Says how many pages of a scan are read, until the answer to the form takes the place of this page.
async function tell(place) {
  const answer = await fetch(`${form.dataset.pages}?watch=${watch.value}`).catch(() => null);
  if (answer && answer.status === 200) {
    place.textContent = await answer.text();
  }
  setTimeout(() => tell(place), 1500);
}

form.addEventListener('submit', () => {
  const button = form.querySelector('button');
  button.disabled = true;
  button.querySelector('span').textContent = form.dataset.sending;
  watch.value = secret();
  watch.disabled = false;
  setTimeout(() => tell(button.querySelector('span')), 2000);
});
