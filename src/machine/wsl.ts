/** Whether NixOS runs in Windows, through WSL. */
import type { Fact } from './fact.js';
import type { Root } from './read.js';

/** Windows' kernel calls itself so; the entry is what lets Linux start its programs. */
export function wsl(machine: Root): Fact<'wsl'> | undefined {
  for (const source of ['/proc/sys/kernel/osrelease', '/proc/version']) {
    if (/Microsoft|WSL/.test(machine.read(source) ?? '')) return { value: 'wsl', source };
  }
  const source = '/proc/sys/fs/binfmt_misc/WSLInterop';
  return machine.exists(source) ? { value: 'wsl', source } : undefined;
}
