import { deprecation, type Flag, flagsOf } from '#engine/config/flags/flag.ts';
import { gateNames, gateSpec } from '#engine/config/gates/gates.ts';
import { type Release, releaseOf } from '#engine/versions/release.ts';
import { FLAG_TEXTS, OPENING } from './help.data.ts';

/** Gates that stand for all of a stage; they are in the list, too. */
const SPECIAL = ['AllAlpha', 'AllBeta'];
/** What further lines of a flag's text begin with. */
const INDENT = '\n                ';

/** What `kubelet --help` of a version prints. Models cmd/kubelet/app/server.go and spf13/pflag FlagUsagesWrapped(2), v1.36. */
export function helpText(version: string): string {
  const release = releaseOf(version);
  const rows = [...flagsOf(release.minor)]
    .filter(({ name }) => Object.hasOwn(FLAG_TEXTS, name))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((flag) => rowOf(flag, release));
  const width = Math.max(...rows.map(({ head }) => head.length)) + 3;
  return OPENING + rows.map(({ head, says }) => `${head.padEnd(width)}${says.replaceAll('\n', INDENT)}\n`).join('');
}

function rowOf(flag: Flag, release: Release): { readonly head: string; readonly says: string } {
  const { name, short } = flag;
  const [type = '', ...rest] = textOf(name, release.minor).split('|');
  const letter = short === undefined ? '    ' : `-${short}, `;
  const gates = name === 'feature-gates' ? gateList(release) : '';
  const reason = deprecation(flag);
  return {
    head: `  ${letter}--${name}${type === '' ? '' : ` ${type}`}`,
    says: rest.join('|') + gates + (reason === null ? '' : ` (DEPRECATED: ${reason})`),
  };
}

/** The text of a flag in a minor: the newest that is not newer; a minor older than all has the first. */
function textOf(name: string, minor: number): string {
  const texts = Object.hasOwn(FLAG_TEXTS, name) ? (FLAG_TEXTS[name] ?? '') : '';
  if (typeof texts === 'string') return texts;
  return (texts.findLast(([since]) => since <= minor) ?? texts[0])?.[1] ?? '';
}

/** The gates that may still change, each with its stage and default. Models component-base/featuregate KnownFeatures, v1.36. */
function gateList(release: Release): string {
  return [...gateNames(release), ...SPECIAL]
    .sort()
    .flatMap((name) => {
      const spec = gateSpec(name, release);
      if (spec === null || spec.stage === 'ga' || spec.stage === 'deprecated') return [];
      return `\n${name}=true|false (${spec.stage.toUpperCase()} - default=${spec.on})`;
    })
    .join('');
}
