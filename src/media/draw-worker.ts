// Runs in a thread of its own: reading fonts and drawing would keep every answer waiting.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

/** What the thread says before it ends: the bytes of a PNG, or null where it lacks letters for the text. */
export type Drawn = Uint8Array | null;

const family = 'Source Serif 4';
const fonts = ['400Regular', '600SemiBold'].map((cut) =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/source-serif-4/${cut}/SourceSerif4_${cut}.ttf`,
  ),
);
/** What these letters lack comes from the fonts of the machine. */
const options = { font: { fontFiles: fonts, loadSystemFonts: true, defaultFontFamily: family } };
const ofOtherScripts = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L}/gu;
const inNoFont = outline('\u{10fffd}');

parentPort?.postMessage(draw(workerData as string) satisfies Drawn);

function draw(svg: string): Drawn {
  return lettersOf(svg).every(isThere) ? new Resvg(svg, options).render().asPng() : null;
}

/** A few letters of scripts that our own fonts do not have; where these are there, the others are. */
function lettersOf(svg: string): string[] {
  const text = svg.replace(/<[^>]*>/g, '');
  return [...new Set(text.match(ofOtherScripts))].slice(0, 8);
}

/** What no font has is drawn as a box, always the same one. */
function isThere(letter: string): boolean {
  return outline(letter) !== inNoFont;
}

function outline(letter: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="80" font-size="64" font-family="${family}">${letter}</text></svg>`;
  const { x, y, width, height } = new Resvg(svg, options).innerBBox() ?? {};
  return [x, y, width, height].join();
}
