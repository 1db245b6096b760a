import { describe, expect, it } from 'vitest';
import { nameToday } from '../../src/import/names.js';

describe('the name of an option today', () => {
  it.each([
    ['services.xserver.layout', 'services.xserver.xkb.layout'],
    ['services.xserver.desktopManager.gnome.enable', 'services.desktopManager.gnome.enable'],
    ['services.xserver.displayManager.autoLogin.user', 'services.displayManager.autoLogin.user'],
    ['hardware.opengl.driSupport32Bit', 'hardware.graphics.enable32Bit'],
    ['hardware.opengl.extraPackages', 'hardware.graphics.extraPackages'],
    ['users.extraUsers.leon.shell', 'users.users.leon.shell'],
    ['services.xserver.displayManager.lightdm.enable', undefined],
    ['services.xserver.layouts', undefined],
  ])('%s', (old, today) => {
    expect(nameToday(old.split('.'))).toBe(today ?? old);
  });

  it('keeps a name with a dot in it as it is', () => {
    expect(nameToday(['users', 'extraUsers', 'a.b', 'shell'])).toBe('users.users.a.b.shell');
  });
});
