import { calibrate } from './fit/calibrate.ts';
import { fitWords } from './fit/fit-words.ts';
import { scoreRests } from './fit/rest-scores.ts';
import { joinSpans } from './fit/spans.ts';
import type { Fitted } from './fit/trace-back.ts';
import type { AcousticModel } from './model/read-model.ts';
import { openSenones } from './model/senones.ts';
import type { Script } from './script/script.ts';
import type { Heard } from './sound/listen.ts';
import { type Norm, normalise } from './sound/normalise.ts';
import { beyondChance, joinWords, leastBeyondChance } from './spot/beyond-chance.ts';
import { chainHits, usualCosts } from './spot/chain.ts';
import { codesOf } from './spot/codes.ts';
import { framesPerStep, gatherEvidence } from './spot/evidence.ts';
import { gainFromMarks } from './spot/marks.ts';
import { placeUnits } from './spot/place-units.ts';
import { searchUnits } from './spot/search.ts';

/** Where a script's words are in a recording. */
export interface Found {
  /** Of each word; null where it is not spoken. Frames. */
  words: (Fitted | null)[];
  /** Whether the script fits in its own order so much better than in others that it must be the recording's. */
  belongs: boolean;
  /** What was learnt of the recording on the way; null where the script is not the recording's. */
  learnt: Learnt | null;
}

export interface Learnt extends Norm {
  /** How much each phone scores too well or too badly. */
  bias: Float32Array;
  /** What a frame of something unwritten costs. */
  straying: number;
}

/** What a stage takes of the whole, about. */
const share = { evidence: 0.25, search: 0.2, fit: 0.55 } as const;

/**
 * Finds a script's words in a recording: first where each unit may be, anywhere in it, by phones heard every
 * 30 ms; then the chain of these places that is worth most; then, if its order is more than chance, the words
 * inside it to 10 ms.
 *
 * @param heard changed on the way: its cepstra are brought to what the model knows
 * @param active 1 for each frame in which something is heard
 * @param byItself phones without regard to their neighbours: for languages the model was not trained on
 * @param onStage told how far all is, 0–1; may throw to stop it
 */
export function findWords(
  heard: Heard,
  active: Uint8Array,
  script: Script,
  model: AcousticModel,
  byItself: boolean,
  onStage: (share: number) => void,
): Found {
  const norm = normalise(heard, model);
  const scores = openSenones(model, heard);
  const steps = Math.ceil(heard.frames / framesPerStep);
  const evidence = gatherEvidence(model, scores, active, (step) =>
    onStage((share.evidence * step) / steps),
  );
  const wordCodes = script.units.map(({ from, to }) =>
    script.words
      .slice(from, to)
      .map(({ pronunciations }) => codesOf(pronunciations[0] ?? [], model.phones)),
  );
  const codes = joinWords(wordCodes);
  const search = searchUnits(evidence, codes, (done) =>
    onStage(share.evidence + (share.search * done) / codes.length),
  );
  const fromMarks = gainFromMarks(script, search.lengths);
  const chain = chainHits(search.hits, search.lengths, search.activeBefore, {
    gain: (hit) => hit.score - 0.5 * Math.max(0, search.chances[hit.unit]!) + fromMarks(hit),
    ...usualCosts,
  });
  const words = new Array<Fitted | null>(script.words.length).fill(null);
  const deviations = beyondChance(search, evidence, wordCodes);
  const belongs = deviations >= leastBeyondChance(script.units.length);
  if (!belongs) return { words, belongs, learnt: null };
  scores.penalise(evidence.bias);
  const restScores = byItself ? scoreRests(heard.energies) : null;
  const fitting = { script, model, scores, byItself, restScores };
  const straying = calibrate(chain, search.lengths, heard.frames, fitting);
  const spans = joinSpans(placeUnits(chain, search, steps), heard.frames);
  let spokenUntil = 0;
  for (const [at, { frames, units }] of spans.entries()) {
    // Two spans may reach for the same frames; what the first has spoken is spoken.
    const left = { from: Math.min(frames.to, Math.max(frames.from, spokenUntil)), to: frames.to };
    const fit = fitWords({ frames: left, units }, { ...fitting, straying });
    for (const [place, index] of fit?.indexes.entries() ?? []) {
      const word = fit?.words[place] ?? null;
      words[index] = word;
      if (word) spokenUntil = Math.max(spokenUntil, word.end);
    }
    onStage(share.evidence + share.search + (share.fit * (at + 1)) / spans.length);
  }
  return { words, belongs, learnt: { ...norm, bias: evidence.bias, straying } };
}
