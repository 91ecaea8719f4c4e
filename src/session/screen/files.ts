import { diagnoseConfigFile } from '#engine/config/diagnose.ts';
import { placeText, sourceText, valueText } from '#engine/explain/cause.ts';
import type { RegularFile } from '#engine/host/files.ts';
import { permissionText } from '#engine/host/permissions.ts';
import { type BeatenVariable, beatenVariables } from '#engine/host/systemd/beaten.ts';
import { diagnoseEnvironmentFile, diagnoseUnitFile } from '#engine/host/systemd/diagnose.ts';
import { unusedVariables } from '#engine/host/systemd/unused.ts';
import type { Node, World } from '#engine/world/world.ts';
import { type Preview, unitOnDisk } from '../preview.ts';
import type { FileView, LineMarkView, ProblemView } from '../view.ts';
import { languageOf } from './language.ts';

/** The files of the editor's tabs: text, what is wrong with it, and which of its lines are beaten by whom. */
export function fileViews(paths: readonly string[], node: Node, start: World, preview: Preview): readonly FileView[] {
  const before = start.nodes[node.name]?.host.files ?? {};
  const unit = unitOnDisk(node);
  const unused = unusedVariables(unit, node.host.files);
  const beaten = beatenVariables(unit, node.host.files);
  return paths.flatMap((path) => {
    const entry = node.host.files[path];
    if (entry?.kind !== 'file') return [];
    const old = before[path];
    return [
      {
        node: node.name,
        path,
        text: entry.text,
        permissions: `${permissionText(entry)} ${entry.owner} ${entry.group}`,
        language: languageOf(path, entry.text),
        changed: old?.kind !== 'file' || old.text !== entry.text,
        // What is merely worth knowing stands behind its line as a mark; a squiggle is for what is wrong.
        problems: [...problemsOf(path, entry, node), ...failureAt(path, preview)].filter(
          (problem) => problem.severity !== 'info',
        ),
        marks: [
          ...marksOf(path, preview),
          ...beaten.filter(({ at }) => at.file === path).map(beatenMark),
          ...unused
            .filter(({ at, name }) => at.file === path && !isBlank(entry.text, at.line, name))
            .map(({ at, name }) => ({ line: at.line, kind: 'note' as const, text: unusedText(name), to: null })),
        ],
      },
    ];
  });
}

const known = new WeakMap<RegularFile, readonly ProblemView[]>();

/** What is wrong with a file by itself. Remembered per file value, since most files stay while one is typed in. */
function problemsOf(path: string, entry: RegularFile, node: Node): readonly ProblemView[] {
  const remembered = known.get(entry);
  if (remembered !== undefined) return remembered;
  const problems = diagnose(path, entry.text, node.kubelet.version);
  known.set(entry, problems);
  return problems;
}

function diagnose(path: string, text: string, version: string): readonly ProblemView[] {
  switch (languageOf(path, text)) {
    case 'kubelet-yaml':
      return diagnoseConfigFile(text, path, version);
    case 'systemd':
      return diagnoseUnitFile(text, path);
    case 'environment':
      return diagnoseEnvironmentFile(text, path);
    default:
      return [];
  }
}

/** The error that would stop the next start, at the line to blame. */
function failureAt(path: string, preview: Preview): readonly ProblemView[] {
  if (preview.kind !== 'fails' || preview.failure.at?.file !== path) return [];
  const { line, column = 1 } = preview.failure.at;
  return [{ line, column, endLine: line, endColumn: 1000, severity: 'error', message: preview.failure.error }];
}

/** Lines whose value another source beats, and lines that mean something else than they say. */
function marksOf(path: string, preview: Preview): readonly LineMarkView[] {
  if (preview.kind !== 'configured') return [];
  return Object.values(preview.config.settings).flatMap((setting) =>
    setting.beaten.flatMap((loser): readonly LineMarkView[] => {
      const at = 'at' in loser.source ? loser.source.at : null;
      if (at?.file !== path) return [];
      const zero = setting.source.from === 'default' || setting.source.from === 'legacy-default';
      if (zero) {
        const text = `${valueText(loser.value)} means the default, ${valueText(setting.value)}`;
        return [{ line: at.line, kind: 'note', text, to: null }];
      }
      const to = 'at' in setting.source ? setting.source.at : null;
      return [
        {
          line: at.line,
          kind: 'beaten',
          text: `beaten by ${setting.source.from === 'flag' ? sourceText(setting.source) : `${valueText(setting.value)}, ${sourceText(setting.source)}`}`,
          to: to === null ? null : { file: to.file, line: to.line },
        },
      ];
    }),
  );
}

function beatenMark({ name, at, by }: BeatenVariable): LineMarkView {
  const text = `beaten by $${name} of ${placeText(by)}`;
  return { line: at.line, kind: 'beaten', text, to: { file: by.file, line: by.line } };
}

function unusedText(name: string): string {
  return `no ExecStart= takes $${name}, so this has no effect`;
}

/** `NAME=` without a value loses nothing by not being taken. */
function isBlank(text: string, line: number, name: string): boolean {
  return (text.split('\n')[line - 1] ?? '').trim() === `${name}=`;
}
