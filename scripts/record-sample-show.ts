// Records the sample show again from scripts/sample-show/*.txt: the sound, and the transcripts with it.
//
//   apt install flite sox ffmpeg
//   node scripts/build.mjs && node dist/scripts/record-sample-show.js [SLUG]…
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { encode } from './sample-show/encode.ts';
import { type Heard, printTranscript } from './sample-show/print-transcript.ts';
import { type Breath, readScript, type Script } from './sample-show/read-script.ts';
import { chime, lengthOf, room, silence, speak } from './sample-show/speak.ts';

/** Seconds of quiet before what begins. */
const pauses = { chapter: 0.95, turn: 0.6, paragraph: 0.75, sentence: 0.32 };

for (const program of ['flite', 'sox', 'ffmpeg']) {
  if (!spawnSync(program, ['-version']).error) continue;
  process.stderr.write(`${program} is not installed.\nRun: apt install flite sox ffmpeg\n`);
  process.exit(1);
}
const written = readdirSync('scripts/sample-show').filter((name) => name.endsWith('.txt'));
const slugs = written.map((name) => basename(name, '.txt'));
const wanted = process.argv.slice(2);
for (const slug of slugs) if (wanted.length === 0 || wanted.includes(slug)) record(slug);

function record(slug: string): void {
  const script = readScript(readFileSync(join('scripts/sample-show', `${slug}.txt`), 'utf8'));
  const folder = join('episodes', slug);
  const scratch = mkdtempSync(join(tmpdir(), 'sample-show-'));
  mkdirSync(folder, { recursive: true });
  try {
    const { sound, heard } = perform(script, scratch);
    const tags = join(scratch, 'tags.txt');
    writeFileSync(tags, tagsOf(script, heard, lengthOf(sound)));
    encode(sound, tags, join(folder, 'recording.mp3'));
    if (script.transcript !== null) {
      writeFileSync(join(folder, script.transcript), printTranscript(script, heard));
    }
    process.stderr.write(`${slug}: ${lengthOf(sound).toFixed(1)} s\n`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The whole episode as sound, and when each breath is heard: counted in samples, so exact. */
function perform(script: Script, scratch: string): { sound: Buffer; heard: Heard[] } {
  const parts = [silence(0.2), chime()];
  const heard: Heard[] = [];
  const soFar = () => parts.reduce((sum, part) => sum + lengthOf(part), 0);
  for (const breath of script.breaths) {
    if (heard.length > 0) parts.push(silence(pauseBefore(breath)));
    const voice = script.speakers[breath.label]?.voice ?? 'slt';
    const start = soFar();
    parts.push(breath.room > 0 ? room(breath.room) : speak(breath.text, voice, scratch));
    heard.push({ ...breath, start, end: soFar() });
  }
  parts.push(silence(0.8));
  return { sound: Buffer.concat(parts), heard };
}

function pauseBefore(breath: Breath): number {
  return pauses[breath.opens ?? 'sentence'];
}

/** ID3 tags and chapters, in the form ffmpeg reads them. */
function tagsOf(script: Script, heard: Heard[], duration: number): string {
  const [host] = Object.values(script.speakers);
  const lines = [';FFMETADATA1', `title=${script.title}`, `artist=${host?.name ?? ''}`];
  lines.push('album=Side by Side', `date=${script.recorded}`, 'genre=Podcast', 'language=eng');
  lines.push(`description=${script.about}`);
  const chapters = heard.filter((breath) => breath.chapter !== null);
  const starts = chapters.map(({ start }, at) => (at === 0 ? 0 : Math.round(start * 1000)));
  for (const [at, { chapter }] of chapters.entries()) {
    const end = starts[at + 1] ?? Math.round(duration * 1000);
    lines.push('[CHAPTER]', 'TIMEBASE=1/1000', `START=${starts[at]}`, `END=${end}`);
    lines.push(`title=${chapter}`);
  }
  return `${lines.join('\n')}\n`;
}
