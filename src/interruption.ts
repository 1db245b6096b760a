/** The wish for an end, from a signal. */
import type { Interrupted } from './errors.js';

/** Who is called to stop, and sees to it at a good place. An `AbortSignal` is one too. */
export type Stoppable = Pick<AbortSignal, 'aborted' | 'reason' | 'throwIfAborted'>;

/** Comes once, with what the program ends with. */
export class Interruption implements Stoppable {
  reason: Interrupted | undefined;
  private controller: AbortController | undefined;

  get aborted(): boolean {
    return this.reason !== undefined;
  }

  throwIfAborted(): void {
    if (this.reason !== undefined) throw this.reason;
  }

  abort(reason: Interrupted): void {
    this.reason = reason;
    this.controller?.abort(reason);
  }

  /** For what takes an `AbortSignal`: made when asked for, since Node loads all its events with one. */
  get signal(): AbortSignal {
    if (this.controller === undefined) {
      this.controller = new AbortController();
      if (this.reason !== undefined) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }
}
