import type { Decided } from '../store/decided.ts';
import type { Details } from '../store/details.ts';
import type { Part } from '../store/jobs.ts';
import type { Request } from './receive.ts';

/** What is known of the files that come. */
type Uploads = Partial<Record<Part, { name: string; sha256: string }>>;

/** Options given anew are noted beside what `episode.md` says now: see `Decided`. */
export function withOptions(
  decided: Decided,
  request: Request,
  uploads: Uploads,
  written: Details,
): Decided {
  const options = { ...decided.options };
  for (const field of request.forget ?? []) delete options[field];
  for (const [field, value] of Object.entries(request.options) as [keyof Details, unknown][]) {
    if (value === undefined) continue;
    // Labels are named one by one, so those named before stay.
    const before = field === 'speakers' ? options.speakers?.value : undefined;
    const all = isRecord(before) && isRecord(value) ? { ...before, ...value } : value;
    options[field] = { value: all, insteadOf: written[field] ?? null };
  }
  const { recording, transcript } = uploads;
  return {
    ...decided,
    options,
    ...(request.imported === undefined ? {} : { imported: request.imported }),
    normalize: request.normalize ?? decided.normalize,
    recordingName: recording?.name ?? decided.recordingName,
    transcriptName: transcript?.name ?? decided.transcriptName,
    ...(request.by &&
      transcript && { transcriptBy: { who: request.by, sha256: transcript.sha256 } }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
