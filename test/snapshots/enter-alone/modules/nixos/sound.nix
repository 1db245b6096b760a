# Sound, through PipeWire.
{
  security.rtkit.enable = true; # no crackling while the computer is busy

  services.pipewire = {
    enable = true;
    alsa = {
      enable = true;
      support32Bit = true; # Wine, and older games
    };
    pulse.enable = true; # what most programs speak: PipeWire understands it
  };
}
