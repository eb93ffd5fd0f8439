/**
 * Puts text on the clipboard; also where the page came without TLS, as in a network of one's own.
 *
 * @returns whether it is there
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The old way: browsers copy what is selected. What was selected before is selected again. */
function copySelected(text: string): boolean {
  const focused = document.activeElement as HTMLElement | null;
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  selection?.removeAllRanges();
  if (range) selection?.addRange(range);
  focused?.focus({ preventScroll: true });
  return copied;
}
