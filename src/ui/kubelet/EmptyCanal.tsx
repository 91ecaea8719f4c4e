import type { CSSProperties } from 'react';
import { WORDS } from '../words.ts';
import { tracksOf } from './Canal.tsx';
import { KUBELET_GATES } from './canal.ts';
import { LockGate } from './LockGate.tsx';
import './Canal.css';

/** The canal before the first request: six gates, all shut, no water. */
export function EmptyCanal() {
  return (
    <section className="pipeline" aria-label={WORDS.pipeline}>
      <h3 className="eyebrow">{WORDS.pipeline}</h3>
      <ol className="canal" aria-hidden="true" style={{ '--tracks': tracksOf(KUBELET_GATES) } as CSSProperties}>
        {WORDS.stageLabels.map((label) => (
          <li key={label} className="lock lock-coming">
            <span className="lock-gate">
              <span className="lock-channel">
                <LockGate state="not-reached" />
              </span>
              <span className="lock-label">{label}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="pipeline-none">{WORDS.pipelineEmpty}</p>
    </section>
  );
}
