import type { Setting, Source } from '../config/provenance.ts';
import type { Place } from '../host/place.ts';
import type { Json } from '../json.ts';

/** A value as the screen writes it. */
export function valueText(value: Json): string {
  if (value === '') return '""';
  if (value === null) return 'not set';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The last part of a path, by which people call a file. */
export function fileName(path: string): string {
  const names = path.split('/').filter((name) => name !== '');
  // Without an ending a name says too little: `default/kubelet` is no program.
  return names.slice(names.at(-1)?.includes('.') === false ? -2 : -1).join('/');
}

/** "config.yaml line 4" */
export function placeText(place: Place): string {
  return `${fileName(place.file)} line ${place.line}`;
}

/** A flag as a command line would give it: "--anonymous-auth=true". */
function flagText(source: Source & { readonly from: 'flag' }): string {
  return `--${source.flag}=${source.text}`;
}

/** Where a value came from, in a few words: "--anonymous-auth=true, 10-kubeadm.conf line 9". */
export function sourceText(source: Source): string {
  switch (source.from) {
    case 'default':
      return 'default';
    case 'legacy-default':
      return 'default without --config';
    case 'file':
      return placeText(source.at);
    case 'drop-in':
      return `drop-in ${placeText(source.at)}`;
    case 'flag':
      return source.at === null ? flagText(source) : `${flagText(source)}, ${placeText(source.at)}`;
    case 'generated':
      return source.how;
  }
}

/** The end of a field's path, by which people know it: `anonymous.enabled`, `readOnlyPort`. */
export function shortPath(path: string): string {
  return path.split('.').slice(-2).join('.');
}

/** A value in force with its source: "--anonymous-auth=true, 10-kubeadm.conf line 9", "anonymous.enabled false, config.yaml line 4". */
export function settingText(setting: Setting): string {
  if (setting.source.from === 'flag') return sourceText(setting.source);
  return `${shortPath(setting.path)} ${valueText(setting.value)}, ${sourceText(setting.source)}`;
}
