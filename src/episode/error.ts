/**
 * Everything that can go wrong for a reason someone can act on. The list is closed: `http` turns each
 * code into a status, the README explains each code, and a test holds both to this list.
 */
export const errorCodes = [
  'recording_empty',
  'recording_not_audio',
  'recording_is_playlist',
  'recording_unreadable',
  'recording_truncated',
  'transcript_empty',
  'transcript_not_text',
  'transcript_bad_encoding',
  'transcript_malformed',
  'transcript_form_unknown',
  'cover_unreadable',
  'details_invalid',
  'show_invalid',
  'slug_invalid',
  'slug_taken',
  'episode_not_found',
  'episode_removed',
  'job_not_found',
  'upload_not_found',
  'upload_incomplete',
  'upload_checksum',
  'unauthorized',
  'request_invalid',
  'not_found',
  'file_not_found',
  'setting_invalid',
  'server_unreachable',
  'server_failed',
  'ffmpeg_missing',
  'ffmpeg_failed',
  'ffmpeg_timeout',
  'align_failed',
  'disk_full',
  'cancelled',
  'guid_taken',
  'show_in_use',
  'feed_unreadable',
  'download_failed',
  'forbidden',
  'nothing_to_retry',
  'nothing_to_cancel',
  'too_many_attempts',
  'token_taken',
  'token_not_found',
  'invite_not_found',
  'backup_unreadable',
  'folder_read_only',
  'episode_damaged',
  'episode_being_made',
  'search_unavailable',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Where a problem lies and what to do about it. */
export interface ErrorFacts {
  /** The file as the person knows it: the name they gave, not our copy's. */
  file?: string | undefined;
  /** Line in that file, counted from 1. */
  line?: number | undefined;
  /** One sentence that says what to do. */
  remedy: string;
}

/** An error with a stable code, the facts and the cause. Its message is one plain sentence. */
export class AlongsideError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AlongsideError';
    this.code = code;
    this.facts = facts;
  }
}

/** Which of the files that were given is at fault, so that trying the same again cannot help; null for none. */
export function partAtFault(error: unknown): string | null {
  if (!(error instanceof AlongsideError)) return null;
  return /^(recording|transcript|cover|details)_/.exec(error.code)?.[1] ?? null;
}

export function faultOfFiles(error: unknown): boolean {
  return partAtFault(error) !== null;
}

/** The error as lines for a terminal: where, what, remedy. */
export function describeError(error: AlongsideError): string {
  const { file, line, remedy } = error.facts;
  const where = [file, line].filter((part) => part !== undefined).join(':');
  return `${where ? `${where}: ` : ''}${error.message}\n${remedy}`;
}
