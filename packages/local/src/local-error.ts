/** What the person at the terminal can mend: its message is one whole sentence, shown without a stack. */
export class LocalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalError';
  }
}

/** Words a file system's refusal; anything else is a bug and comes back unchanged. */
export function describeFileFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new LocalError(`The disk that holds ${path} is full: free some space and start again.`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new LocalError(`Vinculo may not write to ${path}: make the folder writable and start again.`, {
        cause: error,
      });
    case 'ENOTDIR':
    case 'EEXIST':
      return new LocalError(`${path} must be a folder, but a file is in its place.`, { cause: error });
    default:
      return error;
  }
}
