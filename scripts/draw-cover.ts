// Draws the sample show's cover, the cover a new show begins with, and the icons.
//
//   apt install fonts-vollkorn
//   node scripts/build.mjs && node dist/scripts/draw-cover.js
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';
import { type Picture, plainCover, showCover, sign } from './sample-show/draw.ts';

const browser = await chromium.launch(await findChromium());
try {
  writeFileSync('episodes/cover.jpg', await print(showCover(), 'jpeg'));
  writeFileSync('public/default-cover.jpg', await print(plainCover(), 'jpeg'));
  for (const size of [180, 192, 512]) {
    writeFileSync(`public/icon-${size}.png`, await print(sign(size, 0), 'png'));
  }
  writeFileSync('public/favicon.svg', sign(32, 3).svg);
} finally {
  await browser.close();
}

async function print({ svg, size }: Picture, type: 'jpeg' | 'png'): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const bytes = await page.screenshot({ type, ...(type === 'jpeg' ? { quality: 90 } : {}) });
  await page.close();
  return type === 'jpeg' ? at72Dpi(bytes) : bytes;
}

/** Directories ask for 72 dots an inch, which a JFIF header says in its bytes 13 to 17; browsers leave it open. */
function at72Dpi(jpeg: Buffer): Buffer {
  jpeg.writeUInt8(1, 13);
  jpeg.writeUInt16BE(72, 14);
  jpeg.writeUInt16BE(72, 16);
  return jpeg;
}
