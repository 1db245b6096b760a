export function accepted(nix: string, texts: readonly (string | Uint8Array)[]): Promise<boolean[]>;
