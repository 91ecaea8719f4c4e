import { parseAllDocuments } from 'yaml';
import { type Cluster, objectKey } from '#engine/apiserver/cluster.ts';
import { newCluster } from '#engine/apiserver/newCluster.ts';
import { issueToken } from '#engine/apiserver/tokens.ts';
import type { JsonObject } from '#engine/json.ts';
import type { World } from '#engine/world/world.ts';
import { pem } from './recordedHost.ts';
import type { RecordedCase, Recordings } from './recording.ts';
