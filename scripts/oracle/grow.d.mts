export function grow(random: () => number, size?: number): string;
