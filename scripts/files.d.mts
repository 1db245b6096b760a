export function layFiles(
  folder: string,
  files: Iterable<readonly [path: string, text: string]>,
  mode?: number,
): void;
