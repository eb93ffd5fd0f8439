import { type Command, Option } from 'commander';
import { fromCaller } from '../config.ts';
import type { Details } from '../store/details.ts';
import { speakerOption } from './speaker-option.ts';

/** What a command can say about an episode. */
export interface DetailFlags {
  title?: string;
  date?: string;
  speaker: Record<string, string>;
  tag: string[];
  notes?: string;
  language?: string;
  draft?: boolean;
}

/** Adds the options to a command; those not given say nothing. */
export function detailFlags(command: Command): Command {
  return command
    .option('--title <title>', 'else from --notes, the recording’s tags or its name')
    .option(
      '--date <date>',
      'when it becomes public, as 2026-11-22 or with a time; else from tags, or now',
    )
    .addOption(
      speakerOption().default(
        {},
        'whom episode.md, people.yaml or the opening names, else the labels as they are',
      ),
    )
    .addOption(
      new Option('--tag <tag>', 'may be repeated')
        .argParser((tag: string, tags: string[]) => [...tags, tag])
        .default([], 'none'),
    )
    .option(
      '--notes <file>',
      'show notes in Markdown, with fields above them as in episode.md',
      fromCaller,
    )
    .option('--language <tag>', 'en, de, pt-BR …; else the transcript’s, the tags’ or the show’s')
    .option('--draft', 'prepare it; only its secret link shows it')
    .option('--no-draft', 'make a draft public');
}

/** The same as fields of `episode.md`. */
export function fieldsOf({ title, date, language, speaker, tag, draft }: DetailFlags): Details {
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(speaker).length === 0 ? {} : { speakers: speaker }),
    ...(tag.length === 0 ? {} : { tags: tag }),
    ...(draft === undefined ? {} : { draft }),
  };
}
