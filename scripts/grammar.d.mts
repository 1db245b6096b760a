/** A plugin of the shape that Rolldown and Vite share. */
interface GrammarPlugin {
  name: string;
  resolveId(id: string): string | null;
  load(id: string): string | null;
}

export function grammarPlugin(folder: string): GrammarPlugin;
