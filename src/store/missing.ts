/**
 * For `.catch()`: what is not there is `otherwise`; any other error (no permission, too many open files, a
 * disk that fails) goes on, for it says nothing about whether the file is there.
 */
export function ifMissing<T>(otherwise: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return otherwise;
    throw error;
  };
}
