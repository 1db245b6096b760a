# Neovim, the editor, put together by nvf. Press the space key and wait: it shows the keys that follow.
{ inputs, ... }:

{
  imports = [
    inputs.nvf.homeManagerModules.default
  ];

  programs.nvf = {
    enable = true;
    defaultEditor = true; # for git and everything else that asks for $EDITOR

    # Every option is explained at https://nvf.notashelf.dev
    settings.vim = {
      viAlias = true;
      vimAlias = true;

      theme = {
        enable = true;
        name = "catppuccin"; # or dracula, everforest, gruvbox, nord, rose-pine, tokyonight
        style = "mocha"; # each theme has its own styles
      };

      lineNumberMode = "number"; # "relNumber" counts from the cursor, for jumps such as 5j
      searchCase = "smart"; # capitals count only where you type one
      options = {
        shiftwidth = 2;
        tabstop = 2;
      };

      # Yank and put share the clipboard with other programs.
      clipboard = {
        enable = true;
        registers = "unnamedplus";
        providers = {
          wl-copy.enable = true; # under Wayland
          xclip.enable = true; # under X11
        };
      };

      lsp = {
        enable = true;
        formatOnSave = true;
        mappings.goToDefinition = "gd";
      };

      languages = {
        enableTreesitter = true;
        bash.enable = true;
        markdown.enable = true;
        nix = {
          enable = true;
          format = {
            enable = true;
            type = [ "nixfmt" ]; # as `nix fmt` does
          };
        };
      };

      autocomplete.nvim-cmp.enable = true; # Tab chooses, Enter accepts
      telescope.enable = true; # space f f finds a file, space f g text in all files
      filetree.nvimTree.enable = true; # space t
      git.gitsigns.enable = true; # changed lines are marked at the edge
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
