# Where everything comes from, and which computers are made of it.
{
  description = "My computers, with NixOS and Home Manager";

  # Each input follows a branch. flake.lock holds the exact commit of each; `upgrade` moves it.
  inputs = {
    nixpkgs.url = "github:nixos/nixpkgs/nixos-unstable";

    home-manager = {
      url = "github:nix-community/home-manager";
      inputs.nixpkgs.follows = "nixpkgs"; # one nixpkgs for all, instead of a second copy
    };

    nvf = {
      url = "github:NotAShelf/nvf";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    { nixpkgs, ... }@inputs:
    {
      # One entry for each computer. For another, copy one and change the name in both places.
      nixosConfigurations = {
        atelier = nixpkgs.lib.nixosSystem {
          specialArgs = { inherit inputs; }; # lets every module ask for `inputs`
          modules = [
            ./hosts/atelier/configuration.nix
            inputs.home-manager.nixosModules.default
          ];
        };
      };

      # `nix fmt` lays out every Nix file in here.
      formatter = {
        x86_64-linux = nixpkgs.legacyPackages.x86_64-linux.nixfmt-tree;
        aarch64-linux = nixpkgs.legacyPackages.aarch64-linux.nixfmt-tree;
      };
    };
}
