# For parse.test.ts: imports every file in `folder` that its files.json lists, which parses it and
# looks up every name in it, then calls it with stand-ins for a module's arguments and lists what it
# sets. A value is looked at only as far as it is a set of others.
folder:
let
  inherit (builtins)
    all
    attrNames
    concatMap
    functionArgs
    intersectAttrs
    isAttrs
    isFunction
    listToAttrs
    tryEval
    typeOf
    ;

  # Whatever it is taken for: a package, a text, a function of any number of arguments, a set that
  # has every word of the file as a name, each of which is such a thing again.
  thing =
    words:
    let
      self =
        listToAttrs (
          map (name: {
            inherit name;
            value = self;
          }) words
        )
        // {
          type = "derivation";
          name = "thing";
          outPath = "/thing";
          __functor = _self: _argument: self;
        };
    in
    self;

  # Functions whose value is looked into.
  transparent = {
    inherit (builtins) mapAttrs;
    mkDefault = value: value;
    mkForce = value: value;
    mkIf = _condition: value: value;
  };

  arguments = words: {
    config = thing words;
    inputs = thing words;
    lib = thing words // transparent;
    modulesPath = "/modules";
    osConfig = thing words;
    pkgs = thing words;
  };

  isSet = value: isAttrs value && value != { } && value.type or "" != "derivation";

  # a placeholder throws where it is asked for the disks
  below =
    path: value:
    if (tryEval (isSet value)).value then
      concatMap (name: below (path ++ [ name ]) value.${name}) (attrNames value)
    else
      [ path ];
in
map (
  { file, words }:
  let
    value = import (folder + "/${file}");
    given = arguments words;
    # what is called with anything else is no module
    isModule = isFunction value && all (name: given ? ${name}) (attrNames (functionArgs value));
    module = if isModule then value (intersectAttrs (functionArgs value) given) else value;
  in
  {
    type = typeOf value;
    # a flake's outputs are no options
    sets = if isFunction module || module ? outputs then [ ] else below [ ] module;
  }
) (builtins.fromJSON (builtins.readFile (folder + "/files.json")))
