// Programs of chance that use every rule of the language, with so few names that many are defined
// twice, merged, or not at all. Most are right; a rule here and there is broken on purpose.
import { pick } from './mutate.mjs';

const names = ['a', 'b', 'c', "d'", 'e-f', '_g'];
const known = ['true', 'builtins', 'map', '__add', '__curPos', 'toString'];

/** A program of a size: how many rules it uses, about. */
export function grow(random, size = 12) {
  return new Growth(random, size).expression();
}

class Growth {
  constructor(random, size) {
    this.random = random;
    this.left = size;
    this.scope = [];
  }

  any(...from) {
    return pick(this.random, from)();
  }

  chance(share) {
    return this.random() < share;
  }

  many(most, make, between = ' ') {
    return Array.from({ length: pick(this.random, most + 1) }, make).join(between);
  }

  /** With names that can be used inside. */
  within(added, make) {
    const before = this.scope;
    this.scope = [...before, ...added];
    const made = make();
    this.scope = before;
    return made;
  }

  expression = () => {
    if (this.left-- < 0) return this.atom();
    return this.any(
      this.operation,
      this.operation,
      this.lambda,
      this.lambda,
      () => `assert ${this.expression()}; ${this.expression()}`,
      () => `with ${this.expression()}; ${this.expression()}`,
      () => `if ${this.expression()} then ${this.expression()} else ${this.expression()}`,
      this.let,
      this.let,
      () => `${this.operation()} |> ${this.operation()}`,
      () => `${this.operation()} <| ${this.operation()} <| ${this.operation()}`,
    );
  };

  lambda = () => {
    const name = pick(this.random, names);
    if (this.chance(0.3)) return this.within([name], () => `${name}: ${this.expression()}`);
    const used = names.filter(() => this.chance(0.35));
    if (this.chance(0.05)) used.push(pick(this.random, names));
    const whole = this.chance(0.4) ? name : undefined;
    return this.within([...used, ...(whole ? [whole] : [])], () => {
      const formals = used.map((one) => (this.chance(0.3) ? `${one} ? ${this.expression()}` : one));
      if (this.chance(0.4)) formals.push('...');
      const set = `{ ${formals.join(', ')}${this.chance(0.1) ? ',' : ''} }`;
      const at = this.any(
        () => `${set}@${whole}`,
        () => `${whole} @ ${set}`,
      );
      return `${whole ? at : set}: ${this.expression()}`;
    });
  };

  let = () => {
    const used = names.filter(() => this.chance(0.5));
    return this.within(used, () => `let ${this.bindings(used)} in ${this.expression()}`);
  };

  operation = () => {
    if (this.left-- < 0) return this.application();
    return this.any(
      this.application,
      () => {
        const signs = '-> || && == != < > <= >= // + - * / ++'.split(' ');
        const space = this.chance(0.9) ? ' ' : '';
        return [this.operation(), pick(this.random, signs), this.operation()].join(space);
      },
      () => `${pick(this.random, ['!', '-', '! ', '- '])}${this.operation()}`,
      () => `${this.operation()} ? ${this.path()}`,
    );
  };

  application = () =>
    this.chance(0.7) ? this.selection() : `${this.selection()} ${this.many(2, this.selection)}`;

  selection = () => {
    if (this.chance(0.7)) return this.atom();
    return this.any(
      () => `${this.atom()}.${this.path()}`,
      () => `${this.atom()}.${this.path()} or ${this.selection()}`,
      () => `${this.atom()} or`,
    );
  };

  atom = () => {
    const simple = [
      this.variable,
      this.variable,
      () => pick(this.random, ['1', '0', '1.5', '.5', '1.', '2.e3', '007', '9223372036854775807']),
      () =>
        pick(this.random, ['./a', 'a/b', '/a', '~/a', './.', '<a>', '<a/b>', 'x:y', '../a-b.c']),
      () =>
        pick(this.random, ['""', '"a"', "''a''", '"\\${a}"', "''\n a''${\n''", '"$$"', "''$''"]),
    ];
    if (this.left-- < 0) return this.any(...simple);
    return this.any(
      ...simple,
      this.string,
      this.string,
      () => `(${this.expression()})`,
      () => `[ ${this.many(3, this.selection)} ]`,
      this.set,
      this.set,
      this.set,
      () =>
        `./${this.many(1, () => 'a/')}\${${this.expression()}}${pick(this.random, ['', '/b', '.c'])}`,
    );
  };

  variable = () => {
    if (this.chance(0.02)) return pick(this.random, names);
    return pick(this.random, this.scope.length > 0 ? this.scope : known);
  };

  string = () => {
    const inner = () =>
      this.any(
        () =>
          pick(this.random, ['a', '$', '$$', "'", ' ', '\n', "''$", "'''", "''\\n", '\\\\', '\\n']),
        () => `\${${this.expression()}}`,
      );
    return this.any(
      () => `"${this.many(3, inner, '').replaceAll("''\\n", '')}"`,
      () => `''${this.many(3, inner, '')} ''`,
    );
  };

  set = () => {
    const used = this.left-- < 0 ? [] : names.filter(() => this.chance(0.5));
    const isRecursive = this.chance(0.3);
    return this.within(isRecursive ? used : [], () => {
      const body = `{ ${this.bindings(used)} }`;
      if (!isRecursive) return body;
      return this.chance(0.2) ? `let ${body}` : `rec ${body}`;
    });
  };

  /** What defines these names, some of them in several places. */
  bindings(used) {
    const bind = (name) => {
      const path = () => [this.quoted(name), this.path()].join('.');
      return this.any(
        () => `${this.quoted(name)} = ${this.expression()};`,
        () => `${path()} = ${this.expression()};`,
        () => `${path()} = ${this.expression()}; ${path()} = ${this.expression()};`,
        () => `${path()} = ${this.expression()}; ${this.quoted(name)} = ${this.set()};`,
        () => `${name} = ${this.set()}; ${path()} = ${this.expression()};`,
        () => `${name} = ${this.set()}; ${this.quoted(name)} = (${this.set()});`,
        () => `inherit (${this.expression()}) ${this.quoted(name)};`,
        () => `inherit ${this.chance(0.5) ? 'builtins' : this.quoted(name)};`,
        () => `\${${this.expression()}}${this.chance(0.5) ? '.a' : ''} = ${this.expression()};`,
      );
    };
    const rare = this.chance(0.05) ? `${pick(this.random, names)} = 1; ` : '';
    return rare + used.map(bind).join(' ');
  }

  path = () =>
    Array.from({ length: 1 + pick(this.random, 2) }, () =>
      this.left-- < 0 || this.chance(0.9)
        ? this.quoted(pick(this.random, names))
        : `\${${this.expression()}}`,
    ).join('.');

  /** A name in one of the ways in which it can be written. */
  quoted(name) {
    if (this.chance(0.8)) return name;
    return this.any(
      () => `"${name}"`,
      () => `\${"${name}"}`,
      () => `\${''${name.replaceAll("'", "''\\'")}''}`,
      () => 'or',
    );
  }
}
