import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Line } from './read-script.ts';
import { amplify, fromPcm, headerLength, levelOf, type Sound, silence } from './sound.ts';
import { joinTakes, type Take } from './take.ts';
import { type Phone, wordsInSpeech } from './words-in-speech.ts';

const run = promisify(execFile);

/** Who speaks with which of flite's voices, and how quickly: these are no voices the aligner knows. */
const voices: Record<string, { voice: string; stretch: number }> = {
  A: { voice: 'slt', stretch: 1 },
  B: { voice: 'rms', stretch: 0.95 },
  C: { voice: 'awb', stretch: 1.05 },
  D: { voice: 'kal16', stretch: 1 },
  E: { voice: 'rms', stretch: 0.85 },
};

/** Every sentence is brought to this level, and this long a pause is between two, seconds. */
const level = 0.06;
const pause = { sentence: 0.1, turn: 0.35 };

/** Whether the voices are here: Debian's flite, or another build of it. */
export async function hasVoices(): Promise<boolean> {
  return run('flite', ['-lv']).then(
    ({ stdout }) => Object.values(voices).every(({ voice }) => stdout.includes(voice)),
    () => false,
  );
}

/** Speaks lines one after another. */
export async function speak(lines: Line[], scratch: string): Promise<Take> {
  const alone = await phonesAlone(lines, scratch);
  const takes: Take[] = [];
  for (const [at, line] of lines.entries()) {
    const turns = at > 0 && lines[at - 1]?.speaker !== line.speaker;
    takes.push({ sound: silence(turns ? pause.turn : pause.sentence), words: [] });
    takes.push(await speakLine(line, alone, scratch));
  }
  takes.push({ sound: silence(1), words: [] });
  return joinTakes(takes);
}

async function speakLine(
  { speaker, text }: Line,
  alone: Map<string, string[]>,
  scratch: string,
): Promise<Take> {
  const { voice, stretch } = voices[speaker] ?? { voice: 'slt', stretch: 1 };
  const file = join(scratch, 'line.wav');
  const how = ['-voice', voice, '--setf', `duration_stretch=${stretch}`];
  const { stdout } = await run('flite', [...how, '-psdur', '-t', text, '-o', file]);
  const texts = text.split(' ');
  const phones = readPhones(stdout);
  const times = wordsInSpeech(
    texts.map((word) => alone.get(bare(word)) ?? []),
    phones,
  );
  const words = texts.map((word, at) => ({
    text: word,
    speaker,
    sentence: 0,
    start: times[at]?.start ?? 0,
    end: times[at]?.end ?? 0,
  }));
  return { sound: evened(await readWave(file)), words };
}

/** A WAV file as flite writes it: at our rate, mono, with the shortest header. */
async function readWave(file: string): Promise<Sound> {
  return fromPcm((await readFile(file)).subarray(headerLength));
}

function evened(sound: Sound): Sound {
  return amplify(sound, level / levelOf(sound));
}

/** What `-psdur` prints: `pau:0.220 hh:0.295 …`, each phone with its end. Pauses are left out. */
function readPhones(printed: string): Phone[] {
  const phones: Phone[] = [];
  let start = 0;
  for (const [, name = '', end = ''] of printed.matchAll(/(\w+):([\d.]+)/g)) {
    if (name !== 'pau') phones.push({ name, start, end: Number(end) });
    start = Number(end);
  }
  return phones;
}

/** The phones of each word when it is the only one, since flite does not print where words begin. */
async function phonesAlone(lines: Line[], scratch: string): Promise<Map<string, string[]>> {
  const words = [...new Set(lines.flatMap(({ text }) => text.split(' ').map(bare)))];
  const file = join(scratch, 'words.txt');
  // An empty line ends an utterance, and each is printed on a line of its own.
  await writeFile(file, words.map((word) => `${word}\n\n`).join(''));
  const { stdout } = await run('flite', ['-voice', 'kal16', '-ps', '-f', file, '-o', 'none'], {
    maxBuffer: 2 ** 26,
  });
  const printed = stdout.split('\n').map((line) => line.split(' ').filter(isPhone));
  return new Map(words.map((word, at) => [word, printed[at] ?? []]));
}

function isPhone(name: string): boolean {
  return name !== '' && name !== 'pau';
}

function bare(word: string): string {
  return word.replace(/[,.:;?!]+$/, '');
}
