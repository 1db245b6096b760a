/** Templates, compiled by `scripts/templates.mjs`: those of a plain run, and all the others. */
declare module '#templates' {
  export const templates: import('./repo/file.js').Templates;
}

declare module '#templates/more' {
  export const templates: import('./repo/file.js').Templates;
}
