/** What was made of texts, kept for who asks again; a large configuration is a fraction of this. */
const mostLetters = 8 * 1024 * 1024;

/** The function, which must depend on the text alone, made to do its work once for each text. */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  let letters = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    letters += text.length;
    if (letters > mostLetters) {
      known.clear();
      letters = text.length;
    }
    known.set(text, made);
    return made;
  };
}
