import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPerson } from '../../src/episode/people.ts';
import { describePicture } from '../../src/media/picture.ts';
import { layoutOf } from '../../src/store/layout.ts';
import { peopleFingerprint, readPeople } from '../../src/store/people.ts';

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-people-'));
});
beforeEach(() => rm(join(folder, 'people.yaml'), { force: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));
const read = async (yaml: string) => {
  await writeFile(join(folder, 'people.yaml'), yaml);
  return readPeople(layoutOf(folder), describePicture);
};

describe('people.yaml', () => {
  test('need not be there', async () => {
    const { people, problems } = await readPeople(layoutOf(folder), describePicture);
    expect([people.byName.size, problems]).toEqual([0, []]);
  });

  test('may have fields that nobody reads, and says which', async () => {
    const { people, problems } = await read('- name: Ruth Ansell\n  alias: R\n');
    expect(people.byName.size).toBe(1);
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining('mean “aliases”?') }]);
  });

  test('may have nothing in it but comments', async () => {
    expect((await read('# - name: Ruth Ansell\n')).people.byName.size).toBe(0);
  });

  test('has people with all there is to say of them, found by any of their names', async () => {
    const { people, problems } = await read(
      '- name: Ruth Ansell\n  aliases: [R, Ruth, 7]\n  role: Host\n  group: Cast\n  link: https://example.org/ruth\n  picture: https://example.org/ruth.jpg\n  bio: Makes radio.\n- name: Frank Moss\n  aliases: F\n  url: https://example.org/frank\n',
    );
    expect(problems).toEqual([]);
    for (const name of ['Ruth Ansell', 'ruth', 'R', '7']) {
      expect(findPerson(people, name)).toEqual({
        name: 'Ruth Ansell',
        aliases: ['R', 'Ruth', '7'],
        role: 'host',
        group: 'cast',
        url: 'https://example.org/ruth',
        picture: { url: 'https://example.org/ruth.jpg' },
        bio: 'Makes radio.',
      });
    }
    expect(findPerson(people, 'F')).toMatchObject({ role: null, url: 'https://example.org/frank' });
  });

  test('takes a picture beside it for what it is, by its bytes', async () => {
    await writeFile(join(folder, 'ruth.jpg'), pixel);
    const { people } = await read('- name: Ruth Ansell\n  picture: ruth.jpg\n');
    expect(findPerson(people, 'Ruth Ansell')?.picture).toMatchObject({
      file: 'ruth.jpg',
      type: 'image/png',
      width: 1,
      bytes: pixel.length,
    });
  });

  test('does without a picture that cannot be used, and says so with the line', async () => {
    await writeFile(join(folder, 'notes.jpg'), 'not a picture');
    const { people, problems } = await read(
      '- name: Ruth Ansell\n  picture: gone.jpg\n- name: Frank Moss\n  picture: notes.jpg\n',
    );
    expect(findPerson(people, 'Ruth Ansell')?.picture).toBeNull();
    expect(problems).toEqual([
      { line: 2, message: expect.stringContaining('gone.jpg was left out') },
      { line: 4, message: expect.stringContaining('notes.jpg was left out') },
    ]);
  });

  test('gives an alias of two people to neither, and names the lines', async () => {
    const { people, problems } = await read(
      '- name: Ruth Ansell\n  aliases:\n    - R\n    - Ann\n- name: Rita Hale\n  aliases: [r]\n- name: Ann\n',
    );
    expect(findPerson(people, 'R')).toBeNull();
    expect(findPerson(people, 'Ann')?.name).toBe('Ann');
    expect(problems).toEqual([
      {
        line: 3,
        message: '“R” fits several people (lines 3, 6), so it stands for none of them.',
      },
      { line: 4, message: '“Ann” fits several people (lines 4, 7), so it stands for Ann alone.' },
    ]);
  });

  test.each([
    ['a broken line', '- name: Ruth\n- name: [\n', 3],
    ['a field twice', '- name: Ruth\n  bio: One.\n  bio: Two.\n', 3],
    ['somebody without a name', '- name: Ruth\n- role: host\n', 2],
    ['an empty name', '- name: Ruth\n- name:\n', 2],
    ['an address that is none', '- name: Ruth\n  link: ftp://example.org\n', 2],
    ['a picture somewhere else on the disk', '- name: Ruth\n  picture: ../../etc/passwd\n', 2],
    ['something else than a list', '\nRuth: host\n', 2],
  ])('with %s is refused with its line', async (_what, yaml, line) => {
    await expect(read(yaml)).rejects.toMatchObject({
      code: 'show_invalid',
      facts: { file: 'people.yaml', line },
    });
  });

  test('may name thousands of people, and is refused where it is far larger', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, at) => `- name: Person ${at}\n  aliases: [P${at}]\n`,
    );
    const { people } = await read(many.join(''));
    expect(people.byName.size).toBe(10_000);
    await expect(read('# '.repeat(1_000_000))).rejects.toMatchObject({ code: 'show_invalid' });
  });

  test('with a hundred thousand fields is refused as quickly as it is read', async () => {
    const fields = Array.from({ length: 90_000 }, (_, at) => `k${at}: v`).join('\n');
    const began = performance.now();
    await expect(read(fields)).rejects.toMatchObject({ code: 'show_invalid' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('is another one when a picture beside it changes', async () => {
    const before = await peopleFingerprint(layoutOf(folder));
    await writeFile(join(folder, 'new.png'), pixel);
    expect(await peopleFingerprint(layoutOf(folder))).not.toBe(before);
  });
});
