/** `text` in lines of at most `columns` characters, broken between words. */
export function wrap(text: string, columns: number): string[] {
  if (text.length <= columns) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** Wraps prose. What is indented is a command or something's output, and stays as it is. */
export function wrapProse(lines: readonly string[], columns: number): readonly string[] {
  return lines.flatMap((line) => (line.startsWith(' ') ? [line] : wrap(line, columns)));
}
