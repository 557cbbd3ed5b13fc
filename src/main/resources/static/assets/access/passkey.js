// Passkeys: the browser signs what the server asks. Where it can't, the buttons stay hidden.
const able = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function post(address, body) {
  const token = document.querySelector('meta[name="_csrf"]');
  const answer = await fetch(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json', [token.dataset.header]: token.content},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function attempt(part, work) {
  const wrong = part.querySelector('[data-passkey-wrong]');
  wrong.hidden = true;
  try {
    await work();
  } catch {
    wrong.hidden = false;
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
    attempt(form, () => add(form.querySelector('input').value));
  });
}
