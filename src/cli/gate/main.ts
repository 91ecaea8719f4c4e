import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { GATE, type GateStep } from './steps.ts';
import { type StepResult, summary } from './summary.ts';

/** Runs a script of package.json, shows its output as it comes, and keeps it. */
function run(script: string): Promise<{ readonly output: string; readonly status: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        process.stdout.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ output: stripVTControlCharacters(output), status: code ?? 1 }));
  });
}

async function take({ name, script, count }: GateStep): Promise<StepResult> {
  process.stdout.write(`\n== ${name}\n`);
  const start = performance.now();
  const { output, status } = await run(script);
  return { name, ...count(output, status), output, seconds: (performance.now() - start) / 1000 };
}

const results: StepResult[] = [];
for (const step of GATE) {
  const needed = results.find(({ name }) => name === step.after);
  const result =
    needed !== undefined && needed.failed > 0
      ? { name: step.name, passed: 0, failed: 1, seconds: 0, output: `${step.after} failed, so this was not run.` }
      : await take(step);
  results.push(result);
}
process.stdout.write(`${summary(results)}\n`);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
