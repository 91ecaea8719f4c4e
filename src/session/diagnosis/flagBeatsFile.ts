import { isRisky } from '#engine/config/security.ts';
import { shortPath, sourceText, valueText } from '#engine/explain/cause.ts';
import { ACCESS_SETTINGS, beatenCauses, homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W4: the file says what one wants, and a flag says otherwise. */
export const flagBeatsFile: Misconception = {
  id: 'W4',
  name: 'The flag wins',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const settings = ACCESS_SETTINGS.map((path) => inForce(node?.kubelet.process, path));
    const beaten = settings.find(
      (setting) =>
        setting?.source.from === 'flag' &&
        isRisky(setting.path, setting.value, node?.kubelet.version ?? '') &&
        setting.beaten.some(
          ({ source, value }) => (source.from === 'file' || source.from === 'drop-in') && value !== setting.value,
        ),
    );
    if (node === null || !beaten) return null;
    const loser = beaten.beaten.find(({ source }) => source.from === 'file' || source.from === 'drop-in');
    const field = shortPath(beaten.path);
    const file = loser === undefined ? 'the file' : sourceText(loser.source);
    return {
      done: `The file says ${field} ${valueText(loser?.value ?? null)}, and the command line says ${valueText(beaten.value)}.`,
      happens: `A flag beats every file. In force is ${sourceText(beaten.source)}, whatever ${file} says.`,
      causes: [settingCause(beaten, node.name), ...beatenCauses(beaten, node.name)],
      levels: [
        'What was the kubelet started with, beside its config file?',
        `Flags are read last. Look for ${sourceText(beaten.source)}.`,
        `Take ${sourceText(beaten.source)} out, then daemon-reload if a unit was edited, and restart.`,
      ],
    };
  },
};
