/** The trees of texts that are asked for again and again: each text is parsed once. */
import { remembered } from './remembered.js';
import { parse } from './syntax/parse.js';

/** As `parse`, with the tree that was made before of the same text. */
export const parsed = remembered(parse);
