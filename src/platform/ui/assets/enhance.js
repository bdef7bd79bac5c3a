// Everything here is extra: no page needs it.
document.querySelector('[data-error-summary]')?.focus();

const countCharacters = (area) => {
  const shown = document.getElementById(`${area.id}-limit`);
  if (!shown) return;
  const spoken = shown.cloneNode(false);
  spoken.removeAttribute('id');
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  shown.after(spoken);
  let timer;
  const show = () => {
    const left = Number(area.dataset.limit) - area.value.length;
    const words = (left < 0 ? area.dataset.over : area.dataset.left).replace('%n', String(Math.abs(left)));
    shown.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => {
      spoken.textContent = words;
    }, 1000);
  };
  area.addEventListener('input', show);
  show();
};
for (const area of document.querySelectorAll('[data-limit]')) countCharacters(area);

const offerCopy = (code) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cs-link-button cs-copy';
  button.textContent = code.dataset.copyLabel;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.dataset.copy);
    button.textContent = code.dataset.copyDone;
  });
  code.after(button);
};
if (navigator.clipboard) for (const code of document.querySelectorAll('[data-copy]')) offerCopy(code);

const RENEW_AFTER = 4000;
const followProgress = (shown) => {
  if (shown.dataset.progress !== 'going') return;
  setTimeout(async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const fresh = page?.querySelector('[data-progress]');
    if (fresh && fresh.textContent !== shown.textContent) {
      shown.replaceChildren(...fresh.childNodes);
      shown.dataset.progress = fresh.dataset.progress;
    }
    followProgress(shown);
  }, RENEW_AFTER);
};
for (const shown of document.querySelectorAll('[data-progress]')) followProgress(shown);
