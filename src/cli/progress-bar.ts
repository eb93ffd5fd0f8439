import { SingleBar } from 'cli-progress';

/** Progress on stderr: a bar on a terminal, a line a step where output is kept in a file. */
export interface ProgressBar {
  /** @param share how much of this step is done, 0–1 */
  show(step: string, share: number, note?: string): void;
  /** The last step is done. */
  end(): void;
  /** Takes the bar away, wherever it stands. */
  stop(): void;
}

export function createProgressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): ProgressBar {
  let current: { step: string; bar: SingleBar } | null = null;
  const stop = () => {
    current?.bar.stop();
    current = null;
  };
  const end = () => {
    current?.bar.update(1);
    stop();
  };
  return {
    show(step, share, note = '') {
      if (current?.step !== step) {
        end();
        const bar = new SingleBar({
          stream,
          format: '{step} {bar} {percentage} % {note}',
          barCompleteChar: '━',
          barIncompleteChar: ' ',
          barsize: 30,
          hideCursor: true,
        });
        bar.start(1, 0, { step: step.padEnd(32), note });
        current = { step, bar };
      }
      current.bar.update(share, { note });
    },
    end,
    stop,
  };
}

function lines(stream: NodeJS.WriteStream): ProgressBar {
  let current: string | null = null;
  return {
    show(step) {
      if (current === step) return;
      current = step;
      stream.write(`${step} …\n`);
    },
    end() {},
    stop() {},
  };
}
