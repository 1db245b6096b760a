declare module '#templates' {
  /** A template, compiled: what it says of a view. Each value is written by one of the writers. */
  type Template = (view: object, write: typeof import('./repo/helpers.js').writers) => string;

  /** The templates by their path below `templates/`, without `.hbs`. */
  export const templates: Readonly<Record<string, Template>>;
}
