/** Where a triphone stands in its word. */
const positions = { inside: 0, first: 1, last: 2, alone: 3 } as const;

export interface Definition {
  phones: string[];
  /** Index of the phone for silence. */
  silence: number;
  senones: number;
  /** Three senones for each state sequence. */
  sequences: Uint16Array;
  /** The state sequence of each phone by itself. */
  alone: Uint16Array;
  /** [position in the word][phone][phone before][phone after] → state sequence. */
  triphones: Uint16Array;
  /** The phone whose Gaussians a senone weighs. */
  phoneOfSenone: Uint8Array;
}

/**
 * Reads a model definition in Sphinx's binary form: ten sizes, the phones' names, a tree that is not needed
 * here, twelve bytes a phone and triphone, and the state sequences they share.
 */
export function readDefinition(bytes: Buffer): Definition {
  if (bytes.toString('latin1', 0, 4) !== 'BMDF') throw new Error('mdef is not in its binary form.');
  let at = 12 + bytes.readInt32LE(8);
  const sizes = Array.from({ length: 10 }, (_, size) => bytes.readInt32LE(at + 4 * size));
  const [
    count = 0,
    entries = 0,
    ,
    ,
    senones = 0,
    ,
    sequenceCount = 0,
    ,
    treeNodes = 0,
    silence = 0,
  ] = sizes;
  at += 40;
  const phones = Array.from({ length: count }, () => {
    const end = bytes.indexOf(0, at);
    const name = bytes.toString('latin1', at, end);
    at = end + 1;
    return name;
  });
  at = Math.ceil(at / 4) * 4 + treeNodes * 8;
  const entryAt = at;
  at += entries * 12 + 4;
  const sequences = new Uint16Array(sequenceCount * 3);
  for (let index = 0; index < sequences.length; index += 1) {
    sequences[index] = bytes.readUInt16LE(at + 2 * index);
  }

  const alone = new Uint16Array(count);
  const known = new Map<number, number>();
  const phoneOfSenone = new Uint8Array(senones);
  for (let entry = 0; entry < entries; entry += 1) {
    const here = entryAt + entry * 12;
    const sequence = bytes.readInt32LE(here);
    const [position = 0, phone = 0, before = 0, after = 0] = bytes.subarray(here + 8, here + 12);
    if (entry < count) alone[entry] = sequence;
    else known.set(keyOf(count, position, phone, before, after), sequence);
    const base = entry < count ? entry : phone;
    for (let state = 0; state < 3; state += 1) {
      phoneOfSenone[sequences[sequence * 3 + state] ?? 0] = base;
    }
  }
  const triphones = fillIn(known, alone, silence);
  return { phones, silence, senones, sequences, alone, triphones, phoneOfSenone };
}

/**
 * Every context, so that nothing needs to be looked for later: one that training did not see takes the
 * phone elsewhere in a word, then beside silence, then by itself.
 */
function fillIn(known: Map<number, number>, alone: Uint16Array, silence: number): Uint16Array {
  const count = alone.length;
  const all = new Uint16Array(4 * count ** 3);
  for (let position = 0; position < 4; position += 1) {
    const order = [position, ...Object.values(positions).filter((other) => other !== position)];
    for (let phone = 0; phone < count; phone += 1) {
      for (let before = 0; before < count; before += 1) {
        for (let after = 0; after < count; after += 1) {
          const find = (where: number, left: number, right: number) =>
            known.get(keyOf(count, where, phone, left, right));
          let found: number | undefined;
          for (const where of order) found ??= find(where, before, after);
          found ??= find(position, silence, after) ?? find(position, before, silence);
          all[keyOf(count, position, phone, before, after)] = found ?? alone[phone] ?? 0;
        }
      }
    }
  }
  return all;
}

function keyOf(count: number, position: number, phone: number, before: number, after: number) {
  return ((position * count + phone) * count + before) * count + after;
}
