import fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { createRendered } from '../../src/http/rendered.ts';

const show = { title: 'Kept' };
let generation = 1;
let episode = { title: 'First' };
let rendered: string[] = [];
const app = fastify();
const send = createRendered(() => generation);
app.get('/page', (request, reply) =>
  send(request, reply, {
    ...{ key: 'page', of: [show, episode], type: 'text/plain' },
    render() {
      rendered.push('page');
      return `${show.title} ${episode.title}`;
    },
  }),
);
app.get('/list', (request, reply) =>
  send(request, reply, {
    ...{ key: 'list', type: 'text/plain' },
    render() {
      rendered.push('list');
      return `list ${generation}`;
    },
  }),
);
afterAll(() => app.close());

const get = async (path: string) => (await app.inject(path)).body;

test('an answer is made once, and again only when what it is made of is another', async () => {
  expect([await get('/page'), await get('/page')]).toEqual(['Kept First', 'Kept First']);
  generation += 1;
  expect(await get('/page')).toBe('Kept First');
  expect(rendered).toEqual(['page']);
  episode = { title: 'Second' };
  expect(await get('/page')).toBe('Kept Second');
  expect(rendered).toEqual(['page', 'page']);
});

test('an answer in which there may be anything is made anew with everything that changes', async () => {
  expect([await get('/list'), await get('/list')]).toEqual(['list 2', 'list 2']);
  generation += 1;
  expect(await get('/list')).toBe('list 3');
});

test('what many ask for at the same time is made once', async () => {
  rendered = [];
  episode = { title: 'Third' };
  const all = await Promise.all(Array.from({ length: 20 }, () => get('/page')));
  expect(new Set(all)).toEqual(new Set(['Kept Third']));
  expect(rendered).toEqual(['page']);
});
