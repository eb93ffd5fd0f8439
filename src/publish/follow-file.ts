const pace = 2000;

export interface Followed {
  /** Changes when the file does. */
  fingerprint(): Promise<string>;
  /** What it was when the file was read; null where the first look is to tell. */
  seen: string | null;
  /** Takes a change over. It deals with its own errors. */
  take(): Promise<void>;
}

/** Looks at a file every two seconds, and takes over what has changed in it. */
export function followFile({ fingerprint, seen: first, take }: Followed) {
  let seen = first;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    // What cannot be read now is looked at again in a moment.
    const mark = await fingerprint().catch(() => seen);
    const changed = seen !== null && mark !== seen;
    seen = mark;
    if (changed) await take();
    if (!stopped) timer = setTimeout(look, pace);
  };
  void look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
