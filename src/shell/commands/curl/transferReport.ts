import type { ClientFailure } from './clientSide.ts';
import type { CurlOptions, Output } from './options.ts';
import type { Queued } from './plan.ts';
import type { Times } from './times.ts';
import type { CurlUrl } from './url.ts';
import { urlText } from './url.ts';
import type { WriteOutValues } from './writeOut.ts';
import { writeOut } from './writeOut.ts';

/** What became of a transfer; parts that it never reached are left out. */
export interface TransferReport {
  readonly queued: Queued;
  readonly url: CurlUrl | null;
  readonly failure: ClientFailure | null;
  readonly times: Times;
  readonly method?: string;
  readonly remoteAddress?: string;
  readonly localAddress?: string;
  readonly verifyResult?: number;
  readonly connects?: number;
  readonly redirects?: number;
  readonly redirectUrl?: string | null;
  readonly requestBytes?: number;
  readonly uploaded?: number;
  readonly answer?: {
    readonly status: number;
    readonly version: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly headerBytes: number;
    readonly downloaded: number;
  };
}

/** Name of the file that the body goes to; null for the screen. `-O` takes the last part of the path. */
export function outputName(output: Output | null, url: CurlUrl | null): string | null {
  if (output === null) return null;
  if (output.to === 'file') return output.path === '-' ? null : output.path;
  return (url?.path.split('?', 1)[0] ?? '').split('/').at(-1) ?? '';
}

/** What `-w` prints after a transfer. */
export function writeOutOf(
  options: CurlOptions,
  report: TransferReport,
): { readonly stdout: string; readonly stderr: string } {
  if (options.writeOut === null) return { stdout: '', stderr: '' };
  const headers = report.answer?.headers ?? [];
  const header = (name: string): string | null =>
    headers.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  return writeOut(options.writeOut, valuesOf(options, report, header), header);
}

function valuesOf(
  options: CurlOptions,
  report: TransferReport,
  header: (name: string) => string | null,
): WriteOutValues {
  const { answer, times, url, queued } = report;
  const seconds = (microseconds: number): number => microseconds / 1_000_000;
  const perSecond = (bytes: number): number => Math.trunc((bytes * 1_000_000) / Math.max(times.total, 1));
  const status = answer?.status ?? 0;
  return {
    content_type: header('content-type'),
    errormsg: report.failure?.message ?? null,
    exitcode: report.failure?.code ?? 0,
    filename_effective: outputName(queued.output, url),
    http_code: status,
    http_connect: 0,
    http_version: answer?.version ?? '0',
    local_ip: report.localAddress ?? '',
    local_port: report.localAddress === undefined ? 0 : 40952,
    method: report.method ?? options.method ?? 'GET',
    num_certs: 0,
    num_connects: report.connects ?? 0,
    num_headers: answer?.headers.length ?? 0,
    num_redirects: report.redirects ?? 0,
    proxy_ssl_verify_result: 0,
    redirect_url: report.redirectUrl ?? null,
    referer: options.referer,
    remote_ip: report.remoteAddress ?? '',
    remote_port: report.remoteAddress === undefined ? 0 : (url?.port ?? 0),
    response_code: status,
    scheme: url?.scheme.toUpperCase() ?? null,
    size_download: answer?.downloaded ?? 0,
    size_header: answer?.headerBytes ?? 0,
    size_request: report.requestBytes ?? 0,
    size_upload: report.uploaded ?? 0,
    speed_download: perSecond(answer?.downloaded ?? 0),
    speed_upload: perSecond(report.uploaded ?? 0),
    ssl_verify_result: report.verifyResult ?? 0,
    time_appconnect: seconds(times.appconnect),
    time_connect: seconds(times.connect),
    time_namelookup: seconds(times.namelookup),
    time_pretransfer: seconds(times.pretransfer),
    time_redirect: 0,
    time_starttransfer: seconds(times.starttransfer),
    time_total: seconds(times.total),
    url: queued.url,
    url_effective: url === null ? queued.url : urlText(url),
    urlnum: queued.number,
  };
}
