/** A plugin of the shape that Rolldown and Vite share. */
interface MadeModule {
  name: string;
  resolveId(id: string): string | null;
  load(id: string): string | null | Promise<string | null>;
}

export const madeModules: MadeModule[];
