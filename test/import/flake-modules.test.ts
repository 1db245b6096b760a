/** The modules that a flake names for a host. */
import { describe, expect, it } from 'vitest';
import { flakeModules } from '../../src/import/flake-modules.js';

const flake = (systems: string) => `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
  outputs = { self, nixpkgs, home-manager, ... }@inputs: ${systems};
}`;

const named = (text: string, host = 'atlas') => {
  const found = flakeModules(text, host);
  return found && { ...found, files: found.files.map((file) => file.text) };
};

describe("a host's modules", () => {
  it.each([
    '{ nixosConfigurations.atlas = nixpkgs.lib.nixosSystem { modules = [ ./configuration.nix ]; }; }',
    '{ nixosConfigurations."atlas" = nixpkgs.lib.nixosSystem { system = "x"; modules = [ ./configuration.nix ]; }; }',
    '{ nixosConfigurations = { atlas = nixpkgs.lib.nixosSystem { modules = [ ./configuration.nix ]; }; }; }',
    'let host = "atlas"; in { nixosConfigurations.${host} = nixpkgs.lib.nixosSystem { modules = [ ./configuration.nix ]; }; }',
    'let lib = nixpkgs.lib; in { nixosConfigurations = { atlas = lib.nixosSystem rec { modules = ([ ./configuration.nix ]); }; }; }',
    '{ nixosConfigurations.other = f { modules = [ ./other.nix ]; }; nixosConfigurations.atlas = f { modules = [ ./configuration.nix ]; }; }',
  ])('are found in %s', (systems) => {
    expect(named(flake(systems))).toEqual({
      files: ['./configuration.nix'],
      inline: [],
      others: [],
    });
  });

  it('are files, text in flake.nix, and what would have to be evaluated', () => {
    const modules = `[
      ./configuration.nix
      ./hosts/atlas
      { networking.hostName = "atlas"; }
      ({ pkgs, ... }: { environment.systemPackages = [ pkgs.vim ]; })
      home-manager.nixosModules.home-manager
      (import ./users.nix { inherit inputs; })
    ] ++ nixpkgs.lib.optional true ./more.nix`;
    const text = flake(
      `{ nixosConfigurations.atlas = nixpkgs.lib.nixosSystem { modules = ${modules}; }; }`,
    );
    expect(named(text)).toEqual({
      files: ['./configuration.nix', './hosts/atlas', './more.nix'],
      inline: [
        '{ networking.hostName = "atlas"; }',
        '({ pkgs, ... }: { environment.systemPackages = [ pkgs.vim ]; })',
      ],
      others: [
        'home-manager.nixosModules.home-manager',
        '(import ./users.nix { inherit inputs; })',
      ],
    });
  });

  it.each([
    '{ nixosConfigurations.atlas = mkHost "atlas"; }',
    '{ nixosConfigurations = builtins.mapAttrs mkHost { atlas = ./atlas.nix; }; }',
    '{ nixosConfigurations.other = nixpkgs.lib.nixosSystem { modules = [ ./configuration.nix ]; }; }',
    '{ homeConfigurations.atlas = f { modules = [ ./home.nix ]; }; }',
    '{ }',
  ])('are not known in %s', (systems) => {
    expect(named(flake(systems))).toBeUndefined();
  });
});
