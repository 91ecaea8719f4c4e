import { readText } from '#engine/host/files.ts';
import type { Host } from '#engine/host/host.ts';
import type { CommandResult } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';
import type { UnitView } from './unitView.ts';

/** `systemctl cat UNIT`: the files as they are on the disk, those of what systemd loaded. Models src/systemctl/systemctl-edit.c, v255. */
export function catUnit(unit: UnitView, host: Host): CommandResult {
  if (unit.fragment === null) return complained(`No files found for ${unit.name}.\n`);
  if (unit.loaded === null) return notModelled(`${unit.name} runs here, but its unit file is not modelled.`);
  const warning = unit.needsReload
    ? `# Warning: ${unit.name} changed on disk, the version systemd has loaded is outdated.\n# This output shows the current version of the unit's original fragment and drop-in files.\n# If fragments or drop-ins were added or removed, they are not properly reflected in this output.\n# Run 'systemctl daemon-reload' to reload units.\n`
    : '';
  let stdout = '';
  for (const path of [unit.fragment, ...unit.dropIns]) {
    const text = readText(host.files, path);
    if (text === null) {
      const stderr = `${warning}Failed to cat ${path}: No such file or directory\n`;
      return { ...complained(stderr), stdout };
    }
    stdout += `${stdout === '' ? '' : '\n'}# ${path}\n${text}`;
  }
  return { ...printed(stdout), stderr: warning };
}
