/** A plugin of the shape that Rolldown and Vite share. */
interface TemplatesPlugin {
  name: string;
  resolveId(id: string): string | null;
  load(id: string): string | null;
}

export function templatesPlugin(folder: string): TemplatesPlugin;
export function templateFiles(folder: string): string[];
