/** What is seen of a file on its way. */
export interface View {
  area: HTMLElement;
  input: HTMLInputElement;
  button: HTMLButtonElement;
  /** The name of the file that is on its way. */
  begin(name: string): void;
  /**
   * Says how far it is.
   *
   * @param share 0–1, null where nobody knows
   * @param acting what the button is for now, null where there is nothing to do
   */
  show(text: string, share: number | null, acting: Act | null): void;
  end(text: string): void;
  /** @param again whether the same file may do at another try */
  fail(text: string, again: boolean): void;
  note(text: string): void;
}

export type Act = 'Stop' | 'Go on' | 'Try again';

/** Progress is spoken this often, ms: it is seen much more often. */
const breath = 10_000;

export function createView(section: HTMLElement): View {
  const at = <T extends HTMLElement>(name: string) => section.querySelector<T>(`.${name}`) as T;
  const [area, button, progress] = [
    at('drop'),
    at<HTMLButtonElement>('act'),
    at<HTMLProgressElement>('share'),
  ];
  const [way, file, told, spoken, problem] = [
    at('way'),
    at('file'),
    at('told'),
    at('spoken'),
    at('problem'),
  ];
  let said = { stage: '', at: 0 };

  const speak = (text: string, stage: string) => {
    if (stage === said.stage && Date.now() - said.at < breath) return;
    said = { stage, at: Date.now() };
    spoken.textContent = text;
  };
  const act = (now: Act | null) => {
    // Whoever is on the button when it goes stays where they are.
    if (now === null && document.activeElement === button) told.focus();
    button.hidden = now === null;
    button.textContent = now;
  };
  const tell = (text: string, acting: Act | null) => {
    told.textContent = text;
    way.hidden = false;
    act(acting);
  };
  const complain = (text: string) => {
    problem.textContent = text;
    problem.hidden = text === '';
  };

  return {
    area,
    input: section.querySelector('input') as HTMLInputElement,
    button,
    begin(name) {
      file.textContent = name;
      complain('');
      section.classList.remove('sent');
    },
    show(text, share, acting) {
      progress.hidden = false;
      if (share === null) progress.removeAttribute('value');
      else progress.value = share;
      tell(text, acting);
      speak(text, `${acting} ${text.replace(/\d.*/, '')}`);
    },
    end(text) {
      progress.hidden = true;
      section.classList.add('sent');
      tell(text, null);
      speak(text, text);
    },
    fail(text, again) {
      progress.hidden = true;
      tell('', again ? 'Try again' : null);
      // What was said of it before holds no longer.
      speak('', text);
      complain(text);
    },
    note(text) {
      told.textContent = text;
      way.hidden = false;
      button.hidden = true;
      progress.hidden = true;
    },
  };
}
