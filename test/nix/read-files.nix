# For parse.test.ts: imports every file in `folder` that its files.json lists, which parses it and
# looks up every name in it, then calls it with stand-ins for a module's arguments and lists what it
# sets. A value is looked at only as far as it is a set of others.
folder:
let
  inherit (builtins)
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

  package = name: {
    inherit name;
    value = {
      type = "derivation";
      inherit name;
    };
  };

  standIns = words: {
    config = {
      home.sessionVariables = "";
      hardware.enableRedistributableFirmware = true;
    };
    inputs.nvf.homeManagerModules.default = { };
    lib.mkDefault = value: value;
    modulesPath = "/modules";
    pkgs = listToAttrs (map package words);
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
    module =
      if isFunction value then value (intersectAttrs (functionArgs value) (standIns words)) else value;
  in
  {
    type = typeOf value;
    # a flake's outputs are no options
    sets = if module ? outputs then [ ] else below [ ] module;
  }
) (builtins.fromJSON (builtins.readFile (folder + "/files.json")))
