declare module '#templates' {
  /** The precompiled templates, by their path below `templates/` without `.hbs`. */
  export const templates: Readonly<Record<string, TemplateSpecification>>;
}

declare module 'handlebars/runtime.js' {
  import type Handlebars from 'handlebars';

  /** The part of Handlebars that runs precompiled templates. */
  const runtime: Pick<typeof Handlebars, 'create' | 'template' | 'registerHelper'> & {
    create(): typeof Handlebars;
  };
  export default runtime;
}
