import { kindOf } from './content-kind.ts';

export interface PictureFacts {
  kind: 'JPEG' | 'PNG';
  /** Pixels. */
  width: number;
  height: number;
  colours: 'RGB' | 'grey' | 'CMYK';
  alpha: boolean;
}

/** What a picture's headers say of it; null for anything but JPEG and PNG. */
export function readPicture(bytes: Uint8Array): PictureFacts | null {
  const kind = kindOf(bytes);
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'PNG') return readPng(data);
  return kind === 'JPEG' ? readJpeg(data) : null;
}

/** PNG, 11.2.2: IHDR comes first; a tRNS chunk before the picture's data makes colours transparent. */
function readPng(data: Buffer): PictureFacts | null {
  if (data.length < 29 || data.toString('latin1', 12, 16) !== 'IHDR') return null;
  const colourType = data[25]!;
  let alpha = colourType === 4 || colourType === 6;
  for (let at = 8; at + 8 <= data.length; at += 12 + data.readUInt32BE(at)) {
    const chunk = data.toString('latin1', at + 4, at + 8);
    if (chunk === 'tRNS') alpha = true;
    if (chunk === 'IDAT') break;
  }
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  return { kind: 'PNG', width, height, colours: colourType % 4 === 0 ? 'grey' : 'RGB', alpha };
}

/** ITU-T T.81, B.1.1.4: segments with their lengths, up to the frame header SOF, which counts the colours. */
function readJpeg(data: Buffer): PictureFacts | null {
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return null;
    const marker = data[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [data.readUInt16BE(at + 5), data.readUInt16BE(at + 7)];
      const components = data[at + 9];
      const colours = components === 4 ? 'CMYK' : components === 1 ? 'grey' : 'RGB';
      return { kind: 'JPEG', width, height, colours, alpha: false };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
