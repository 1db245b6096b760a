/**
 * The names that every expression can use: what Nix puts around it when no experimental feature is
 * turned on (its primops, the constants in EvalState::createBaseEnv, and `derivation`).
 */

const plain = `
  abort baseNameOf break builtins derivation derivationStrict dirOf false fetchGit
  fetchMercurial fetchTarball fromTOML import isNull map null placeholder removeAttrs
  scopedImport throw toString true
`;

/** The rest of `builtins` is there under names with two underscores. */
const underscored = `
  add addDrvOutputDependencies addErrorContext all any appendContext attrNames attrValues
  bitAnd bitOr bitXor catAttrs ceil compareVersions concatLists concatMap concatStringsSep
  convertHash currentSystem currentTime deepSeq div elem elemAt fetchurl filter filterSource
  findFile floor foldl' fromJSON functionArgs genList genericClosure getAttr getContext getEnv
  groupBy hasAttr hasContext hashFile hashString head intersectAttrs isAttrs isBool isFloat
  isFunction isInt isList isPath isString langVersion length lessThan listToAttrs mapAttrs
  match mul nixPath nixVersion parseDrvName partition path pathExists readDir readFile
  readFileType replaceStrings seq sort split splitVersion storeDir storePath stringLength sub
  substring tail toFile toJSON toPath toXML trace traceVerbose tryEval typeOf
  unsafeDiscardOutputDependency unsafeDiscardStringContext unsafeGetAttrPos warn zipAttrsWith
`;

export const globals: ReadonlySet<string> = new Set([
  ...words(plain),
  ...words(underscored).map((name) => `__${name}`),
]);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
