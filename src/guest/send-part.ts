import { takeFiles } from './drop.ts';
import { isEndOfLink, isFaultOfFile, type Problem, sentenceOf } from './problem.ts';
import { follow, order } from './publish.ts';
import { type Arrived, type Sending, sendFile, unfinished } from './send-file.ts';
import type { InTurn } from './turns.ts';
import { createView } from './view.ts';

/** One kind of file that may be sent. */
export interface SentPart {
  /** Resolves when nothing of this kind is on its way any more. */
  settled(): Promise<void>;
}

const askThem = 'Whoever invited you can say how it goes on.';

/**
 * Sends the files that are chosen in a section of the page, one at a time: another one takes the place of
 * the one that is on its way.
 *
 * @param inTurn for what changes the episode
 * @param first resolves when what has to be there beforehand is
 */
export function sendPart(
  section: HTMLElement,
  inTurn: InTurn,
  first: () => Promise<void>,
): SentPart {
  const part = section.dataset.part ?? '';
  const thanks = section.dataset.thanks ?? '';
  const view = createView(section);
  let sending: Sending | null = null;
  let file: File | null = null;
  /** Which file it is: news of an earlier one are nobody's any more. */
  let turn = 0;
  let settle = () => {};
  let settled = Promise.resolve();

  const fail = (problem: Problem) => {
    view.fail(sentenceOf(problem), !isFaultOfFile(problem) && !isEndOfLink(problem));
    sending = null;
    settle();
  };

  const publish = async (upload: Arrived, now: number) => {
    view.show('It has arrived, and waits for its turn.', 1, null);
    await first();
    await inTurn(async () => {
      const ordered = await order(part, upload.id);
      const isJob = 'job' in ordered;
      const problem = isJob
        ? await follow(ordered.job, ({ doing, share }) => {
            if (now === turn) view.show(doing === null ? 'Waiting.' : `${doing}.`, share, null);
          })
        : ordered;
      if (isJob) upload.forget();
      if (now !== turn) return;
      const isOutOfSight = isJob && problem !== null && isEndOfLink(problem);
      if (problem !== null && !isOutOfSight) return fail(problem);
      // What was accepted goes on, whoever may still look at it.
      view.end(isOutOfSight ? `It was received. ${problem.title} ${askThem}` : thanks);
      settle();
    });
  };

  const send = (chosen: File) => {
    sending?.stop();
    settle();
    settled = new Promise((resolve) => {
      settle = resolve;
    });
    file = chosen;
    turn += 1;
    const now = turn;
    let sent = 0;
    const figures = () => `${megabytes(sent)} of ${megabytes(chosen.size)} MB`;
    const show = (text: string, acting: 'Stop' | 'Go on' = 'Stop') =>
      view.show(text, chosen.size === 0 ? 0 : sent / chosen.size, acting);
    const ifNow =
      <Given extends unknown[]>(tell: (...given: Given) => void) =>
      (...given: Given) => {
        if (now === turn) tell(...given);
      };
    view.begin(chosen.name);
    show(`Sending ${figures()}`);
    const running = sendFile(chosen, part, {
      onProgress: ifNow((arrived: number) => {
        sent = arrived;
        if (sending !== null) show(`Sending ${figures()}`);
      }),
      onBroken: ifNow(() => show('The connection is broken. It goes on by itself.')),
      onSent: ifNow((upload: Arrived) => {
        sending = null;
        void publish(upload, now);
      }),
      onProblem: ifNow(fail),
    });
    sending = {
      stop() {
        running.stop();
        show(`Stopped at ${figures()}`, 'Go on');
      },
      goOn() {
        show(`Sending ${figures()}`);
        running.goOn();
      },
    };
  };

  view.button.addEventListener('click', () => {
    if (sending === null) {
      if (file !== null) send(file);
    } else if (view.button.textContent === 'Stop') sending.stop();
    else sending.goOn();
  });
  takeFiles(view.area, view.input, send);
  void unfinished(part).then(([name]) => {
    if (name === undefined || file !== null) return;
    view.note(`“${name}” was not sent whole. Choose it again and it goes on where it stopped.`);
  });
  return { settled: () => settled };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
