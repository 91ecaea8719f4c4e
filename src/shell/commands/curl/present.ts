import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { type Piece, piecesOf, streamsOf } from '../../written.ts';
import type { ClientFailure } from './clientSide.ts';
import { exchanged } from './exchanged.ts';
import { finish, keptAfter } from './finished.ts';
import { headerBlock } from './httpText.ts';
import { narrate, reportOf } from './narrate.ts';
import { advance, complaint, send } from './next.ts';
import type { CurlOptions } from './options.ts';
import type { WrittenFile } from './output.ts';
import { outputOf } from './output.ts';
import type { CurlEvent, CurlPlan, Prepared, Transfer } from './plan.ts';
import { CERTIFICATE_ADVICE } from './texts.ts';
import { writeOutOf } from './transferReport.ts';
import { parseUrl } from './url.ts';

/** What a request added to the terminal. Texts and files add up over the requests of a line; the last exit code counts. */
export interface Presented {
  readonly stdout: string;
  readonly stderr: string;
  /** The same in the order in which it was printed. */
  readonly written: readonly Piece[];
  readonly exitCode: number;
  readonly files: readonly WrittenFile[];
  /** A further request of the same line (a redirect, the next URL); null at its end. */
  readonly again: { readonly event: CurlEvent; readonly plan: CurlPlan } | null;
}

const UNWRITABLE: ClientFailure = { code: 23, message: 'Failure writing output to destination' };

/**
 * What curl prints and writes after a request was answered, and the request that follows when the line makes more than
 * one. `plan` is the one that came with the request, `world` the world after it.
 * Models curl 7.88.1 with OpenSSL 3.0 on Debian 12.
 */
export function presentCurl(plan: CurlPlan, trace: RequestTrace | ApiTrace, world: World): Presented {
  const answered = finish(plan, exchanged(trace, world), world);
  const output = outputOf(answered, world);
  const finished = output.warning === '' ? answered : { ...answered, failure: answered.failure ?? UNWRITABLE };
  const { options, queue, setting, before, transfer } = plan;
  const { failure, follow } = finished;
  const isLast = follow === null;
  const printed = isLast ? writeOutOf(options, reportOf(finished)) : { stdout: '', stderr: '' };
  const story = narrate(finished, output.warning);
  const written = [
    ...piecesOf({ stdout: before.stdout, stderr: before.stderr + story.before }),
    ...piecesOf({ stdout: output.stdout, stderr: story.after + (isLast ? lastWords(options, failure) : '') }),
    ...piecesOf(printed),
  ];
  const shown = { ...streamsOf(written), written, files: output.files };
  const standing = {
    setting,
    options,
    queue,
    kept: keptAfter(finished),
    before: { stdout: '', stderr: '' },
    exitCode: failure?.code ?? 0,
  };
  const next: Prepared =
    follow === null
      ? advance(world, standing)
      : send(world, standing, transfer.queued, {
          text: follow,
          redirects: transfer.redirects + 1,
          trusted: options.trusted || isSameHost(transfer, follow),
          asGet: turnsIntoGet(plan, finished.answer?.status ?? 0),
          earlierHeaders: transfer.earlierHeaders + (finished.written === null ? '' : headerBlock(finished.written)),
        });
  if (next.kind === 'request')
    return { ...shown, exitCode: standing.exitCode, again: { event: next.event, plan: next.plan } };
  return {
    ...shown,
    stdout: shown.stdout + next.stdout,
    stderr: shown.stderr + next.stderr,
    written: [...written, ...piecesOf(next)],
    exitCode: next.exitCode,
    again: null,
  };
}

function isSameHost(transfer: Transfer, text: string): boolean {
  const to = parseUrl(text, true);
  const { url } = transfer;
  return !('code' in to) && to.scheme === url.scheme && to.host === url.host && to.port === url.port;
}

/** A POST becomes a GET after 301, 302 and 303, as browsers have it. */
function turnsIntoGet(plan: CurlPlan, status: number): boolean {
  return plan.transfer.body === null || [301, 302, 303].includes(status);
}

function lastWords(options: CurlOptions, failure: ClientFailure | null): string {
  if (failure === null) return '';
  const said = complaint(options, failure);
  return failure.code === 60 && said !== '' ? said + CERTIFICATE_ADVICE : said;
}
