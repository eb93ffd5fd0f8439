import { expect, it } from 'vitest';
import { printTranscript } from '../../scripts/sample-show/print-transcript.ts';
import { readScript } from '../../scripts/sample-show/read-script.ts';

const text = `---
title: Two lines
transcript: transcript.txt
speakers:
  A: { name: Ada Brook, voice: slt }
  B: { name: Ben Hale, voice: rms }
---
== A beginning
A: How far
is it?

B: Not far.

Not far at all.

(room 2)
`;

it('reads chapters, turns, paragraphs, breaths and the room', () => {
  const { title, breaths } = readScript(text);
  expect(title).toBe('Two lines');
  expect(breaths).toEqual([
    { label: 'A', text: 'How far', opens: 'chapter', chapter: 'A beginning', room: 0 },
    { label: 'A', text: 'is it?', opens: null, chapter: null, room: 0 },
    { label: 'B', text: 'Not far.', opens: 'turn', chapter: null, room: 0 },
    { label: 'B', text: 'Not far at all.', opens: 'paragraph', chapter: null, room: 0 },
    { label: 'B', text: '(room 2)', opens: 'paragraph', chapter: null, room: 2 },
  ]);
});

it('prints a typed transcript with a label at each turn and paragraphs between blank lines', () => {
  const script = readScript(text);
  const heard = script.breaths.map((breath, at) => ({ ...breath, start: at, end: at + 0.5 }));
  expect(printTranscript(script, heard)).toBe(
    'A: How far is it?\n\nB: Not far.\n\nNot far at all.\n',
  );
});

it('prints a cue with a voice for each breath', () => {
  const script = { ...readScript(text), transcript: 'transcript.vtt' };
  const heard = script.breaths.map((breath, at) => ({ ...breath, start: at, end: at + 0.5 }));
  const [head, first] = printTranscript(script, heard).split('\n\n');
  expect(head).toBe('WEBVTT');
  expect(first).toBe('00:00:00.000 --> 00:00:00.500\n<v Ada Brook>How far</v>');
});
