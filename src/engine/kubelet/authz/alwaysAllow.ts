import { settingAt } from '../../config/effective.ts';
import type { KubeletProcess } from '../process.ts';
import type { StageResult } from '../stage.ts';

/** Mode AlwaysAllow: whoever was authenticated, system:anonymous too, may do anything. Models cmd/kubelet/app/auth.go, v1.36. */
export function alwaysAllow(process: KubeletProcess): StageResult {
  const setting = settingAt(process.config, 'authorization.mode');
  return {
    record: {
      stage: 'authorize',
      verdict: 'passed',
      reason: 'always-allow',
      facts: {},
      causes: setting === null ? [] : [{ kind: 'setting', setting }],
    },
  };
}
