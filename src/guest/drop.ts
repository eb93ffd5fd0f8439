/** Takes files from an input, and those that are dropped on the area around it. */
export function takeFiles(area: HTMLElement, input: HTMLInputElement, take: (file: File) => void) {
  // The same file chosen again is news as well.
  input.addEventListener('click', () => {
    input.value = '';
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) take(file);
  });
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    area.classList.toggle('over', is);
  };
  area.addEventListener('dragenter', over(true));
  area.addEventListener('dragover', over(true));
  area.addEventListener('dragleave', over(false));
  area.addEventListener('drop', (event) => {
    over(false)(event);
    const [file] = event.dataTransfer?.files ?? [];
    if (!file || !event.dataTransfer) return;
    input.files = event.dataTransfer.files;
    take(file);
  });
}
