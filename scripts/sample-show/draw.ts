/** A square picture as SVG, `size` pixels wide. */
export interface Picture {
  svg: string;
  size: number;
}

interface Palette {
  paper: string;
  ink: string;
  /** A colour for each of the two who speak. */
  voices: [string, string];
  /** Behind what is being said now. */
  now: string;
}

const colours: Palette = {
  paper: '#f6f1e7',
  ink: '#1d2b36',
  voices: ['#1f5f7a', '#c2552d'],
  now: '#f0ddc8',
};

const quiet: Palette = {
  paper: '#eef0ef',
  ink: '#2b3a42',
  voices: ['#44606d', '#7e98a2'],
  now: '#dde4e5',
};

/** What somebody says in one go: the sound from top to bottom, and how far each line of text runs; 0–1. */
interface Turn {
  voice: 0 | 1;
  sound: number[];
  lines: number[];
}

const turns: Turn[] = [
  { voice: 0, sound: [0.3, 0.62, 0.86, 0.5, 0.95, 0.7, 0.42, 0.2], lines: [0.94, 1, 0.5] },
  {
    voice: 1,
    sound: [0.26, 0.55, 0.9, 0.66, 1, 0.58, 0.8, 0.94, 0.48, 0.22],
    lines: [0.97, 0.89, 1, 0.4],
  },
  { voice: 0, sound: [0.3, 0.78, 0.52, 0.92, 0.36], lines: [0.92, 0.68] },
];

const pitch = 178;
const width = 1060;
const left = 270;
const right = 3000 - left - width;

/** Two columns under one title: the sound runs down the left, its words beside it on the right. */
export function showCover(): Picture {
  const serif = `font-family="Vollkorn, Charter, 'Iowan Old Style', Georgia, serif"`;
  const side = (x: number) =>
    `<text x="${x}" y="770" ${serif} font-size="630" font-weight="700" textLength="${width - 10}" lengthAdjust="spacingAndGlyphs">Side</text>`;
  const by = `<text x="1496" y="764" ${serif} font-size="265" font-style="italic" text-anchor="middle">by</text>`;
  return picture(3000, side(left) + by + side(right) + columns(turns, 1110, colours), colours);
}

/** The same without words, for a show that has no cover of its own yet. */
export function plainCover(): Picture {
  const longer = turns.map(({ voice, sound, lines }) => ({
    voice,
    sound: [...sound.slice(0, 3), 0.74, 0.4, 0.6, ...sound.slice(3)],
    lines: [0.96, ...lines],
  }));
  return picture(3000, columns(longer, 450, quiet), quiet);
}

/** The sign of Alongside: one turn of the cover, each edge on the grid of a sixteen-pixel icon. */
export function sign(size: number, corner: number): Picture {
  const [blue, red] = colours.voices;
  const rows: [sound: number, line: number][] = [
    [2, 5],
    [4, 6],
    [6, 5],
    [4, 6],
    [2, 3],
  ];
  const drawn = rows.map(([sound, line], at) => {
    const fill = at === 2 ? red : blue;
    const middle = 2 + at * 3;
    return bar(4 - sound / 2, middle, sound, 2, fill, 0.5) + bar(9, middle, line, 2, fill, 0.5);
  });
  return picture(size, drawn.join(''), colours, { units: 16, corner });
}

/** The turns one below the other, and a band through the line that is being said. */
function columns(turns: Turn[], top: number, { voices, now }: Palette): string {
  const drawn: string[] = [];
  let y = top;
  for (const { voice, sound, lines } of turns) {
    const fill = voices[voice];
    if (voice === 1) {
      const middle = y + (lines.length > 4 ? 2 : 1) * pitch;
      drawn.push(`<rect y="${middle - pitch / 2}" width="3000" height="${pitch}" fill="${now}"/>`);
    }
    for (const [at, loudness] of sound.entries()) {
      const middle = y + ((at - 1) * pitch) / 3;
      drawn.push(bar(left + (width * (1 - loudness)) / 2, middle, width * loudness, 38, fill));
    }
    for (const [at, length] of lines.entries()) {
      drawn.push(bar(right, y + at * pitch, width * length, 92, fill));
    }
    y += (lines.length + 0.4) * pitch;
  }
  return drawn.join('');
}

function bar(
  x: number,
  middle: number,
  width: number,
  height: number,
  fill: string,
  corner = height / 2,
): string {
  const [left, top, length] = [x, middle - height / 2, width].map(Math.round);
  return `<rect x="${left}" y="${top}" width="${length}" height="${height}" rx="${corner}" fill="${fill}"/>`;
}

function picture(
  size: number,
  drawing: string,
  { paper, ink }: Palette,
  { units, corner } = { units: size, corner: 0 },
): Picture {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${units} ${units}" width="${size}" height="${size}" fill="${ink}">`;
  const sheet = `<rect width="${units}" height="${units}" rx="${corner}" fill="${paper}"/>`;
  // A picture without a name is nothing to those who cannot see it.
  return { svg: `${open}<title>Alongside</title>${sheet}${drawing}</svg>\n`, size };
}
