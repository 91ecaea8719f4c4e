import { LINES } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ editor: 'plain' });

test('counts guesses, right and wrong, and leaves a request without a guess out', async ({ bench }) => {
  const { requests } = bench;
  await expect(requests.guesses).toContainText('Guess first, then ask.');
  await requests.send(LINES.stranger, '200');
  await expect(requests.latest).toContainText('guessed 200: right');
  await expect(requests.guesses).toContainText('1 of 1 guess right');
  await requests.send(LINES.bob, '403');
  await expect(requests.latest).toContainText('guessed 403: wrong');
  await expect(requests.guesses).toContainText('1 of 2 guesses right');
  await expect(requests.guesses.getByRole('radio', { name: 'no guess' })).toBeChecked();
  await requests.send(LINES.stranger);
  await expect(requests.latest).not.toContainText('guessed');
  await expect(requests.guesses).toContainText('1 of 2 guesses right');
});

test('takes a guess for a ready request too', async ({ bench }) => {
  const { requests, kubelet } = bench;
  await requests.guesses.getByRole('radio', { name: 'refused' }).check();
  await requests.ready.getByRole('button', { name: 'The read-only port' }).click();
  await expect(requests.latest).toContainText('guessed refused: right');
  await expect(requests.latest).toContainText('exit code 7');
  await expect(kubelet.port(10255)).toContainText('closed');
  await expect(kubelet.stage('connect')).toContainText('refused: ');
  await expect(kubelet.stage('tls')).toContainText('not reached');
});

test('answers a path that is not there before it asks who is calling', async ({ bench }) => {
  const { requests, kubelet } = bench;
  await requests.send(LINES.noSuchPath, '404');
  await expect(requests.latest).toContainText('guessed 404: right');
  await expect(requests.latest).toContainText('404 page not found');
  await expect(kubelet.stage('route')).toContainText('refused: ');
  await expect(kubelet.stage('authenticate')).toContainText('not reached');
});

test('shows an earlier request in the pipeline, and the latest again', async ({ bench }) => {
  const { requests, kubelet } = bench;
  await requests.send(LINES.stranger);
  await requests.send(LINES.readOnly);
  await expect(kubelet.answer).toContainText('refused');
  await requests.asked.first().getByRole('button', { name: LINES.stranger, exact: true }).click();
  await expect(kubelet.answer).toContainText('200');
  await kubelet.pipeline.getByRole('button', { name: 'Show the latest' }).click();
  await expect(kubelet.answer).toContainText('refused');
});

const TRANSFERS = [
  {
    title: '-v tells the handshake and both heads',
    line: 'curl -skv https://localhost:10250/healthz',
    says: ['* Connected to localhost (127.0.0.1) port 10250', '> GET /healthz HTTP/1.1', '< HTTP/1.1 200 OK'],
  },
  {
    title: '-i puts the head before the body',
    line: 'curl -ski https://localhost:10250/healthz',
    says: ['HTTP/1.1 200 OK', 'Content-Type: text/plain; charset=utf-8', 'ok'],
  },
  {
    title: '-w prints the code alone',
    line: `curl -sk -o /dev/null -w '%{http_code}' https://localhost:10250/pods`,
    says: [/^\d+\$? ?curl [\s\S]*Ask again\s*200\s*$/],
  },
  {
    title: '-I asks for the head only',
    line: 'curl -skI https://localhost:10250/healthz',
    says: ['HTTP/1.1'],
  },
  {
    title: 'without -k curl does not trust the node',
    line: 'curl -s https://localhost:10250/pods',
    says: ['exit code 60'],
  },
] as const;

test('curl prints as it was asked to', async ({ bench }) => {
  for (const { title, line, says } of TRANSFERS) {
    await test.step(title, async () => {
      await bench.requests.send(line);
      for (const words of says) await expect(bench.requests.latest).toContainText(words);
    });
  }
});

const REFUSED_LINES = [
  { line: 'curl', says: "curl: try 'curl --help'", exit: 2 },
  { line: 'curl --no-such-option https://localhost:10250/', says: 'option --no-such-option: is unknown', exit: 2 },
  { line: 'curl -H', says: 'option -H: requires parameter', exit: 2 },
  { line: 'ls -la', says: 'ls', exit: 127 },
  { line: 'curl "https://localhost:10250/pods', says: '', exit: 2 },
] as const;

test('what is no request is not sent, and counts as no guess', async ({ bench }) => {
  const { requests, kubelet } = bench;
  for (const { line, says, exit } of REFUSED_LINES) {
    await test.step(line, async () => {
      await requests.send(line, '200');
      await expect(requests.latest).toContainText('curl did not send it');
      await expect(requests.latest).toContainText(says);
      await expect(requests.latest).toContainText(`exit code ${exit}`);
      await expect(requests.guesses).toContainText('Guess first, then ask.');
      await expect(kubelet.answer).toHaveCount(0);
    });
  }
});
