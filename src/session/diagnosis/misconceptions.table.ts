import { apiServerUnknown } from './apiServerUnknown.ts';
import { boundStrangers } from './boundStrangers.ts';
import { brokenFile } from './brokenFile.ts';
import { distrustedServing } from './distrustedServing.ts';
import { editedNotRestarted } from './editedNotRestarted.ts';
import { flagBeatsFile } from './flagBeatsFile.ts';
import { kernelDefaults } from './kernelDefaults.ts';
import { kubeconfigForConfig } from './kubeconfigForConfig.ts';
import { looseGrep } from './looseGrep.ts';
import { looseModes } from './looseModes.ts';
import type { Misconception } from './misconception.ts';
import { missingAuthority } from './missingAuthority.ts';
import { misspelt } from './misspelt.ts';
import { noSuchCommand } from './noSuchCommand.ts';
import { oneOfSeveral } from './oneOfSeveral.ts';
import { openedReadOnlyPort } from './openedReadOnlyPort.ts';
import { openToInsiders } from './openToInsiders.ts';
import { pendingRequest } from './pendingRequest.ts';
import { reloadedNotRestarted } from './reloadedNotRestarted.ts';
import { restartedWithoutReload } from './restartedWithoutReload.ts';
import { shutDown } from './shutDown.ts';
import { spacedBoolean } from './spacedBoolean.ts';
import { strangersHaveAName } from './strangersHaveAName.ts';
import { tooWideRole } from './tooWideRole.ts';
import { unusedVariable } from './unusedVariable.ts';
import { writtenBack } from './writtenBack.ts';
import { wrongComponent } from './wrongComponent.ts';
import { wrongPlaceInFile } from './wrongPlaceInFile.ts';

/** Every mistake of the catalogue, by its number. */
export const MISCONCEPTIONS: readonly Misconception[] = [
  editedNotRestarted,
  restartedWithoutReload,
  reloadedNotRestarted,
  flagBeatsFile,
  wrongPlaceInFile,
  brokenFile,
  misspelt,
  openToInsiders,
  strangersHaveAName,
  boundStrangers,
  openedReadOnlyPort,
  apiServerUnknown,
  missingAuthority,
  distrustedServing,
  pendingRequest,
  kernelDefaults,
  unusedVariable,
  spacedBoolean,
  kubeconfigForConfig,
  wrongComponent,
  oneOfSeveral,
  writtenBack,
  looseModes,
  shutDown,
  noSuchCommand,
  tooWideRole,
  looseGrep,
];
