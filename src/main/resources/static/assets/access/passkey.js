// Passkeys: the browser signs what the server asks. Where it can't, the buttons stay hidden.
const able = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

const NAME = 'passkey-name';

/** The last proof of this session is old: the person proves again who they are, and the name that was typed waits. */
class ConfirmFirst extends Error {
  constructor(page) {
    super(page);
    this.page = page;
  }
}

async function post(address, body) {
  const token = document.querySelector('meta[name="_csrf"]');
  const answer = await fetch(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json', [token.dataset.header]: token.content},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.headers.has('Confirm-At')) throw new ConfirmFirst(answer.headers.get('Confirm-At'));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function attempt(part, work) {
  const wrong = part.querySelector('[data-passkey-wrong]');
  wrong.hidden = true;
  try {
    await work();
  } catch (failure) {
    if (failure instanceof ConfirmFirst) window.location.assign(failure.page);
    else wrong.hidden = false;
  }
}

async function signIn() {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/sign-in/passkey/options'));
  const signed = await navigator.credentials.get({publicKey: options});
  const {target} = await post('/sign-in/passkey', signed.toJSON());
  window.location.assign(target);
}

async function add(label) {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post('/webauthn/register/options'));
  const made = await navigator.credentials.create({publicKey: options});
  await post('/webauthn/register', {publicKey: {credential: made.toJSON(), label}});
}

/** The new passkey is the second step at once: it is used where it was made. */
async function enrol(label) {
  await add(label);
  await signIn();
}

async function addNamed(name) {
  sessionStorage.setItem(NAME, name);
  await add(name);
  sessionStorage.removeItem(NAME);
  window.location.reload();
}

for (const part of document.querySelectorAll('[data-passkey-sign-in]')) {
  part.hidden = !able;
  part.querySelector('button').addEventListener('click', () => attempt(part, signIn));
  for (const or of document.querySelectorAll('[data-or]')) if (able) or.hidden = false;
}
for (const form of document.querySelectorAll('[data-passkey-new]')) {
  form.hidden = !able;
  form.parentElement.querySelector('[data-passkey-none]').hidden = Boolean(able);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(form, () => addNamed(form.querySelector('input').value));
  });
  const typed = sessionStorage.getItem(NAME);
  if (typed) form.querySelector('input').value = typed;
}
for (const part of document.querySelectorAll('[data-passkey-enrol]')) {
  part.hidden = !able;
  const button = part.querySelector('button');
  button.addEventListener('click', () => attempt(part, () => enrol(button.dataset.label)));
}
