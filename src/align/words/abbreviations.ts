/**
 * What is written short and said otherwise, in English; in small letters, without the full stop at its end.
 * What is said as it is written or letter by letter (`Inc.`, `a.m.`) is not among them.
 */
const abbreviations: Record<string, string[]> = {
  '&': ['and'],
  '+': ['plus'],
  '=': ['equals', 'is', 'equal to'],
  '@': ['at'],
  '%': ['percent'],
  $: ['dollars', 'dollar'],
  '€': ['euros', 'euro'],
  '£': ['pounds', 'pound'],
  '¥': ['yen'],
  '.net': ['dot net'],
  '24/7': ['twenty four seven'],
  'a+': ['a. plus'],
  'at&t': ['a. t. and t.'],
  'b/c': ['because'],
  'c#': ['c. sharp'],
  'c++': ['c. plus plus', 'c. plus'],
  'e.g': ['e. g.', 'for example', 'for instance'],
  'f#': ['f. sharp'],
  'i.e': ['i. e.', 'that is'],
  'w/': ['with'],
  'w/o': ['without'],
  approx: ['approximately', 'approx'],
  apr: ['april'],
  aug: ['august'],
  ave: ['avenue'],
  blvd: ['boulevard'],
  capt: ['captain'],
  cf: ['compare', 'c. f.'],
  dec: ['december', 'deck'],
  dept: ['department'],
  dr: ['doctor', 'drive'],
  eg: ['e. g.', 'for example'],
  etc: ['etcetera', 'et cetera', 'e. t. c.'],
  feb: ['february'],
  ft: ['feet', 'foot', 'featuring'],
  govt: ['government'],
  hon: ['honourable', 'honorable', 'hon'],
  hwy: ['highway'],
  ie: ['i. e.', 'that is'],
  jan: ['january', 'jan'],
  jr: ['junior'],
  k8s: ['kubernetes', 'k. eights', 'kates'],
  lt: ['lieutenant', 'l. t.'],
  ltd: ['limited', 'l. t. d.'],
  mr: ['mister'],
  mrs: ['missus'],
  ms: ['ms.', 'm. s.', 'milliseconds'],
  mt: ['mount', 'm. t.'],
  mx: ['mix', 'm. x.'],
  nov: ['november'],
  oct: ['october'],
  ok: ['okay'],
  oz: ['ounces', 'ounce', 'oz'],
  pp: ['pages', 'p. p.'],
  prof: ['professor', 'prof'],
  rev: ['reverend', 'rev'],
  sept: ['september'],
  sgt: ['sergeant'],
  sr: ['senior'],
  st: ['saint', 'street'],
  vol: ['volume', 'vol'],
  vs: ['versus', 'v. s.', 'verses'],
};

/** What these mean only with their full stop; without it they are words. */
const stopped: Record<string, string[]> = {
  co: ['company', 'co'],
  corp: ['corporation', 'corp'],
  fig: ['figure', 'fig'],
  gen: ['general', 'gen'],
  inc: ['incorporated', 'inc'],
  no: ['no', 'number'],
  sen: ['senator', 'sen'],
  rep: ['representative', 'rep'],
};

/**
 * What a short form stands for, likeliest first; none where it is not one.
 *
 * @param written in small letters
 */
export function expand(written: string): string[][] {
  const short = written.endsWith('.') ? written.slice(0, -1) : written;
  const table = short === written || Object.hasOwn(abbreviations, short) ? abbreviations : stopped;
  const forms = Object.hasOwn(table, short) ? table[short]! : [];
  return forms.map((form) => form.split(' '));
}
