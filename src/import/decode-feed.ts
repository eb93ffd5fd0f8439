import iconv from 'iconv-lite';

/**
 * A feed's bytes as text. A byte order mark is believed first. What is UTF-8 throughout is read as that,
 * whatever it is said to be, since other encodings hardly look like it by chance; all else as the XML
 * declaration says, then as the server says (RFC 7303 has it the other way round, but it is servers that
 * know least of their files), then as windows-1252.
 *
 * @param contentType the header as the server sent it
 * @returns the text from its first `<` on
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const text = iconv.decode(Buffer.from(bytes), encodingOf(bytes, contentType));
  const start = text.indexOf('<');
  return start === -1 ? text : text.slice(start);
}

function encodingOf(bytes: Uint8Array, contentType: string | null): string {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if ((one === 0xff && two === 0xfe) || (one === 0x3c && two === 0)) return 'utf-16le';
  if ((one === 0xfe && two === 0xff) || (one === 0 && two === 0x3c)) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  const declared = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  const sent = /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const candidates = [declared, sent].filter((name) => name !== undefined);
  // Its letters are ASCII: it would pass for UTF-8.
  const japanese = candidates.find((name) => /^iso-2022-jp/i.test(name));
  if (japanese !== undefined && iconv.encodingExists(japanese)) return japanese;
  if (isUtf8(bytes)) return 'utf-8';
  const usable = candidates.find(
    (name) => !/^utf-?(?:8|16)/i.test(name) && iconv.encodingExists(name),
  );
  if (usable === undefined) return mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
  // Files that are called by the one name use the other's quotation marks and dashes.
  return /^(?:iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(usable) ? 'windows-1252' : usable;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether a few bytes are wrong in what is UTF-8 otherwise: a title cut in the middle of a letter. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  let [beyondAscii, wrong] = [0, 0];
  for (const character of text) {
    if (character === '\uFFFD') wrong += 1;
    else if (character > '\x7f') beyondAscii += 1;
  }
  return beyondAscii > 10 * wrong;
}
