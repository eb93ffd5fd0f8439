/** What the server says is wrong, as it says it (RFC 9457, with a remedy). */
export interface Problem {
  code: string;
  title: string;
  line?: number;
  remedy: string;
}

/** The problem in the body of an answer; null where a proxy or nobody answered. */
export function readProblem(body: string): Problem | null {
  try {
    const { code, title, remedy, line } = JSON.parse(body) as Partial<Problem>;
    if (typeof code !== 'string' || typeof title !== 'string') return null;
    return { code, title, remedy: remedy ?? '', ...(typeof line === 'number' ? { line } : {}) };
  } catch {
    return null;
  }
}

/** As a person reads it. */
export function sentenceOf({ title, line, remedy }: Problem): string {
  return [line === undefined ? '' : `Line ${line}:`, title, remedy].filter(Boolean).join(' ');
}

/** Whether the file is at fault, so that the same one cannot do. */
export function isFaultOfFile({ code }: Problem): boolean {
  return /^(?:recording|transcript)_/.test(code);
}

/** Whether the link holds no longer, so that nothing can be tried again. */
export function isEndOfLink({ code }: Problem): boolean {
  return code === 'unauthorized';
}

export const unexpected: Problem = {
  code: 'server_failed',
  title: 'The server did not answer as it should.',
  remedy: 'Try again; what has been sent is kept.',
};
