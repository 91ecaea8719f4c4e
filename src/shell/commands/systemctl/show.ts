import { serviceOptions } from '#engine/host/systemd/service.ts';
import type { Kubelet } from '#engine/kubelet/process.ts';
import { systemdDate, timeSpanText } from '../systemdTime.ts';
import { endedNumbers } from './ended.ts';
import type { UnitView } from './unitView.ts';

/** A property of a unit, as `systemctl show` prints it. */
export type Property = readonly [name: string, value: string];

/**
 * The properties of a unit that are modelled, in the order of systemd's bus. `kubelet` is given for the kubelet's unit.
 * Models src/systemctl/systemctl-show.c, v255.
 */
export function propertiesOf(unit: UnitView, kubelet: Kubelet | null): readonly Property[] {
  const service = unit.loaded === null || unit.load === 'not-found' ? [] : serviceProperties(unit, kubelet);
  return [...service, ...unitProperties(unit)];
}

function serviceProperties(unit: UnitView, kubelet: Kubelet | null): readonly Property[] {
  const { loaded, process, ended } = unit;
  if (loaded === null) return [];
  const options = serviceOptions(loaded);
  const [code, status] = process === null && ended !== null ? endedNumbers(ended) : [0, 0];
  const last = process ?? ended;
  const values = (key: string): readonly string[] =>
    loaded.directives
      .filter((directive) => directive.section === 'Service' && directive.key === key)
      .map(({ value }) => value);
  const stop = process === null && ended !== null ? systemdDate(ended.at) : 'n/a';
  const path = unit.command.split(' ', 1)[0] ?? '';
  const run = `start_time=[${last === null ? 'n/a' : systemdDate(last.startedAt)}] ; stop_time=[${stop}] ; pid=${last?.pid ?? 0}`;
  const how = code === 0 ? 'code=(null) ; status=0/0' : `code=${code === 1 ? 'exited' : 'killed'} ; status=${status}`;
  return [
    ['Type', options.type],
    ['Restart', options.restart],
    ['RestartUSec', span(options.restartSec)],
    ['TimeoutStopUSec', span(options.timeoutStopSec)],
    ['MainPID', String(process?.pid ?? 0)],
    ['Result', unit.result],
    ['NRestarts', String(kubelet?.restarts ?? 0)],
    ['ExecMainStartTimestamp', last === null ? '' : systemdDate(last.startedAt)],
    ['ExecMainExitTimestamp', process === null && ended !== null ? systemdDate(ended.at) : ''],
    ['ExecMainPID', String(last?.pid ?? 0)],
    ['ExecMainCode', String(code)],
    ['ExecMainStatus', String(status)],
    ['ExecStart', `{ path=${path} ; argv[]=${unit.command} ; ignore_errors=no ; ${run} ; ${how} }`],
    ['Environment', values('Environment').join(' ').replaceAll('"', '')],
    ...values('EnvironmentFile').map((value): Property => {
      const optional = value.startsWith('-');
      return ['EnvironmentFiles', `${optional ? value.slice(1) : value} (ignore_errors=${optional ? 'yes' : 'no'})`];
    }),
    ['User', options.user],
    ['Group', options.group],
  ];
}

function unitProperties(unit: UnitView): readonly Property[] {
  const { active, since, ended, process } = unit;
  const date = (at: number | null | undefined): string => (at === null || at === undefined ? '' : systemdDate(at));
  const options = unit.loaded === null ? null : serviceOptions(unit.loaded);
  return [
    ['Id', unit.name],
    ['Names', unit.name],
    ['WantedBy', unit.fileState === 'enabled' ? 'multi-user.target' : ''],
    ['Documentation', unit.documentation.join(' ')],
    ['Description', unit.description],
    ['LoadState', unit.load],
    ['ActiveState', active],
    ['FreezerState', 'running'],
    ['SubState', unit.sub],
    ['FragmentPath', unit.fragment ?? ''],
    ['DropInPaths', unit.dropIns.join(' ')],
    ['UnitFileState', unit.fileState],
    ['UnitFilePreset', unit.fileState === '' ? '' : 'enabled'],
    ['StateChangeTimestamp', date(since)],
    ['InactiveExitTimestamp', date(active === 'activating' ? since : (process ?? ended)?.startedAt)],
    ['ActiveEnterTimestamp', date((process ?? ended)?.startedAt)],
    ['ActiveExitTimestamp', date(process === null ? ended?.at : null)],
    ['InactiveEnterTimestamp', date(process === null ? ended?.at : null)],
    ['CanStart', 'yes'],
    ['CanStop', 'yes'],
    ['CanReload', 'no'],
    ['NeedDaemonReload', unit.needsReload ? 'yes' : 'no'],
    ...(options === null
      ? []
      : ([
          ['StartLimitIntervalUSec', span(options.startLimitInterval)],
          ['StartLimitBurst', String(options.startLimitBurst)],
        ] as const)),
  ];
}

function span(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? timeSpanText(milliseconds) : 'infinity';
}
