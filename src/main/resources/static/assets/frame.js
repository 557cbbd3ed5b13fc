// What every page needs: the token that proves a request comes from our own page, and menus that close.
const token = document.querySelector('meta[name="_csrf"]');
document.addEventListener('htmx:configRequest', (event) => {
  if (token) event.detail.headers[token.dataset.header] = token.content;
});

document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.bq-menu[open]')) {
    if (!menu.contains(event.target)) menu.removeAttribute('open');
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') for (const menu of document.querySelectorAll('details.bq-menu[open]')) menu.removeAttribute('open');
});

// A button that asks before what can't be undone.
document.addEventListener('submit', (event) => {
  const question = event.submitter?.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// A session that ended or a lost line must not lose what was typed: the page stays and says so.
document.addEventListener('htmx:sendError', () => document.body.classList.add('bq-offline'));
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) document.body.classList.remove('bq-offline');
});

// What a form kept in this browser (plan/keep.js) is let go as soon as a page says that it was done.
const sent = sessionStorage.getItem('keep:sent');
if (sent && document.querySelector('.bq-notice.ok')) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem('keep:sent');
}
