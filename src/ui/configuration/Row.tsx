import { memo } from 'react';
import type { ConfigurationRow } from '#session/view/configuration.ts';
import { PlaceLink } from '../files/PlaceLink.tsx';
import { Breakable } from '../kit/Breakable.tsx';
import { CONFIGURATION as WORDS } from '../words/configuration.ts';
import { WORDS as COMMON } from '../words.ts';

interface Props {
  readonly row: ConfigurationRow;
}

/** One value with its four voices; below it what it does, why it is risky and why the voices do not agree. */
export const Row = memo(function Row({ row }: Props) {
  const disagrees = (about: 'file' | 'flagz') => row.disagreements.some((each) => each.about === about);
  return (
    <>
      <tr className={`config-row config-${row.verdict}`}>
        <th scope="row" className="config-path">
          <Breakable path={row.path} />
        </th>
        <td>
          <span className="config-value">
            <Breakable path={row.value} />
          </span>{' '}
          {row.verdict !== 'fine' && (
            <span className="config-verdict">
              <span aria-hidden="true">{row.verdict === 'risky' ? '▲ ' : '△ '}</span>
              {WORDS.verdicts[row.verdict]}
            </span>
          )}
          <span className="config-source">
            <PlaceLink place={row.place}>{row.source}</PlaceLink>
          </span>
          {row.beaten.map((beaten) => (
            <span key={beaten.text} className="config-source">
              {COMMON.beats}{' '}
              <s>
                <PlaceLink place={beaten.place}>{beaten.text}</PlaceLink>
              </s>
            </span>
          ))}
        </td>
        <td className="config-voice">
          {row.file === null ? (
            <Aside>{WORDS.silent}</Aside>
          ) : (
            <PlaceLink place={row.file.place}>
              <Breakable path={row.file.text} />
            </PlaceLink>
          )}
          <Unequal shown={disagrees('file')} />
        </td>
        <td className="config-voice">
          {row.configz === null ? <Aside>{WORDS.leftOut}</Aside> : <Breakable path={row.configz} />}
        </td>
        <td className="config-voice">
          {row.flagz === null ? (
            <Aside>{WORDS.noFlag}</Aside>
          ) : (
            <>
              {row.flagz.text === '' ? <Aside>{WORDS.empty}</Aside> : <Breakable path={row.flagz.text} />}{' '}
              <Aside>{row.flagz.given ? WORDS.flagGiven : WORDS.flagDefault}</Aside>
            </>
          )}
          <Unequal shown={disagrees('flagz')} />
        </td>
      </tr>
      <tr className={`config-notes config-${row.verdict}`}>
        <td colSpan={5}>
          <p>{row.says}</p>
          {row.verdict !== 'fine' && (
            <p className="config-why">
              {row.why} {row.hardened !== '' && WORDS.hardened(row.hardened)}
            </p>
          )}
          {row.disagreements.map(({ about, text }) => (
            <p key={about}>
              <span className="config-unequal" aria-hidden="true">
                ≠{' '}
              </span>
              {text}
            </p>
          ))}
        </td>
      </tr>
    </>
  );
}, isSame);

/** The table is made anew with every step of the session; most of its rows stay as they were. */
function isSame(before: Props, after: Props): boolean {
  return JSON.stringify(before.row) === JSON.stringify(after.row);
}

function Aside({ children }: { readonly children: string }) {
  return <span className="config-aside">{children}</span>;
}

function Unequal({ shown }: { readonly shown: boolean }) {
  if (!shown) return null;
  return (
    <span className="config-unequal" title={WORDS.disagrees}>
      {' '}
      <span aria-hidden="true">≠</span>
      <span className="sr-only">{WORDS.disagrees}</span>
    </span>
  );
}
