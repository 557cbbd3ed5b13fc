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
form.addEventListener('submit', () => {
  const button = form.querySelector('button');
  button.disabled = true;
  button.querySelector('span').textContent = form.dataset.sending;
});
