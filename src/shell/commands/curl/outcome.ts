import { ALERTS } from './alerts.table.ts';
import type { ClientFailure } from './clientSide.ts';
import type { Exchanged } from './exchanged.ts';
import type { CurlOptions } from './options.ts';
import type { Transfer } from './plan.ts';
import { OPENSSL } from './texts.ts';
import { trust } from './trust.ts';

/** How a transfer went: where it ended, and the error that curl reports. */
export interface Outcome {
  /** The furthest that the client got. `handshake` = it broke off during it, `name` = at the host's name after it. */
  readonly reached: 'nothing' | 'connection' | 'handshake' | 'name' | 'http';
  readonly failure: ClientFailure | null;
  /** The alert that the client itself sent (`unknown_ca`); '' for none. */
  readonly sentAlert: string;
  /** `%{ssl_verify_result}` */
  readonly verifyResult: number;
}

/** Judges what came back, and words what curl makes of the server's certificate. */
export function outcomeOf(options: CurlOptions, transfer: Transfer, trace: Exchanged): Outcome {
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
    case 'left':
      return verified(options, transfer, trace);
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

/** What curl made of the certificate it was shown. It went before a request when the answer says so. */
function verified(options: CurlOptions, transfer: Transfer, trace: Exchanged): Outcome {
  const { answer, at } = trace;
  const chain = trace.connection?.server ?? '';
  const { failure, verifyResult } = trust(options, chain, transfer.authorities, transfer.url.host, at);
  if (answer.kind !== 'left') return { reached: 'http', failure: null, sentAlert: '', verifyResult };
  const closed = answer.alert === 'close_notify';
  return { reached: closed ? 'name' : 'handshake', failure, sentAlert: closed ? '' : answer.alert, verifyResult };
}
