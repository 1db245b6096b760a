export function inBrackets(code: string, called: ReadonlySet<string>): string;
