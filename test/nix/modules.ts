/** Modules by chance, in every shape that defines something. */
import fc from 'fast-check';

/** How a set is laid out: on one line, or with each statement on lines of its own. */
interface Layout {
  readonly isSpread: boolean;
  readonly eol: string;
  readonly tab: string;
}

type Text = (layout: Layout, depth: number) => string;

const values = fc.constantFrom(
  ...['1', 'true', '"x y"', '"a;b}c"', "''\n  # no comment\n\n  }''", './x.nix', '[ ]', 'null'],
  ...['[ 1 { a = 2; } # in\n ]', 'x: { a = x; }', 'foo { a = 1; }', 'lib.mkDefault 3'],
  ...['lib.mkIf c 4', 'with lib; [ c ]', 'foo', '"${foo}"', 'if c then 1 else 2', '{ }'],
);

const names = fc.constantFrom('a', 'b', 'c', '"d e"', 'f-g', "h'", 'or', '${"i"}', '${foo}');

const paths = fc
  .array(names, { minLength: 1, maxLength: 3, size: 'max' })
  .map((parts) => parts.join('.'));

/** What goes before a statement that is on a line of its own. */
const above = fc.constantFrom('', '', '', '\n', '# one\n', '\n# two\n# three\n', '/* four\n*/\n');
const behind = fc.constantFrom('', '', '', ' # end', ' /* end */');

const wrappers = fc.constantFrom(
  ...['%', '%', '%', '%', '(%)', 'with lib; %', 'let y = 1; in %', 'assert c; %', 'lib.mkIf c %'],
  ...['lib.mkIf c (lib.mkForce %)', 'lib.mkDefault %', 'lib.optionalAttrs c (%)'],
);

function lines(text: string, { eol, tab }: Layout, depth: number): string {
  return text.replace(/\n(?=.)/g, `\n${tab.repeat(depth)}`).replaceAll('\n', eol);
}

const { set } = fc.letrec<{
  set: Text;
  statement: Text;
  value: Text;
  wrapped: Text;
  inherit: Text;
}>((tie) => ({
  inherit: fc
    .record({
      from: fc.constantFrom('', '', ' (foo)', '(lib.x)'),
      some: fc.array(fc.constantFrom('c', 'foo', '"lib"'), { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ from, some }): Text =>
        () =>
          `inherit${from} ${some.join(' ')};`,
    ),
  statement: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'module' },
    fc.tuple(paths, values).map(
      ([path, value]): Text =>
        () =>
          `${path} = ${value};`,
    ),
    tie('inherit'),
    {
      weight: 3,
      arbitrary: fc.tuple(paths, tie('value')).map(
        ([path, value]): Text =>
          (...at) =>
            `${path} = ${value(...at)};`,
      ),
    },
  ),
  set: fc
    .tuple(
      fc.constantFrom('', '', 'rec '),
      fc.array(fc.tuple(above, tie('statement'), behind), {
        maxLength: 4,
        depthIdentifier: 'module',
      }),
    )
    .map(
      ([rec, statements]): Text =>
        (layout, depth) => {
          if (!layout.isSpread) {
            return `${rec}{ ${statements.map(([, each]) => `${each(layout, depth)} `).join('')}}`;
          }
          const inside = statements.map(
            ([before, each, after]) =>
              lines(`\n${before}`, layout, depth + 1).replace(/[\r\n\t ]+$/, layout.eol) +
              layout.tab.repeat(depth + 1) +
              each(layout, depth + 1) +
              after,
          );
          return `${rec}{${inside.join('')}${layout.eol}${layout.tab.repeat(depth)}}`;
        },
    ),
  wrapped: fc.tuple(wrappers, tie('set')).map(
    ([wrapper, inner]): Text =>
      (...at) =>
        wrapper.replace('%', () => inner(...at)),
  ),
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'module' },
    tie('wrapped'),
    fc.tuple(tie('set'), tie('set')).map(
      ([a, b]): Text =>
        (...at) =>
          `${a(...at)} // ${b(...at)}`,
    ),
    fc.tuple(tie('set')).map(
      ([a]): Text =>
        (...at) =>
          `foo // ${a(...at)}`,
    ),
    fc.tuple(tie('set')).map(
      ([a]): Text =>
        (...at) =>
          `${a(...at)} // foo`,
    ),
    fc.tuple(tie('set'), tie('set')).map(
      ([a, b]): Text =>
        (...at) =>
          `lib.recursiveUpdate ${a(...at)} ${b(...at)}`,
    ),
    fc.tuple(tie('set'), tie('set')).map(
      ([a, b]): Text =>
        (...at) =>
          `lib.mkMerge [ ${a(...at)} foo ${b(...at)} ]`,
    ),
    fc.tuple(tie('set'), tie('set')).map(
      ([a, b]): Text =>
        (...at) =>
          `if c then ${a(...at)} else ${b(...at)}`,
    ),
  ),
}));

const layouts = fc.record({
  isSpread: fc.boolean(),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  tab: fc.constantFrom('  ', '\t'),
});

/** A module whose every name is an argument, so that Nix reads it. */
export const modules = fc
  .tuple(layouts, set, fc.constantFrom('', '\n'))
  .map(([layout, inner, end]) => `{ lib, c, foo, ... }:${layout.eol}${inner(layout, 0)}${end}`);
