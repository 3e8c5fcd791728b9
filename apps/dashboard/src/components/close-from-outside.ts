/** Closes what a `<details>` unfolds over the page, once it is open, by Escape or a press anywhere else. */
export function closeFromOutside({ currentTarget }: Event): void {
  const details = currentTarget as HTMLDetailsElement;
  if (!details.open) return;
  const leaving = new AbortController();
  const close = () => {
    leaving.abort();
    details.open = false;
  };
  const { signal } = leaving;
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(details)) close();
    },
    { signal },
  );
  details.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape') return;
      close();
      details.querySelector('summary')?.focus();
    },
    { signal },
  );
  details.addEventListener('toggle', () => leaving.abort(), { signal });
}
