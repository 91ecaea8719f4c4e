import { booleanAt, type EffectiveConfiguration, textAt } from '../../config/effective.ts';
import type { LogLine } from '../../host/journal.ts';
import { MACHINE } from '../../host/machine.table.ts';

const info = (source: string, text: string): LogLine => ({ level: 'I', source, text });

/** The first lines of every start that got past its configuration. Recorded, kubelet-start.log, v1.36. */
export function versionLines(version: string): readonly LogLine[] {
  return [
    info('server.go:545', `"Kubelet version" kubeletVersion="v${version}"`),
    info('server.go:547', '"Golang settings" GOGC="" GOMAXPROCS="" GOTRACEBACK=""'),
    info('watchdog_linux.go:94', '"Systemd watchdog is not enabled"'),
    info(
      'watchdog_linux.go:137',
      '"Systemd watchdog is not enabled or the interval is invalid, so health checking will not be started."',
    ),
  ];
}

/** What a kubelet says between reaching its runtime and opening its ports. Recorded, kubelet-start.log, v1.36. */
export function bootLines(config: EffectiveConfiguration, nodeName: string): readonly LogLine[] {
  const staticPodPath = textAt(config, 'staticPodPath');
  const lines = [
    info(
      'server.go:1431',
      '"CRI implementation should be updated to support RuntimeConfig. Falling back to using cgroupDriver from kubelet config."',
    ),
  ];
  if (booleanAt(config, 'cgroupsPerQOS') && textAt(config, 'cgroupRoot') === '') {
    lines.push(
      info('server.go:814', '"--cgroups-per-qos enabled, but --cgroup-root was not specified.  Defaulting to /"'),
    );
  }
  lines.push(info('kubelet.go:496', '"Attempting to sync node with API server"'));
  if (staticPodPath !== '') lines.push(info('kubelet.go:397', `"Adding static pod path" path="${staticPodPath}"`));
  lines.push(
    info('kubelet.go:408', '"Adding apiserver pod source"'),
    info(
      'kuberuntime_manager.go:308',
      `"Container runtime initialized" containerRuntime="containerd" version="${MACHINE.containerd}" apiVersion="v1"`,
    ),
    info('kubelet_node_status.go:78', `"Attempting to register node" node="${nodeName}"`),
  );
  return lines;
}

/** The line between a kubelet that is built and one that listens. */
export function serverLines(): readonly LogLine[] {
  return [info('server.go:1291', '"Started kubelet"')];
}

/** That the files of the serving pair and the client CA are watched from now on. */
export function reloadLines(config: EffectiveConfiguration, hasClientCA: boolean): readonly LogLine[] {
  const certificate = textAt(config, 'tlsCertFile');
  const key = textAt(config, 'tlsPrivateKeyFile');
  const lines: LogLine[] = [];
  if (certificate !== '' && key !== '') {
    lines.push(
      info(
        'dynamic_serving_content.go:135',
        `"Starting controller" name="kubelet-server-cert-files::${certificate}::${key}"`,
      ),
    );
  }
  if (hasClientCA) lines.push(info('tlsconfig.go:243', '"Starting DynamicServingCertificateController"'));
  return lines;
}
