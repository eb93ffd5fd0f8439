import { type SentPart, sendPart } from './send-part.ts';
import { createTurns } from './turns.ts';

const inTurn = createTurns();
const sections = [...document.querySelectorAll<HTMLElement>('section[data-part]')];
const parts: SentPart[] = [];

// The recording comes first, so what comes after it can wait until it is there.
for (const section of sections) {
  const before = [...parts];
  const first = async () => {
    for (const part of before) await part.settled();
  };
  parts.push(sendPart(section, inTurn, first));
  section.hidden = false;
}
