// Types the lines of LINES.txt (lines, lines-cks) with the real kubectl against a real API server that may be spoilt, and writes what
// they printed to kubectl-more or kubectl-cks:
//   KUBECONFIG=admin.conf node conformance/kubectl/record.mjs LINES
// The API server is to be reached at https://10.0.0.10:6443, its own kubelets and controllers need not be there.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const HERE = 'conformance/kubectl';
const LINES = process.argv[2] ?? 'lines';
const OUT = `conformance/recordings/1.36/${LINES === 'lines' ? 'kubectl-more' : LINES.replace('lines', 'kubectl')}`;
const HOME = '/tmp/portside-kubectl';
const text = (name) => readFileSync(`${HERE}/${name}`, 'utf8');
const lines = (name) =>
  text(name)
    .split('\n')
    .filter((line) => line !== '');
const kubectl = (...words) => execFileSync('kubectl', words, { encoding: 'utf8', maxBuffer: 1 << 26 });

kubectl('create', '-f', `${HERE}/objects.yaml`);
for (const { resource, name, namespace, patch } of JSON.parse(text('statuses.json'))) {
  const where = namespace === undefined ? [] : ['-n', namespace];
  kubectl('patch', resource, name, ...where, '--subresource=status', '--type=merge', '-p', JSON.stringify(patch));
}
kubectl('certificate', 'deny', 'kg-jane');
const objects = JSON.parse(kubectl('get', '-f', `${HERE}/objects.yaml`, '-o', 'json')).items;
const served = Object.fromEntries(lines('paths.txt').map(withUid).flatMap(answer));
const manifests = LINES === 'lines' ? [] : readdirSync(`${HERE}/manifests`);
// Many are wrong on purpose: as texts no formatter minds them.
const files = Object.fromEntries(manifests.map((name) => [name.replace(/\.txt$/, ''), text(`manifests/${name}`)]));
const user = kubectl('config', 'view', '--minify', '-o', 'jsonpath={.users[0].name}');
writeFileSync(`${OUT}.json`, `${JSON.stringify({ user, objects, served, files }, null, 1)}\n`);

rmSync(HOME, { recursive: true, force: true });
mkdirSync(HOME, { recursive: true });
copyFileSync(process.env.KUBECONFIG ?? '', `${HOME}/config`);
for (const [name, content] of Object.entries(files)) writeFileSync(`${HOME}/${name}`, content);
let section = '';
const recorded = [];
for (const line of lines(`${LINES}.txt`)) {
  if (line.startsWith('#')) section = line.replace(/^# */, '');
  else {
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const env = { ...process.env, KUBECONFIG: `${HOME}/config` };
    const { stdout, stderr, status } = spawnSync('sh', ['-c', line], { cwd: HOME, encoding: 'utf8', env });
    recorded.push({ section, at, command: line, stdout, stderr, exitCode: status });
  }
}
writeFileSync(`${OUT}.jsonl`, recorded.map((one) => `${JSON.stringify(one)}\n`).join(''));

/** Events are asked for by their object's uid too, which is another one each time. */
function withUid(path) {
  const name = /involvedObject\.name%3D([\w-]+)/.exec(path)?.[1];
  const uid = objects.find(({ kind, metadata }) => ['Pod', 'Node'].includes(kind) && metadata.name === name)?.metadata
    .uid;
  return name === undefined ? path : path.replace('&limit', `%2CinvolvedObject.uid%3D${uid}&limit`);
}

/** What the API server answers at a path; nothing where it answers with an error. */
function answer(path) {
  const { stdout, status } = spawnSync('kubectl', ['get', '--raw', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? [[path, stdout]] : [];
}

// Without a controller manager nobody finishes a namespace that is going.
spawnSync('kubectl', ['delete', '-f', `${HERE}/objects.yaml`, '--force', '--grace-period=0', '--wait=false']);
for (const kind of ['sa', 'cm', 'secret', 'role', 'rolebinding'])
  spawnSync('kubectl', ['delete', kind, '-n', 'made', '--all']);
spawnSync('kubectl', ['delete', 'ns', 'made', '--wait=false']);
for (const name of ['shop', 'ops', 'made']) {
  const { stdout, status } = spawnSync('kubectl', ['get', 'ns', name, '-o', 'json'], { encoding: 'utf8' });
  if (status !== 0) continue;
  const namespace = JSON.parse(stdout);
  spawnSync('kubectl', ['replace', '--raw', `/api/v1/namespaces/${name}/finalize`, '-f', '-'], {
    input: JSON.stringify({ ...namespace, spec: { finalizers: [] } }),
  });
}
