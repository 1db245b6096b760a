import { describe, expect, it } from 'vitest';
import { settingsInWay } from '../../src/import/flake-settings.js';
import { definitions } from '../../src/nix/definitions.js';

/** What is found in a module's text: the notes, and the text that goes. */
function found(text: string) {
  const file = {
    path: 'configuration.nix',
    text,
    definitions: definitions(text),
    isHardware: false,
  };
  const flake = { repoPath: '/home/leon/nixos-config', hostname: 'box' };
  return settingsInWay(file, flake, () => false).map(({ note, isSettled, takesOut }) => ({
    note,
    isSettled,
    gone: takesOut.map(({ from, to }) => text.slice(from, to)),
  }));
}

describe('an option that NixOS has no more', () => {
  it.each([
    [
      '{ hardware.opengl.driSupport = true; hardware.opengl.enable = true; }',
      'hardware.opengl.driSupport = true;',
    ],
    ['{ sound.enable = true; }', 'sound.enable = true;'],
    ['{ services.xserver = { useGlamor = true; enable = true; }; }', 'useGlamor = true;'],
    [
      '{ virtualisation.libvirtd.qemu.ovmf.enable = true; }',
      'virtualisation.libvirtd.qemu.ovmf.enable = true;',
    ],
  ])('goes where nothing is lost by it: %s', (text, gone) => {
    expect(found(text)).toMatchObject([{ isSettled: true, gone: [gone] }]);
  });

  it('stays and is named, with what stands for it now', () => {
    expect(found('{\n  programs.adb.enable = true;\n}')).toMatchObject([
      { isSettled: false, gone: [], note: expect.stringMatching(/^line 2: .*pkgs\.android-tools/) },
    ]);
  });

  it('is no other whose name begins the same', () => {
    expect(found('{ hardware.opengl.driSupport32Bit = true; soundcard = 1; }')).toEqual([]);
  });
});
