{ inputs, ... }:

{
  imports = [ inputs.nvf.homeManagerModules.default ];

  programs.nvf = {
    enable = true;
    defaultEditor = true;
    settings.vim = {
      viAlias = true;
      vimAlias = true;
      theme.enable = true;
      theme.name = "catppuccin";
      theme.style = "mocha";
      lineNumberMode = "number";
      searchCase = "smart";
      options.shiftwidth = 2;
      options.tabstop = 2;
      clipboard.enable = true;
      clipboard.registers = "unnamedplus";
      clipboard.providers.wl-copy.enable = true;
      clipboard.providers.xclip.enable = true;
      lsp.enable = true;
      lsp.formatOnSave = true;
      lsp.mappings.goToDefinition = "gd";
      languages.enableTreesitter = true;
      languages.bash.enable = true;
      languages.markdown.enable = true;
      languages.nix.enable = true;
      languages.nix.format.enable = true;
      languages.nix.format.type = [ "nixfmt" ];
      autocomplete.nvim-cmp.enable = true;
      telescope.enable = true;
      filetree.nvimTree.enable = true;
      git.gitsigns.enable = true;
      statusline.lualine.enable = true;
      binds.whichKey.enable = true;
      keymaps = [
        {
          key = "<C-s>";
          mode = [
            "n"
            "i"
            "x"
          ];
          action = "<cmd>write<cr>";
          desc = "Save";
        }
        {
          key = "<Esc>";
          mode = "n";
          action = "<cmd>nohlsearch<cr>";
          desc = "Clear the marks of a search";
        }
      ];
    };
  };
}
