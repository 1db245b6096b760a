/** Commands as they are printed: a line that can be typed into a POSIX shell as it stands. */

/** A whole command line, each argument quoted where a shell would read it otherwise. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** `word` as a POSIX shell takes it. */
function shellWord(word: string): string {
  // a # begins a comment only where a word begins
  return /^[A-Za-z0-9_@%+=:,./-][A-Za-z0-9_@%+=:,./#-]*$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
