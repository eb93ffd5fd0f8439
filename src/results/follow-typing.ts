/** How long the page waits for the next letter, and until it counts aloud what was found, ms. */
const patience = 120;
const breath = 700;

export interface SearchParts {
  form: HTMLFormElement;
  /** What holds the results. */
  found: HTMLElement;
  /** Speaks to those who do not see the page. */
  say(text: string): void;
}

/**
 * Shows what would be found while somebody writes: the page of the same question, of which the results take
 * the place of those here. The newest question alone is waited for.
 *
 * @param renewed called when there are other results
 */
export function followTyping({ form, found, say }: SearchParts, renewed: () => void) {
  const field = form.elements.namedItem('q') as HTMLInputElement;
  let shown = field.value.trim();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let counting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();

  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    const asked = field.value.trim();
    if (asked === shown) return;
    const address = new URL(form.action);
    if (asked !== '') address.search = String(new URLSearchParams({ q: field.value }));
    // Whoever is sent the address is not writing.
    const asWritten = new URL(address);
    if (asked !== '') asWritten.searchParams.set('typing', '1');
    try {
      const { signal } = asking;
      const answer = await fetch(asWritten, { signal, headers: { accept: 'text/html' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const newer = page.querySelector('[data-part="found"]');
      if (newer === null || signal.aborted) return;
      // What a page has for browsers without scripts is there once it is read by one.
      for (const one of newer.querySelectorAll('noscript')) one.remove();
      shown = asked;
      found.replaceChildren(...newer.childNodes);
      document.title = page.title;
      history.replaceState(history.state, '', address);
      renewed();
      clearTimeout(counting);
      counting = setTimeout(() => {
        say(found.querySelector('[data-part="count"]')?.textContent ?? '');
      }, breath);
    } catch {
      // Another letter came, or the network went; the form still asks when it is sent.
    }
  };
  field.addEventListener('input', (event) => {
    clearTimeout(waiting);
    if (!(event as InputEvent).isComposing) waiting = setTimeout(ask, patience);
  });
  field.addEventListener('compositionend', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, patience);
  });
}
