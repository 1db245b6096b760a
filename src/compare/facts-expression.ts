/**
 * What of a system is compared, as one Nix expression: a function of the names of the parts that
 * are wanted and of an evaluated system (`config` and `options`), which gives for each part a set
 * that mirrors the options (`{ luks.boot.initrd.luks.devices.NAME.device = "…"; }`). Nothing in it
 * forces a build.
 *
 * A part in which something throws or fails an assertion is null. What `builtins.tryEval` can't
 * catch (a missing attribute, a wrong type) ends the evaluation: then parts are asked for alone.
 *
 * What the options are called, and how they hang together: nixpkgs, nixos/modules (tasks/
 * filesystems.nix, config/swap.nix, config/users-groups.nix, system/boot/luksroot.nix,
 * system/boot/kernel.nix, system/boot/loader/…).
 */

import { type Area, areas } from './difference.js';

/** A part: an area that Nix is asked for, the home's packages, or the release. */
export type Part = Exclude<Area, 'settings'> | 'homePackages' | 'release';

/** The names of the parts; those that must not change unasked first. */
export const parts: readonly Part[] = [
  ...areas.filter((area): area is Exclude<Area, 'settings'> => area !== 'settings'),
  'homePackages',
  'release',
];

/** `wanted: system: { PART = …; }`, all of it strings, numbers, booleans, null, lists and sets. */
export const factsExpression = `
wanted: system:
let
  inherit (system) config options;
  inherit (builtins)
    any attrNames attrValues concatLists concatMap deepSeq elem filter foldl' getAttr hasAttr
    intersectAttrs isAttrs isBool isInt isString listToAttrs mapAttrs parseDrvName stringLength substring tryEval
    unsafeDiscardStringContext;

  careful = value:
    let tried = tryEval (deepSeq value value);
    in if tried.success then tried.value else null;
  isTrue = value: careful value == true;

  # text without what it would have Nix build; a path as its name
  plain = value: unsafeDiscardStringContext (toString value);
  scalar = value: if value == null || isBool value || isInt value then value else plain value;
  list = map plain;
  unique = values: attrNames (listToAttrs (map (name: { inherit name; value = null; }) values));
  having = test: set: filter (name: test (getAttr name set)) (attrNames set);
  only = test: set: listToAttrs (map (name: { inherit name; value = getAttr name set; }) (having test set));
  # sets in sets are joined where they meet, so that each line below names an option in full
  merge = one: other:
    one // mapAttrs (
      name: value:
      if hasAttr name one && isAttrs value && isAttrs (getAttr name one)
      then merge (getAttr name one) value
      else value
    ) other;
  all = foldl' merge { };

  # a package by its name, without its version
  nameOf = package:
    if isAttrs package
    then unsafeDiscardStringContext (package.pname or (parseDrvName package.name).name)
    else baseNameOf (plain package);
  namesOf = packages: unique (filter isString (map (each: careful (nameOf each)) packages));

  # what is switched on among modules; an option's old name is hidden, and asking for it may abort
  isOption = each: isAttrs each && (each._type or null) == "option";
  isShown = option: isTrue ((option.visible or true) != false);
  isOn = module:
    isAttrs module && module ? enable && isOption module.enable && isShown module.enable
    && isTrue module.enable.value;
  enabledIn = prefix: modules:
    map (name: prefix + name) (having isOn (if isOption modules then { } else modules));

  isPerson = user:
    user.isNormalUser || elem "wheel" user.extraGroups || user.group == "wheel";
  people = only isPerson config.users.users;
  passwordSettings = [
    "hashedPassword" "hashedPasswordFile" "password" "initialPassword" "initialHashedPassword"
  ];
  hasPassword = user: any (name: hasAttr name user && getAttr name user != null) passwordSettings;
  groupsOf = name: user:
    unique (
      user.extraGroups ++ [ user.group ]
      ++ having (group: elem name group.members) config.users.groups
    );
  lastOf = key:
    let size = stringLength key;
    in if size > 30 then substring (size - 30) 30 key else key;
  keysOf = user: map lastOf user.openssh.authorizedKeys.keys;
  person = name: user: {
    uid = scalar user.uid;
    shell = nameOf user.shell;
    description = scalar user.description;
    home = scalar user.home;
    extraGroups = groupsOf name user;
    password = hasPassword user;
    openssh.authorizedKeys = {
      keys = keysOf user;
      keyFiles = map (file: baseNameOf (plain file)) user.openssh.authorizedKeys.keyFiles;
    };
  };

  swap = device: {
    name = plain device.device;
    value = {
      size = scalar (device.size or null);
      priority = scalar (device.priority or null);
      options = list (device.options or [ ]);
      randomEncryption.enable = scalar (device.randomEncryption.enable or false);
    };
  };

  luks = device: {
    device = scalar device.device;
    header = scalar (device.header or null);
    keyFile = scalar (device.keyFile or null);
    fallbackToPassword = scalar (device.fallbackToPassword or false);
    preLVM = scalar (device.preLVM or true);
    allowDiscards = scalar (device.allowDiscards or false);
    bypassWorkqueues = scalar (device.bypassWorkqueues or false);
    crypttabExtraOpts = list (device.crypttabExtraOpts or [ ]);
    yubikey = scalar ((device.yubikey or null) != null);
    gpgCard = scalar ((device.gpgCard or null) != null);
  };

  loader = config.boot.loader;
  kernel = config.boot.kernelPackages.kernel;
  # before 23.05 a list, since then a set of switches
  switches = value: if isAttrs value then having (each: each == true) value else list value;

  # what starts by itself, or with something else that does
  isWanted = unit:
    isTrue ((unit.enable or true) && unit.wantedBy ++ unit.requiredBy != [ ]);
  wantedUnits = kind: units: map (name: name + kind) (having isWanted units);

  found = {
    fileSystems = all [
      {
        fileSystems = mapAttrs (_: fs: {
          device = scalar fs.device;
          fsType = scalar fs.fsType;
          options = list fs.options;
          neededForBoot = scalar (fs.neededForBoot or false);
        }) config.fileSystems;
      }
      { boot.supportedFilesystems = switches (config.boot.supportedFilesystems or [ ]); }
      { boot.swraid.enable = scalar (config.boot.swraid.enable or null); }
      { boot.zfs.extraPools = list (config.boot.zfs.extraPools or [ ]); }
      { networking.hostId = scalar (config.networking.hostId or null); }
    ];
    swap = all [
      { swapDevices = listToAttrs (map swap config.swapDevices); }
      { zramSwap.enable = scalar (config.zramSwap.enable or false); }
      { boot.resumeDevice = scalar (config.boot.resumeDevice or ""); }
    ];
    luks = all [
      { boot.initrd.luks.devices = mapAttrs (_: luks) config.boot.initrd.luks.devices; }
      { boot.initrd.secrets = mapAttrs (_: _: { }) (config.boot.initrd.secrets or { }); }
    ];
    bootLoader.boot.loader = {
      systemd-boot.enable = scalar (loader.systemd-boot.enable or false);
      grub = {
        enable = scalar loader.grub.enable;
      } // (if loader.grub.enable then {
        devices = unique (filter (each: each != "") (loader.grub.devices ++ [ loader.grub.device ]));
        efiSupport = scalar loader.grub.efiSupport;
        efiInstallAsRemovable = scalar (loader.grub.efiInstallAsRemovable or false);
        enableCryptodisk = scalar loader.grub.enableCryptodisk;
        useOSProber = scalar loader.grub.useOSProber;
        fsIdentifier = scalar loader.grub.fsIdentifier;
      } else { });
      limine.enable = scalar (loader.limine.enable or false);
      refind.enable = scalar (loader.refind.enable or false);
      external.enable = scalar (loader.external.enable or false);
      generic-extlinux-compatible.enable = scalar (loader.generic-extlinux-compatible.enable or false);
      efi = {
        canTouchEfiVariables = scalar loader.efi.canTouchEfiVariables;
        efiSysMountPoint = scalar loader.efi.efiSysMountPoint;
      };
    };
    kernel.boot = {
      kernelPackages =
        plain ((parseDrvName kernel.name).name + " " + (kernel.modDirVersion or kernel.version));
      kernelParams = list config.boot.kernelParams;
      kernelModules = list config.boot.kernelModules;
      extraModulePackages = namesOf config.boot.extraModulePackages;
      blacklistedKernelModules = list config.boot.blacklistedKernelModules;
      initrd.kernelModules = list config.boot.initrd.kernelModules;
      initrd.availableKernelModules = list config.boot.initrd.availableKernelModules;
    };
    users.users = {
      users = mapAttrs person people;
      mutableUsers = scalar config.users.mutableUsers;
    };
    hostname.networking.hostName = scalar config.networking.hostName;
    timeZone.time.timeZone = scalar config.time.timeZone;
    locale = all [
      { i18n.defaultLocale = scalar config.i18n.defaultLocale; }
      # what is set to the language itself is so without being set
      { i18n.extraLocaleSettings = mapAttrs (_: scalar) (
          only (each: each != config.i18n.defaultLocale) config.i18n.extraLocaleSettings
        );
      }
      { services.xserver.xkb = {
          layout = scalar (config.services.xserver.xkb.layout or config.services.xserver.layout);
          variant = scalar (config.services.xserver.xkb.variant or config.services.xserver.xkbVariant);
        };
      }
      { console.keyMap =
          if config.console.useXkbConfig or false then "as xkb" else scalar config.console.keyMap;
      }
    ];
    services = {
      services = unique (concatLists [
        (enabledIn "" options.services)
        (enabledIn "desktopManager." (options.services.desktopManager or { }))
        (enabledIn "displayManager." (options.services.displayManager or { }))
        (enabledIn "desktopManager." (options.services.xserver.desktopManager or { }))
        (enabledIn "displayManager." (options.services.xserver.displayManager or { }))
        (enabledIn "windowManager." (options.services.xserver.windowManager or { }))
        (enabledIn "virtualisation." (options.virtualisation or { }))
      ]);
      units = concatLists [
        (wantedUnits ".service" config.systemd.services)
        (wantedUnits ".socket" config.systemd.sockets)
        (wantedUnits ".timer" config.systemd.timers)
      ];
    };
    packages.packages = unique (
      namesOf config.environment.systemPackages
      ++ concatMap (user: namesOf user.packages) (attrValues people)
    );
    homePackages.packages = unique (
      concatMap (user: namesOf user.home.packages) (attrValues (config.home-manager.users or { }))
    );
    stateVersion.system.stateVersion = scalar config.system.stateVersion;
    release.system.nixos.release = scalar (config.system.nixos.release or null);
  };
in
# where there is no system at all, the reason is told rather than caught
builtins.seq config (
  mapAttrs (_: careful) (
    intersectAttrs (listToAttrs (map (name: { inherit name; value = null; }) wanted)) found
  )
)
`;
