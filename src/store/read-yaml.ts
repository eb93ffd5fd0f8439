import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { AlongsideError, type ErrorCode } from '../episode/error.ts';
import type { Problem } from '../episode/transcript.ts';
import { type UnknownField, unknownFields } from './unknown-fields.ts';

export interface YamlFile {
  code: ErrorCode;
  /** What to call it in messages. */
  file: string;
  /** The line its first line is in that file. */
  firstLine?: number;
  /** What a file without anything in it stands for; else a mapping without fields. */
  empty?: unknown;
}

/** The line of what stands at a path, or of the nearest thing around it. */
export type LineOf = (path: PropertyKey[]) => number | null;

/**
 * YAML as a checked value. YAML 1.2 core only: no custom tags, no merge tricks, and few aliases, so that a
 * file cannot run or explode into anything.
 *
 * @throws AlongsideError with `at.code`, the file and the line
 */
export function readYaml<T extends z.ZodType>(
  source: string,
  schema: T,
  at: YamlFile,
): z.output<T> {
  return readYamlWithLines(source, schema, at).value;
}

/** The same, a way to find the line of every value, and the fields that nobody reads. Throws as `readYaml` does. */
export function readYamlWithLines<T extends z.ZodType>(
  source: string,
  schema: T,
  at: YamlFile,
): { value: z.output<T>; lineOf: LineOf; problems: Problem[] } {
  const lines = new LineCounter();
  // The library compares each key with every other one.
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + (at.firstLine ?? 1) - 1;
  const remedy = 'Correct that line and save the file.';
  const syntax = document.errors[0] ?? keyTwice(document);
  if (syntax) {
    throw new AlongsideError(
      at.code,
      syntax.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? 'The YAML cannot be read.',
      { file: at.file, line: lineAt(syntax.pos[0]), remedy },
      syntax instanceof Error ? syntax : undefined,
    );
  }
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = offsetOf(document, path.slice(0, length));
      if (offset !== null) return lineAt(offset);
    }
    return null;
  };
  const content = contentOf(document, at);
  const lineOfKey = (path: PropertyKey[]) => {
    const offset = keyOffset(document, path);
    return offset === null ? lineOf(path) : lineAt(offset);
  };
  const parsed = schema.safeParse(withoutEmptyFields(content) ?? at.empty ?? {});
  const unknown = unknownFields(schema, content);
  if (parsed.success) {
    const problems = unknown.map((field) => ({
      line: lineOfKey(field.path),
      message: tell(field),
    }));
    return { value: parsed.data, lineOf, problems };
  }
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const isMissing = offsetOf(document, path) === null;
  const isMeant = (field: UnknownField) =>
    [...field.path.slice(0, -1), field.meant].join('.') === path.join('.');
  const misspelt = isMissing ? unknown.find(isMeant) : undefined;
  if (misspelt !== undefined) {
    const [written, meant] = [misspelt.path.at(-1), misspelt.meant].map(String);
    throw new AlongsideError(
      at.code,
      `There is no field “${written}”; did you mean “${meant}”, which is missing?`,
      { file: at.file, line: lineOfKey(misspelt.path) ?? undefined, remedy },
      parsed.error,
    );
  }
  const problem = isMissing ? 'is missing' : (issue?.message ?? 'is not right');
  throw new AlongsideError(
    at.code,
    `${path.map(String).join('.') || 'The file'} ${problem}.`,
    // What a whole file lacks has no line of its own.
    {
      file: at.file,
      line: (isMissing && path.length < 2 ? null : lineOf(path)) ?? undefined,
      remedy,
    },
    parsed.error,
  );
}

/** Throws as `readYaml` does where aliases (`*name`) would make much of little. */
function contentOf(document: Document, { code, file }: YamlFile): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (cause) {
    const remedy = 'Write out what stands behind the marks & and *, and save the file.';
    throw new AlongsideError(code, 'The YAML repeats itself too much.', { file, remedy }, cause);
  }
}

/** A field with nothing behind its colon is one that somebody is about to fill in: as if it were not there. */
function withoutEmptyFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyFields);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

function offsetOf(document: Document, path: PropertyKey[]): number | null {
  const node = document.getIn(path, true) as { range?: [number] } | undefined;
  return node?.range?.[0] ?? null;
}

function keyOffset(document: Document, path: PropertyKey[]): number | null {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) return null;
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
  return (pair?.key as { range?: [number] } | undefined)?.range?.[0] ?? null;
}

function tell({ path, meant }: UnknownField): string {
  const guess = meant === null ? '' : `; did you mean “${meant}”?`;
  return `There is no field “${String(path.at(-1))}”, so it was passed over${guess || '.'}`;
}

/** The first key that a mapping has twice. */
function keyTwice(document: Document): { message: string; pos: [number] } | null {
  let twice: { message: string; pos: [number] } | null = null;
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of isMap(map) ? map.items : []) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) {
          const range = (key as { range?: [number] }).range;
          twice = { message: 'Map keys must be unique', pos: [range?.[0] ?? 0] };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return twice;
}
