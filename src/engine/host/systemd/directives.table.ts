/** What a key holds, as far as systemd's reading of it is modelled; `other` is kept and not judged. */
export type DirectiveKind =
  | 'boolean'
  | 'seconds'
  | 'unsigned'
  | 'type'
  | 'restart'
  | 'command'
  | 'environment'
  | 'environment-file'
  | 'text'
  | 'other';

/** Every key that systemd 252 takes in a service unit, by section and kind (`systemd --dump-configuration-items`). */
export const UNIT_KEYS: Readonly<Record<string, Readonly<Partial<Record<DirectiveKind, string>>>>> = {
  Unit: {
    text: 'Description',
    other:
      'Documentation SourcePath Requires Requisite Wants BindsTo BindTo Upholds Conflicts Before After ' +
      'OnSuccess OnFailure PropagatesReloadTo PropagateReloadTo ReloadPropagatedFrom PropagateReloadFrom ' +
      'PropagatesStopTo StopPropagatedFrom PartOf JoinsNamespaceOf RequiresOverridable RequisiteOverridable ' +
      'RequiresMountsFor OnSuccessJobMode OnFailureJobMode JobTimeoutSec JobRunningTimeoutSec ' +
      'JobTimeoutAction JobTimeoutRebootArgument StartLimitAction FailureAction SuccessAction ' +
      'FailureActionExitStatus SuccessActionExitStatus RebootArgument ConditionPathExists ' +
      'ConditionPathExistsGlob ConditionPathIsDirectory ConditionPathIsSymbolicLink ' +
      'ConditionPathIsMountPoint ConditionPathIsReadWrite ConditionPathIsEncrypted ' +
      'ConditionDirectoryNotEmpty ConditionFileNotEmpty ConditionFileIsExecutable ConditionNeedsUpdate ' +
      'ConditionFirstBoot ConditionArchitecture ConditionFirmware ConditionVirtualization ConditionHost ' +
      'ConditionKernelCommandLine ConditionKernelVersion ConditionCredential ConditionSecurity ' +
      'ConditionCapability ConditionACPower ConditionMemory ConditionCPUFeature ConditionCPUs ' +
      'ConditionEnvironment ConditionUser ConditionGroup ConditionControlGroupController ConditionOSRelease ' +
      'ConditionMemoryPressure ConditionCPUPressure ConditionIOPressure AssertPathExists ' +
      'AssertPathExistsGlob AssertPathIsDirectory AssertPathIsSymbolicLink AssertPathIsMountPoint ' +
      'AssertPathIsReadWrite AssertPathIsEncrypted AssertDirectoryNotEmpty AssertFileNotEmpty ' +
      'AssertFileIsExecutable AssertNeedsUpdate AssertFirstBoot AssertArchitecture AssertVirtualization ' +
      'AssertHost AssertKernelCommandLine AssertKernelVersion AssertCredential AssertSecurity ' +
      'AssertCapability AssertACPower AssertMemory AssertCPUFeature AssertCPUs AssertEnvironment AssertUser ' +
      'AssertGroup AssertControlGroupController AssertOSRelease AssertMemoryPressure AssertCPUPressure ' +
      'AssertIOPressure CollectMode',
    boolean:
      'StopWhenUnneeded RefuseManualStart RefuseManualStop AllowIsolate DefaultDependencies ' +
      'OnFailureIsolate IgnoreOnIsolate',
    seconds: 'StartLimitIntervalSec StartLimitInterval',
    unsigned: 'StartLimitBurst',
  },
  Service: {
    other:
      'PIDFile TimeoutAbortSec TimeoutStartFailureMode TimeoutStopFailureMode ' +
      'StartLimitAction FailureAction ExitType RestartPreventExitStatus RestartForceExitStatus ' +
      'SuccessExitStatus BusName NotifyAccess Sockets USBFunctionDescriptors USBFunctionStrings OOMPolicy ' +
      'WorkingDirectory RootDirectory RootImage RootImageOptions RootHash RootHashSignature RootVerity ' +
      'ExtensionDirectories ExtensionImages MountImages User Group SupplementaryGroups Nice OOMScoreAdjust ' +
      'CoredumpFilter IOSchedulingClass IOSchedulingPriority CPUSchedulingPolicy CPUSchedulingPriority ' +
      'CPUAffinity NUMAPolicy NUMAMask UMask PassEnvironment UnsetEnvironment StandardInput StandardOutput ' +
      'StandardError StandardInputText StandardInputData TTYPath TTYRows TTYColumns SyslogFacility ' +
      'SyslogLevel LogLevelMax LogExtraFields SecureBits CapabilityBoundingSet AmbientCapabilities ' +
      'TimerSlackNSec KeyringMode ProtectProc ProcSubset SystemCallFilter SystemCallArchitectures ' +
      'SystemCallErrorNumber SystemCallLog RestrictNamespaces RestrictAddressFamilies RestrictFileSystems ' +
      'LimitCPU LimitFSIZE LimitDATA LimitSTACK LimitCORE LimitRSS LimitNOFILE LimitAS LimitNPROC ' +
      'LimitMEMLOCK LimitLOCKS LimitSIGPENDING LimitMSGQUEUE LimitNICE LimitRTPRIO LimitRTTIME ' +
      'ReadWriteDirectories ReadOnlyDirectories InaccessibleDirectories ReadWritePaths ReadOnlyPaths ' +
      'InaccessiblePaths ExecPaths NoExecPaths ExecSearchPath BindPaths BindReadOnlyPaths ' +
      'TemporaryFileSystem NetworkNamespacePath IPCNamespacePath LogNamespace ProtectSystem ProtectHome ' +
      'MountFlags MountAPIVFS Personality RuntimeDirectoryPreserve RuntimeDirectoryMode RuntimeDirectory ' +
      'StateDirectoryMode StateDirectory CacheDirectoryMode CacheDirectory LogsDirectoryMode LogsDirectory ' +
      'ConfigurationDirectoryMode ConfigurationDirectory SetCredential SetCredentialEncrypted ' +
      'LoadCredential LoadCredentialEncrypted UtmpMode SELinuxContext AppArmorProfile SmackProcessLabel ' +
      'Slice AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes CPUWeight ' +
      'StartupCPUWeight CPUShares StartupCPUShares CPUQuota CPUQuotaPeriodSec MemoryMin DefaultMemoryMin ' +
      'DefaultMemoryLow MemoryLow MemoryHigh MemoryMax MemorySwapMax MemoryLimit DeviceAllow DevicePolicy ' +
      'IOWeight StartupIOWeight IODeviceWeight IOReadBandwidthMax IOWriteBandwidthMax IOReadIOPSMax ' +
      'IOWriteIOPSMax IODeviceLatencyTargetSec BlockIOWeight StartupBlockIOWeight BlockIODeviceWeight ' +
      'BlockIOReadBandwidth BlockIOWriteBandwidth TasksMax Delegate DisableControllers IPAddressAllow ' +
      'IPAddressDeny IPIngressFilterPath IPEgressFilterPath ManagedOOMSwap ManagedOOMMemoryPressure ' +
      'ManagedOOMMemoryPressureLimit ManagedOOMPreference BPFProgram SocketBindAllow SocketBindDeny ' +
      'RestrictNetworkInterfaces KillMode KillSignal RestartKillSignal FinalKillSignal WatchdogSignal',
    command: 'ExecCondition ExecStartPre ExecStart ExecStartPost ExecReload ExecStop ExecStopPost',
    seconds:
      'TimeoutStopSec RestartSec TimeoutSec TimeoutStartSec RuntimeMaxSec RuntimeRandomizedExtraSec WatchdogSec ' +
      'StartLimitInterval LogRateLimitIntervalSec TimeoutCleanSec',
    unsigned: 'StartLimitBurst FileDescriptorStoreMax LogRateLimitBurst',
    text: 'RebootArgument SyslogIdentifier PAMName UtmpIdentifier',
    type: 'Type',
    restart: 'Restart',
    boolean:
      'PermissionsStartOnly RootDirectoryStartOnly RemainAfterExit GuessMainPID NonBlocking ' +
      'CPUSchedulingResetOnFork DynamicUser RemoveIPC TTYReset TTYVHangup TTYVTDisallocate ' +
      'SyslogLevelPrefix NoNewPrivileges MemoryDenyWriteExecute RestrictRealtime RestrictSUIDSGID ' +
      'LockPersonality PrivateTmp PrivateDevices ProtectKernelTunables ProtectKernelModules ' +
      'ProtectKernelLogs ProtectClock ProtectControlGroups PrivateNetwork PrivateUsers PrivateMounts ' +
      'PrivateIPC IgnoreSIGPIPE ProtectHostname CPUAccounting MemoryAccounting IOAccounting ' +
      'BlockIOAccounting TasksAccounting IPAccounting SendSIGKILL SendSIGHUP',
    environment: 'Environment',
    'environment-file': 'EnvironmentFile',
  },
  Install: {
    other: 'Alias WantedBy RequiredBy Also DefaultInstance',
  },
};
