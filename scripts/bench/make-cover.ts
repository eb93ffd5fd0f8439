import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Ffmpeg } from '../../src/media/ffmpeg.ts';
import { createChance } from './chance.ts';

/** Pixels; the least that directories accept. */
const edge = 1400;
/** How much of the detail of each size the next finer has. */
const falloff = 0.8;

/**
 * A cover as busy as a photograph: detail of every size, the finer the fainter. Made small it takes 1.2 to
 * 1.6 bits a pixel, as photographs of a face or of a flower do.
 */
export async function makeCover(ffmpeg: Ffmpeg, path: string) {
  const light = makeDetail(1);
  const [warm, cold] = [makeDetail(2), makeDetail(3)];
  const pixels = Buffer.alloc(edge * edge * 3);
  for (const [at, detail] of light.entries()) {
    const grey = 128 + 150 * detail;
    const colours = [grey + 40 * (warm[at] ?? 0), grey, grey + 40 * (cold[at] ?? 0)];
    for (const [part, value] of colours.entries()) {
      pixels[at * 3 + part] = Math.max(0, Math.min(255, value));
    }
  }
  const raw = `${path}.rgb`;
  await writeFile(raw, pixels);
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${edge}x${edge}`, '-i', raw];
  const output = ['-frames:v', '1', '-q:v', '3', path];
  await promisify(execFile)(ffmpeg.path, ['-hide_banner', '-nostdin', '-y', ...input, ...output]);
  await rm(raw);
}

/** A grey picture about zero, row by row: grids of chance, each twice as fine as the one before. */
function makeDetail(seed: number): Float32Array {
  const chance = createChance(seed);
  const picture = new Float32Array(edge * edge);
  let share = 1;
  for (let cells = 2; cells <= edge / 2; cells *= 2) {
    const grid = new Float32Array((cells + 1) ** 2).map(() => share * (chance() - 0.5));
    addGrid(picture, grid, cells);
    share *= falloff;
  }
  return picture;
}

/** Adds a grid drawn over the whole picture, straight from one of its points to the next. */
function addGrid(picture: Float32Array, grid: Float32Array, cells: number) {
  const at = (row: number, column: number) => grid[row * (cells + 1) + column] ?? 0;
  for (let y = 0; y < edge; y += 1) {
    const row = Math.floor((y * cells) / edge);
    const down = (y * cells) / edge - row;
    for (let x = 0; x < edge; x += 1) {
      const column = Math.floor((x * cells) / edge);
      const right = (x * cells) / edge - column;
      const above = at(row, column) * (1 - right) + at(row, column + 1) * right;
      const below = at(row + 1, column) * (1 - right) + at(row + 1, column + 1) * right;
      const place = y * edge + x;
      picture[place] = (picture[place] ?? 0) + above * (1 - down) + below * down;
    }
  }
}
