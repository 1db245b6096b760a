/** The exit codes of the program; README.md lists them for scripts. */
export const exitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Something that ends the program with a message for its user instead of a stack trace. */
export class ProgramError extends Error {
  constructor(
    message: string,
    readonly code: ExitCode,
    /** Further lines: what to do about it. */
    readonly help: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Asked wrongly: an unknown flag, a bad value, an answer missing. Nothing has been done. */
export class UsageError extends ProgramError {
  constructor(message: string, help: readonly string[] = []) {
    super(message, exitCode.usage, help);
  }
}

/** The request was clear, but it could not be carried out. */
export class Failure extends ProgramError {
  constructor(message: string, help: readonly string[] = []) {
    super(message, exitCode.failed, help);
  }
}

/** Stopped by the user (Ctrl-C) or by a signal. */
export class Interrupted extends ProgramError {
  declare readonly code: 130 | 143;

  constructor(
    code: 130 | 143 = exitCode.interrupted,
    message = 'Stopped. Nothing has been written.',
  ) {
    super(message, code);
  }
}

/** The error code that Node gives a failed system call (`ENOENT`, `EACCES`, …), if it is one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
