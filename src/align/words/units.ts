/** Units as they are written, with their capitals, and what several of them are called. */
const units: Record<string, string> = {
  ...{ KB: 'kilobytes', kB: 'kilobytes', MB: 'megabytes', GB: 'gigabytes', TB: 'terabytes' },
  ...{ PB: 'petabytes', EB: 'exabytes' },
  ...{ Kbps: 'kilobits per second', Mbps: 'megabits per second', Gbps: 'gigabits per second' },
  ...{ Hz: 'hertz', kHz: 'kilohertz', MHz: 'megahertz', GHz: 'gigahertz' },
  ...{ mm: 'millimeters', cm: 'centimeters', m: 'meters', km: 'kilometers' },
  ...{ ft: 'feet', mi: 'miles', mph: 'miles per hour', px: 'pixels' },
  ...{ kmh: 'kilometers per hour', 'km/h': 'kilometers per hour' },
  ...{ mg: 'milligrams', g: 'grams', kg: 'kilograms', kgs: 'kilograms' },
  ...{ lb: 'pounds', lbs: 'pounds', oz: 'ounces' },
  ...{ ms: 'milliseconds', s: 'seconds', sec: 'seconds', secs: 'seconds' },
  ...{ min: 'minutes', mins: 'minutes', h: 'hours', hr: 'hours', hrs: 'hours' },
  ...{ W: 'watts', kW: 'kilowatts', MW: 'megawatts', kWh: 'kilowatt hours', V: 'volts' },
  ...{ dB: 'decibels', '%': 'percent', x: 'times', '×': 'times' },
  ...{ '°': 'degrees', '°C': 'degrees celsius', '°F': 'degrees fahrenheit' },
};

/** What stands for a thousand and more: `5k`, `$3bn`. */
const multiples: Record<string, string> = {
  ...{ k: 'thousand', K: 'thousand', m: 'million', M: 'million', mn: 'million' },
  ...{ b: 'billion', B: 'billion', bn: 'billion', t: 'trillion', T: 'trillion', tn: 'trillion' },
};

/** Currencies by their signs: several of them, and of their hundredth parts. */
const currencies: Record<string, [several: string, parts: string]> = {
  $: ['dollars', 'cents'],
  '€': ['euros', 'cents'],
  '£': ['pounds', 'pence'],
  '¥': ['yen', 'sen'],
  '₹': ['rupees', 'paise'],
  '¢': ['cents', 'cents'],
};

/**
 * What a unit after a number is called, likeliest first; none where it is not one. One is a kilogram, as are
 * six before what they belong to: a six kilogram stone.
 */
export function unitNames(unit: string, isOne: boolean): string[][] {
  if (Object.hasOwn(units, unit)) {
    const [several, one] = [units[unit]!, singular(units[unit]!)];
    const names = isOne ? [one, several] : [several, one];
    return [...new Set(names)].map((name) => name.split(' '));
  }
  return multipleName(unit).map((name) => [name]);
}

/** What a number is multiplied by, `bn` as billion, if by anything. */
export function multipleName(letters: string): string[] {
  return Object.hasOwn(multiples, letters) ? [multiples[letters]!] : [];
}

/** How a currency and its hundredth part are called. */
export function currencyNames(sign: string, isOne: boolean): { unit: string; part: string } {
  const [several, part] = currencies[sign] ?? currencies.$!;
  return { unit: isOne ? singular(several) : several, part };
}

/** `kilobits per second`: the first word is the unit. */
function singular(several: string): string {
  return several.replace(/^feet/, 'foot').replace(/^(\w+[^z])s(?=$| )/, '$1');
}
