export function pick<T>(random: () => number, from: readonly T[]): T;
export function pick(random: () => number, from: number): number;
export function mutate(text: string, random: () => number): { text: string; what: string };
