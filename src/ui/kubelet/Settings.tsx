import { useId } from 'react';
import type { SettingView } from '#session/view.ts';
import { PlaceLink } from '../files/PlaceLink.tsx';
import { Breakable } from '../kit/Breakable.tsx';
import { useDesk, useView } from '../store/bench.tsx';
import { CONFIGURATION } from '../words/configuration.ts';
import { WORDS } from '../words.ts';
import './Settings.css';

/** What the running kubelet goes by: each value with where it came from and what it beat. */
export function Settings() {
  const settings = useView((view) => view.settings);
  const id = useId();
  const showLower = useDesk((desk) => desk.showLower);
  return (
    <section className="settings" aria-labelledby={id}>
      <div className="settings-head">
        <h3 id={id} className="eyebrow">
          {WORDS.settings}
        </h3>
        <button type="button" className="link settings-all" onClick={() => showLower('configuration')}>
          {CONFIGURATION.showAll}
        </button>
      </div>
      {settings.length === 0 ? (
        <p className="settings-none">{WORDS.noSettings}</p>
      ) : (
        <table>
          <thead className="sr-only">
            <tr>
              <th scope="col">{WORDS.setting}</th>
              <th scope="col">{WORDS.value}</th>
              <th scope="col">{WORDS.source}</th>
            </tr>
          </thead>
          <tbody>
            {settings.map((setting) => (
              <Row key={setting.path} setting={setting} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ setting }: { readonly setting: SettingView }) {
  return (
    <tr className={setting.risky ? 'setting-risky' : undefined}>
      <th scope="row">
        <Breakable path={setting.path} />
      </th>
      <td className="setting-value">
        <Breakable path={setting.value} />{' '}
        {setting.risky && (
          <span className="setting-warning">
            <span aria-hidden="true">▲ </span>
            {WORDS.risky}
          </span>
        )}
      </td>
      <td className="setting-source">
        <PlaceLink place={setting.place}>{setting.source}</PlaceLink>
        {setting.beaten.map((beaten) => (
          <span key={beaten.text} className="setting-beaten">
            {WORDS.beats}{' '}
            <s>
              <PlaceLink place={beaten.place}>{beaten.text}</PlaceLink>
            </s>
          </span>
        ))}
      </td>
    </tr>
  );
}
