import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AlongsideError, type ErrorCode } from '../episode/error.ts';

/**
 * YAML as a checked value. YAML 1.2 core only: no custom tags, no merge tricks, and few aliases, so that a
 * file cannot run or explode into anything.
 *
 * @param at what to call the file in messages, and the line its first line is in it
 * @throws AlongsideError with `at.code`, the file and the line
 */
export function readYaml<T extends z.ZodType>(
  source: string,
  schema: T,
  at: { code: ErrorCode; file: string; firstLine?: number },
): z.output<T> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineOf = (offset: number) => lines.linePos(offset).line + (at.firstLine ?? 1) - 1;
  const syntax = document.errors[0];
  if (syntax) {
    throw new AlongsideError(
      at.code,
      syntax.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? 'The YAML cannot be read.',
      {
        file: at.file,
        line: lineOf(syntax.pos[0]),
        remedy: 'Correct that line and save the file.',
      },
      syntax,
    );
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  const node = document.getIn(path, true) as { range?: [number] } | undefined;
  const problem = node === undefined ? 'is missing' : (issue?.message ?? 'is not right');
  throw new AlongsideError(
    at.code,
    `${path.join('.') || 'The file'} ${problem}.`,
    {
      file: at.file,
      line: node?.range ? lineOf(node.range[0]) : undefined,
      remedy: 'Correct that line and save the file.',
    },
    parsed.error,
  );
}
