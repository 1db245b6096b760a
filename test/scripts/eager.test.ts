import { describe, expect, it } from 'vitest';
import { inBrackets } from '../../scripts/eager.mjs';

/** The script with brackets around every function that begins with one of these texts. */
function bracketed(code: string, ...functions: readonly string[]): string {
  const places = functions.map((text) => {
    const from = code.indexOf(text);
    expect(from, text).toBeGreaterThanOrEqual(0);
    return `${from}-${from + text.length}`;
  });
  return inBrackets(code, new Set(places));
}

/** What the script returns, and what the rewritten one does. */
function both(code: string, ...functions: readonly string[]): readonly unknown[] {
  return [code, bracketed(code, ...functions)].map((text) => new Function(text)());
}

describe('inBrackets', () => {
  it('makes functions of arrows', () => {
    expect(bracketed('const f=(a,b=1)=>a+b;', '(a,b=1)=>a+b')).toBe(
      'const f=(function(a,b=1){return a+b});',
    );
    expect(bracketed('const f=a=>{g(a)};', 'a=>{g(a)}')).toBe('const f=(function(a){g(a)});');
    expect(bracketed('const f=()=>({a:1});', '()=>({a:1})')).toBe(
      'const f=(function(){return ({a:1})});',
    );
    expect(bracketed('const f=async a=>await a;', 'async a=>await a')).toBe(
      'const f=(async function(a){return await a});',
    );
    expect(bracketed('const f=async({a})=>a;', 'async({a})=>a')).toBe(
      'const f=(async function({a}){return a});',
    );
  });

  it('makes functions of methods', () => {
    expect(
      bracketed('const o={m(a){return a},async n(){}};', 'm(a){return a}', 'async n(){}'),
    ).toBe('const o={m:(function(a){return a}),n:(async function(){})};');
  });

  it('puts declarations first, where they were in effect', () => {
    const code = '#!/usr/bin/env node\nconst x=f();function f(){return 1}function g(){}';
    expect(bracketed(code, 'function f(){return 1}', 'function g(){}')).toBe(
      '#!/usr/bin/env node\nvar f=(function (){return 1});var g=(function (){});const x=f();',
    );
  });

  it('goes into what it moves, and into what is in it', () => {
    const outer = 'a=>b=>[a,b].map(c=>c*2)';
    const declared = `function f(){return ${outer}}`;
    const code = `${declared};return f()(1)(2).join();`;
    const functions = [declared, outer, 'b=>[a,b].map(c=>c*2)', 'c=>c*2'];
    expect(bracketed(code.replace(/return f.*/, ''), ...functions)).toBe(
      'var f=(function (){return (function(a){return (function(b){return [a,b].map((function(c){return c*2}))})})});;',
    );
    expect(both(code, ...functions)).toEqual(['2,4', '2,4']);
  });

  it('leaves what was not called, and what needs the function around it', () => {
    const code = 'const f=()=>1,g=()=>this,h=()=>arguments,i=()=>new.target;';
    expect(bracketed(code, '()=>this', '()=>arguments', '()=>new.target')).toBe(code);
    const used = 'class A{m(){const f=()=>this.x;return f()}x=1};return new A().m()';
    expect(bracketed(used, '()=>this.x')).toBe(used);
  });
});
