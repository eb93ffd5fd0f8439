import type { License, Location } from '../episode/show.ts';
import type { XmlElement } from '../markup/read-xml.ts';
import { webAddressIn } from './address.ts';
import { attribute, first, oneLine } from './elements.ts';

/** `podcast:license` of a channel or an item. */
export function readLicense(element: XmlElement, base: string): License | null {
  const found = first(element, 'podcast:license');
  const name = oneLine(found?.text ?? null, 128);
  return name === null ? null : { name, url: webAddressIn(base, attribute(found, 'url')) };
}

/** `podcast:location` of a channel or an item; an address on a map that is none is left out. */
export function readLocation(element: XmlElement): Location | null {
  const found = first(element, 'podcast:location');
  const name = oneLine(found?.text ?? null, 128);
  if (name === null) return null;
  const fitting = (key: string, form: RegExp) => {
    const value = attribute(found, key);
    return value !== null && form.test(value) ? value : null;
  };
  return {
    name,
    geo: fitting('geo', /^geo:-?[\d.]+,-?[\d.]+/),
    osm: fitting('osm', /^[NWR]\d+/),
  };
}

/** `yes`, `true` and the older `explicit` against `no`, `false` and `clean`; null for neither. */
export function readExplicit(text: string | null): boolean | null {
  if (/^(?:yes|true|explicit)$/i.test(text ?? '')) return true;
  return /^(?:no|false|clean)$/i.test(text ?? '') ? false : null;
}

export function isYes(text: string | null): boolean {
  return /^(?:yes|true)$/i.test(text ?? '');
}

/** A language tag as show and episodes take it: `en_US` is `en-US`. */
export function readLanguage(text: string | null): string | null {
  const tag = (text ?? '').trim().replaceAll('_', '-');
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? null;
    return canonical !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(canonical)
      ? canonical
      : null;
  } catch {
    return null;
  }
}
