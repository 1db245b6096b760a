declare const PACKAGE_VERSION: string;

/** The program's own version; the build puts package.json's in. */
export const version = PACKAGE_VERSION;
