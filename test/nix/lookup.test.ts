import { describe, expect, it } from 'vitest';
import { lookup } from '../../src/nix/lookup.js';

/** The value with a mark: `?` conditional, `…` open, `~`/`!` for default and force. */
function found(source: string, option: string): string | undefined {
  const result = lookup(source, option.split('.'));
  if (result === undefined) return undefined;
  expect(source.slice(result.valueSpan.from, result.valueSpan.to)).toBe(result.value);
  const sure = { certain: '', conditional: '?', open: '…' }[result.certainty];
  return result.value + sure + { default: '~', force: '!', normal: '' }[result.priority];
}

describe('lookup', () => {
  it.each([
    ['{ a.b = { c = 1; }; }', '1'],
    ['{ config = { a.b.c = 1; }; }', '1'],
    ['{ lib, ... }: with lib; { a = { b.c = mkDefault 1; }; }', '1~'],
    ['{ a.b.c = lib.mkForce (1); }', '1!'],
    ['let x = 1; in { a.b.c = x; }', '1'],
    ['let x = y; y = 1; in { a.b.c = x; }', '1'],
    ['let x = { y.z = 1; }; in { a.b.c = x.y.z; }', '1'],
    ['let x = { b = { c = 1; }; }; in { a = x; }', '1'],
    ['let x.y = 1; in { a.b.c = x.y; }', '1'],
    ['let c = 1; in { a.b = { inherit c; }; }', '1'],
    ['let x = { c = 1; }; in { a.b = { inherit (x) c; }; }', '1'],
    ['let x = { b.c = 1; }; in { a = { inherit (x) b; }; }', '1'],
    ['let x = { c = 1; }; inherit (x) c; in { a.b = { inherit c; }; }', '1'],
    ['let x = { y = 1; }; in with x; { a.b.c = y; }', '1'],
    ['let x = { z = 2; }; w = { y = 1; }; in with w; with x; { a.b.c = y; }', '1'],
    ['let y = 1; in with lib; { a.b.c = y; }', '1'],
    ['{ a.b = rec { x = 1; c = x; }; }', '1'],
    ['let x = 1; in let y = x; in { a.b.c = y; }', '1'],
    ['let x = { b.c = 2; } // { b = { c = 1; }; }; in { a = x; }', '1'],
    ['let x = { b.c = 1; } // { d = 2; }; in { a = x; }', '1'],
    ['let x = { b.c = 1; }; in { a = x // { d = 2; }; }', '1?'],
    ['let x = 2; in { a.b = rec { inherit x; c = x; }; }', '2'],
    ['{ a.b.c = if d then 1 else 2; }', 'if d then 1 else 2…'],
    ['{ a.b.c = [ x ]; }', '[ x ]'],
    ['{ a.b.c = true; }', 'true'],
    ['{ a.b.c = x: x; }', 'x: x'],
    ['{ a.b = lib.mkIf d { c = 1; }; }', '1?'],
    ['{ a.b.c = lib.mkIf d 1; }', '1?'],
    ['let x = lib.mkIf d { c = 1; }; in { a.b = x; }', '1?'],
    ['{ a.b.c = 1; } // { a.b = { c = 2; }; }', '2?'],
    ['{ a.b.c = lib.mkDefault 1; config.a.b.c = 2; }', '2?'],
    ['{ a.b.c = 2; config.a.b.c = lib.mkForce 1; }', '1!'],
    ['{ x, ... }: { a.b.c = x; }', 'x…'],
    ['let x = 2; in { x, ... }: { a.b.c = x; }', 'x…'],
    ['let x = 2; in x: { a.b.c = x; }', 'x…'],
    ['let x = { y = 2; }; in { a.b.c = x.z; }', 'x.z…'],
    ['let x = f 1; in { a.b.c = x; }', 'f 1…'],
    ['let x = f 1; in { a.b.c = x.y; }', 'x.y…'],
    ['let x = { y = 1; }; in { a.b.c = x.y or 2; }', 'x.y or 2…'],
    ['let y = { x = 1; }; in with lib; with y; { a.b.c = z; }', 'z…'],
    ['let x = y; y = x; in { a.b.c = x; }', 'x…'],
    ['rec { a.b.c = a.b.c; }', 'a.b.c…'],
    ['{ a.b = { inherit (pkgs) c; }; }', 'c…'],
    ['{ a.b = { c = x; }; }', 'x…'],
  ])('%s', (source, value) => {
    expect(found(source, 'a.b.c')).toBe(value);
  });

  it.each([
    '{ }',
    '{ a.b = { }; }',
    '{ a.b.d = 1; }',
    '{ a.b = f 1; }',
    '{ a = x; }',
    '{ a.b.${x} = 1; }',
    '{ a.b.c.d = 1; }',
    'let x = { d = 1; }; in { a.b = x; }',
    '{ a.b = [ { c = 1; } ]; }',
    '{ a.b = ',
  ])('finds nothing in %s', (source) => {
    expect(found(source, 'a.b.c')).toBeUndefined();
  });

  it('comes to an end on names that lead in circles', () => {
    expect(found('let x = { inherit (x) b; }; in { a = x; }', 'a.b')).toBe('b…');
    expect(found('let x = y // x; y = x // y; in { a = x; }', 'a.b')).toBeUndefined();
    expect(found('with x; { a = b; }', 'a')).toBe('b…');
  });
});
