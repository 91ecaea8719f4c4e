import { verifyHost, verifyServer } from '#engine/pki/verifyServer.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import { ALERTS } from './alerts.table.ts';
import type { ClientFailure } from './clientSide.ts';
import type { CurlOptions } from './options.ts';
import type { Transfer } from './plan.ts';
import { OPENSSL } from './texts.ts';

/** How a transfer went: where it ended, and the error that curl reports. */
export interface Outcome {
  /** The furthest that the client got. `handshake` = it broke off during it, `name` = at the host's name after it. */
  readonly reached: 'nothing' | 'connection' | 'handshake' | 'name' | 'http';
  readonly failure: ClientFailure | null;
  /** The alert that the client itself sent (`unknown CA`). */
  readonly sentAlert: string;
  /** `%{ssl_verify_result}` */
  readonly verifyResult: number;
}

/** Judges what came back, and the server's certificate unless `-k`: that is the client's affair alone. */
export function outcomeOf(options: CurlOptions, transfer: Transfer, trace: RequestTrace): Outcome {
  const { answer } = trace;
  const at = (reached: Outcome['reached'], failure: ClientFailure | null): Outcome => {
    return { reached, failure, sentAlert: '', verifyResult: 0 };
  };
  const https = transfer.url.scheme === 'https';
  switch (answer.kind) {
    case 'refused':
      return at('nothing', refused(transfer));
    case 'reset':
      return https
        ? at('handshake', {
            code: 35,
            message: `OpenSSL SSL_connect: Connection reset by peer in connection to ${transfer.url.host}:${transfer.url.port} `,
          })
        : at('connection', { code: 56, message: 'Recv failure: Connection reset by peer' });
    case 'alert': {
      const words = Object.hasOwn(ALERTS, answer.alert) ? ALERTS[answer.alert] : undefined;
      const error = words?.error ?? `error:0A000410:SSL routines::${answer.alert.replaceAll('_', ' ')}`;
      return at('handshake', { code: 35, message: `${OPENSSL}: ${error}` });
    }
    case 'not-tls':
      return at('handshake', {
        code: 35,
        message: `${OPENSSL}: error:0A00010B:SSL routines::wrong version number`,
      });
    case 'http':
      return https ? verified(options, transfer, trace) : at('http', null);
  }
}

/** Nobody listens there. */
export function refused(transfer: Pick<Transfer, 'url'>, milliseconds = 0): ClientFailure {
  const { host, port } = transfer.url;
  const message = `Failed to connect to ${host} port ${port} after ${milliseconds} ms: Couldn't connect to server`;
  return { code: 7, message };
}

function verified(options: CurlOptions, transfer: Transfer, trace: RequestTrace): Outcome {
  const chain = trace.connection?.server ?? '';
  // With -k curl does not even load the CA file, so its verdict is that of a client who trusts nobody.
  const verdict = verifyServer(chain, options.insecure ? '' : transfer.authorities, trace.at);
  if (options.insecure) return { reached: 'http', failure: null, sentAlert: '', verifyResult: verdict.code };
  if (verdict.code !== 0) {
    const failure = { code: 60, message: `SSL certificate problem: ${verdict.words}` };
    return { reached: 'handshake', failure, sentAlert: verdict.alert, verifyResult: verdict.code };
  }
  const host = verifyHost(chain, transfer.url.host);
  if (host.ok) return { reached: 'http', failure: null, sentAlert: '', verifyResult: 0 };
  return { reached: 'name', failure: { code: 60, message: host.error }, sentAlert: '', verifyResult: 0 };
}
