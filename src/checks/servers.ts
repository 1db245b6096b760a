/** Whether a server can be reached. */
import { connect } from 'node:net';

/** Long enough for a slow line, short enough to wait for. */
const patience = 4000;

/**
 * Opens a connection to `host:port` and closes it at once: nothing is sent. False where there is no
 * such name, nobody listens, or no answer comes in time.
 */
export function isReachable(server: string, signal: AbortSignal): Promise<boolean> {
  const [, host, port] = /^(.+):(\d+)$/.exec(server) ?? [];
  if (host === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const end = (value: boolean) => () => {
      socket.destroy();
      signal.removeEventListener('abort', stop);
      resolve(value);
    };
    const stop = end(false);
    signal.addEventListener('abort', stop, { once: true });
    socket.setTimeout(patience, end(false));
    socket.once('connect', end(true));
    socket.once('error', end(false));
  });
}
