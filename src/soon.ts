/**
 * Values that are mostly there at once. What a plain run keeps of the table needs no list, so there
 * is nothing to wait for; and a promise that is made anyway costs each of forty rows kilobytes, which
 * together are more than V8's young heap holds at the start.
 */

/** A value, or a promise of it. */
export type Soon<T> = T | Promise<T>;

/** `next` of the value: now, where it is there. */
export function whenThere<T, R>(value: Soon<T>, next: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of them, once the last is there. */
export function allThere<T>(values: readonly Soon<T>[]): Soon<readonly T[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly T[]);
}
