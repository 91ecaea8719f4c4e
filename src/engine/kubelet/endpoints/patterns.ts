import { booleanAt, type EffectiveConfiguration } from '../../config/effective.ts';
import type { Listener } from '../process.ts';
import type { Patterns } from './mux.ts';
import { ROUTES, type RouteRow } from './routes.table.ts';

const known = new WeakMap<EffectiveConfiguration, Map<string, Patterns>>();

/** The patterns that a port of a kubelet serves. Computed once per configuration and port. */
export function patternsOf(config: EffectiveConfiguration, role: Listener['role'], minor: number): Patterns {
  const key = `${role} ${minor}`;
  const tables = known.get(config) ?? new Map<string, Patterns>();
  const ready = tables.get(key);
  if (ready !== undefined) return ready;
  const installed = ROUTES.filter((row) => isInstalled(row, config, role, minor));
  const patterns = new Map(installed.map((row) => [row.pattern, row.endpoint] as const));
  tables.set(key, patterns);
  known.set(config, tables);
  return patterns;
}

function isInstalled(row: RouteRow, config: EffectiveConfiguration, role: Listener['role'], minor: number): boolean {
  if (!row.roles.includes(role)) return false;
  if (row.since !== undefined && minor < row.since) return false;
  if (row.debugging !== undefined && booleanAt(config, 'enableDebuggingHandlers') !== row.debugging) return false;
  if (row.setting !== undefined && booleanAt(config, row.setting.path) !== row.setting.is) return false;
  return row.gate === undefined || config.gates[row.gate] === true;
}
