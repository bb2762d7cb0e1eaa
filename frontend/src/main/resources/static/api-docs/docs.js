/**
 * Makes the examples of the API's page live: sends a request and shows what came back, as text.
 * Without this the examples are links and text.
 */

/** So much of an answer is shown. */
const MOST_SHOWN = 20_000;

for (const link of document.querySelectorAll('a[data-try]')) {
  const { href } = /** @type {HTMLAnchorElement} */ (link);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try it';
  button.setAttribute('aria-label', `Try it: ${link.textContent}`);
  link.after(button);
  button.addEventListener('click', () => show(button, () => fetch(href)));
}

for (const node of document.querySelectorAll('form[data-try-text]')) {
  const form = /** @type {HTMLFormElement} */ (node);
  const field = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
    void show(form, () => fetch(form.action, { method: 'POST', headers, body: field.value }));
  });
}

for (const snippet of document.querySelectorAll('pre[data-snippet]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy ${snippet.getAttribute('data-snippet')}`);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(snippet.textContent ?? '');
      button.textContent = 'Copied';
    } catch {
      getSelection()?.selectAllChildren(snippet);
      button.textContent = 'Selected: copy it by key';
    }
  });
  const box = document.createElement('div');
  box.className = 'snippet';
  snippet.replaceWith(box);
  box.append(snippet, button);
}

/**
 * Puts the answer behind an element, in place of the one before.
 *
 * @param {Element} after
 * @param {() => Promise<Response>} send
 */
async function show(after, send) {
  const next = after.nextElementSibling;
  const output = next?.matches('.answer') ? next : document.createElement('pre');
  output.className = 'answer';
  output.setAttribute('role', 'status');
  output.setAttribute('tabindex', '0');
  output.textContent = '…';
  after.after(output);
  output.textContent = await answer(send);
}

/**
 * @param {() => Promise<Response>} send
 * @returns {Promise<string>} status, headers and body
 */
async function answer(send) {
  try {
    const response = await send();
    const head = [`${response.status} ${response.statusText}`.trim()];
    response.headers.forEach((value, name) => head.push(`${name}: ${value}`));
    return `${head.join('\n')}\n\n${readable(await response.text())}`;
  } catch {
    return 'The server cannot be reached.';
  }
}

/** @param {string} body */
function readable(body) {
  let text = body;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Shown as it came.
  }
  const more = text.length - MOST_SHOWN;
  return more > 0 ? `${text.slice(0, MOST_SHOWN)}\n… and ${more} characters more` : text;
}
