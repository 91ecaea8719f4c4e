import { isRestartPolicy, isServiceType, parseBoolean, type ServiceType } from './check.ts';
import { type ExecCommand, parseExec } from './exec.ts';
import type { ParsedDirective } from './parse.ts';
import type { UnitProblem } from './problem.ts';
import type { SpecifierContext } from './specifiers.ts';

/** A command of the unit with the assignment that wrote it. */
export interface UnitCommand extends ExecCommand {
  readonly directive: ParsedDirective;
}

/** The commands of a key after resets (`ExecStart=`), in order. */
export function commandsOf(
  directives: readonly ParsedDirective[],
  key: string,
  context: SpecifierContext,
): readonly UnitCommand[] {
  let commands: UnitCommand[] = [];
  for (const directive of directives) {
    if (directive.section !== 'Service' || directive.key !== key) continue;
    if (directive.value === '') commands = [];
    else
      commands = [...commands, ...parseExec(directive, context).commands.map((command) => ({ ...command, directive }))];
  }
  return commands;
}

/** The last value of a key that `accepts` takes: systemd ignores the others and keeps what it had. */
export function lastValue(
  directives: readonly Pick<ParsedDirective, 'section' | 'key' | 'value'>[],
  section: string,
  keys: readonly string[],
  accepts: (value: string) => boolean,
): string | null {
  let found: string | null = null;
  for (const directive of directives) {
    if (directive.section === section && keys.includes(directive.key) && accepts(directive.value))
      found = directive.value;
  }
  return found;
}

/** The service's type: given, or worked out as systemd does. */
export function serviceType(
  directives: readonly Pick<ParsedDirective, 'section' | 'key' | 'value'>[],
  hasStart: boolean,
): ServiceType {
  const given = lastValue(directives, 'Service', ['Type'], isServiceType);
  if (given !== null && isServiceType(given)) return given;
  if ((lastValue(directives, 'Service', ['BusName'], () => true) ?? '') !== '') return 'dbus';
  return hasStart ? 'simple' : 'oneshot';
}

/**
 * Why systemd will not have the service as a whole, or null. Models service_verify of src/core/service.c, v252.
 */
export function verifyService(directives: readonly ParsedDirective[], context: SpecifierContext): UnitProblem | null {
  const starts = commandsOf(directives, 'ExecStart', context);
  const stops = commandsOf(directives, 'ExecStop', context);
  const oneshot = serviceType(directives, starts.length > 0) === 'oneshot';
  const success = (lastValue(directives, 'Unit', ['SuccessAction'], () => true) ?? 'none') !== 'none';
  const remains = parseBoolean(lastValue(directives, 'Service', ['RemainAfterExit'], isBoolean) ?? 'no') === true;
  const restart = lastValue(directives, 'Service', ['Restart'], isRestartPolicy) ?? 'no';
  const refuse = (what: string): UnitProblem => {
    const about = starts.at(-1)?.directive.at ?? null;
    return { at: null, from: about, level: 'E', message: `Service ${what} Refusing.` };
  };
  if (starts.length === 0 && stops.length === 0 && !success)
    return refuse('has no ExecStart=, ExecStop=, or SuccessAction=.');
  if (!oneshot && starts.length === 0 && !success)
    return refuse('has no ExecStart= setting, which is only allowed for Type=oneshot services.');
  if (!remains && starts.length === 0 && !success)
    return refuse('has no ExecStart= and no SuccessAction= settings and does not have RemainAfterExit=yes set.');
  if (!oneshot && starts.length > 1)
    return refuse('has more than one ExecStart= setting, which is only allowed for Type=oneshot services.');
  if (oneshot && ['always', 'on-success'].includes(restart))
    return refuse("has Restart= set to either always or on-success, which isn't allowed for Type=oneshot services.");
  if (
    serviceType(directives, starts.length > 0) === 'dbus' &&
    (lastValue(directives, 'Service', ['BusName'], () => true) ?? '') === ''
  )
    return refuse('is of type D-Bus but no D-Bus service name has been specified.');
  return null;
}

function isBoolean(value: string): boolean {
  return parseBoolean(value) !== null;
}
