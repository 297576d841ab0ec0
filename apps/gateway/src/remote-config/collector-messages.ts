import { z } from 'zod';

/**
 * Messages of `collector.v1.CollectorService` as far as they matter here. Source: grafana/alloy-remote-config,
 * api/collector/v1/collector.proto (v0.0.12).
 */
export interface GetConfigRequest {
  readonly id: string;
  readonly localAttributes: Readonly<Record<string, string>>;
  /** Hash of the configuration that the agent holds; empty at first. */
  readonly hash: string;
  /** Set when it changed since the last call. */
  readonly status: RemoteConfigStatus | undefined;
  /** Text of the configuration that runs; sent after it changed. */
  readonly effective: string | undefined;
}

export interface RemoteConfigStatus {
  readonly status: CollectorStatus;
  readonly errorMessage: string;
}

/** The enum RemoteConfigStatuses without its prefix; the index is the number on the wire. */
export const collectorStatuses = ['UNSET', 'APPLIED', 'APPLYING', 'FAILED'] as const;
type CollectorStatus = (typeof collectorStatuses)[number];

export interface GetConfigResponse {
  readonly content: string;
  readonly hash: string;
  readonly notModified: boolean;
}

const jsonPrefix = 'RemoteConfigStatuses_';
const statusInJson = z.union([
  z
    .enum(collectorStatuses.map((name) => `${jsonPrefix}${name}` as const))
    .transform((name) => name.slice(jsonPrefix.length) as CollectorStatus),
  z
    .int()
    .min(0)
    .max(3)
    .transform((number) => collectorStatuses[number] as CollectorStatus),
]);

/** ProtoJSON: camel case or the proto's own names, absent for defaults, unknown fields ignored. */
export const getConfigRequestInJson = z
  .object({
    id: z.string().default(''),
    localAttributes: z.record(z.string(), z.string()).optional(),
    local_attributes: z.record(z.string(), z.string()).optional(),
    hash: z.string().default(''),
    remoteConfigStatus: z
      .object({ status: statusInJson.default('UNSET'), errorMessage: z.string().default('') })
      .nullish(),
    effectiveConfig: z
      .object({ configMap: z.object({ configMap: z.record(z.string(), z.object({ body: z.base64().default('') })) }) })
      .nullish(),
  })
  .transform(
    (message): GetConfigRequest => ({
      id: message.id,
      localAttributes: message.localAttributes ?? message.local_attributes ?? {},
      hash: message.hash,
      status: message.remoteConfigStatus ?? undefined,
      effective: fileOf(message.effectiveConfig?.configMap.configMap),
    }),
  );

/** Alloy sends one file, under the empty name. */
function fileOf(files: Record<string, { body: string }> | undefined): string | undefined {
  const file = files?.[''];
  return file && Buffer.from(file.body, 'base64').toString('utf8');
}
