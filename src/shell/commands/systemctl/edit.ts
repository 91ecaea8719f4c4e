import { isDirectory, readText } from '#engine/host/files.ts';
import type { Host } from '#engine/host/host.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { CommandResult } from '../../command.ts';
import { acted, complained, entered, notModelled } from '../answer.ts';
import type { UnitView } from './unitView.ts';

/** What is edited: a drop-in of one's own, or with `--full` a copy of the unit that wins over the packaged one. */
export interface EditOptions {
  readonly full: boolean;
  /** The drop-in's file name. */
  readonly dropIn: string;
}

const BELOW = '### Edits below this comment will be discarded';

/** `systemctl edit UNIT`: the text to edit; saving it runs `systemctl edit --stdin`. Models src/systemctl/systemctl-edit.c, v255. */
export function openEdit(unit: UnitView, host: Host, options: EditOptions): CommandResult {
  if (unit.fragment === null)
    return complained(
      `No files found for ${unit.name}.\nRun 'systemctl edit --force --full ${unit.name}' to create a new unit.\n`,
    );
  if (unit.loaded === null) return notModelled(`${unit.name} runs here, but its unit file is not modelled.`);
  const path = editedPath(unit, options);
  const flags = options.full ? ' --full' : options.dropIn === 'override.conf' ? '' : ` --drop-in=${options.dropIn}`;
  return entered({
    kind: 'edit-text',
    title: path,
    text: options.full
      ? (readText(host.files, path) ?? readText(host.files, unit.fragment) ?? '')
      : template(unit, host, path),
    line: `systemctl edit --stdin${flags} ${unit.name}`,
    unchanged: options.full ? '' : `Editing "${path}" canceled: temporary file is empty.\n`,
  });
}

/** The text that an editor gave back, installed; systemd reads its files again. */
export function saveEdit(unit: UnitView, host: Host, node: string, text: string, options: EditOptions): CommandResult {
  if (unit.fragment === null) return complained(`No files found for ${unit.name}.\n`);
  const path = editedPath(unit, options);
  const kept = options.full ? text : `${text.split(BELOW)[0] ?? ''}`.replace(/^### .*\n/gm, '').trim();
  if (kept === '') return complained(`Editing "${path}" canceled: temporary file is empty.\n`, 0);
  const folder = path.slice(0, path.lastIndexOf('/'));
  const events: WorldEvent[] = [
    ...(isDirectory(host.files, folder) ? [] : [{ type: 'mkdir', node, path: folder } as const]),
    { type: 'write', node, path, text: kept.endsWith('\n') ? kept : `${kept}\n` },
    { type: 'daemon-reload', node },
  ];
  return acted(events, '', `Successfully installed edited file '${path}'.\n`);
}

function editedPath(unit: UnitView, { full, dropIn }: EditOptions): string {
  return full ? `/etc/systemd/system/${unit.name}` : `/etc/systemd/system/${unit.name}.d/${dropIn}`;
}

function template(unit: UnitView, host: Host, path: string): string {
  const own = readText(host.files, path) ?? '';
  const files = [unit.fragment ?? '', ...unit.dropIns].filter((file) => file !== path);
  const shown = files.map((file) => `### ${file}\n${commented(readText(host.files, file) ?? '')}`);
  const between = '### Anything between here and the comment below will become the contents of the drop-in file';
  return `### Editing ${path}\n${between}\n\n${own}\n\n${BELOW}\n\n\n${shown.join('\n\n')}`;
}

function commented(text: string): string {
  return text
    .replace(/^(.*)\n?/gm, (_line, content: string) => (content === '' ? '#\n' : `# ${content}\n`))
    .replace(/#\n$/, '');
}
