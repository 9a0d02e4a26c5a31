/**
 * The NodeConfig of EKS hybrid nodes as nodeadm decodes it: strictly, so that a member it does not know is an error.
 * Source: aws/eks-hybrid v1.0.20, `api/v1alpha1/nodeconfig_types.go` and `internal/node/hybrid/validator.go`.
 */
import * as z from 'zod/mini';

/** Of SSM's CreateActivation. */
export const ACTIVATION_CODE = /^.{20,250}$/;
export const ACTIVATION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const text = () => z.string().check(z.minLength(1, 'must not be empty'));
const arn = () => z.string().check(z.regex(/^arn:aws[a-z-]*:/, 'must be an ARN'));

const ssm = z.strictObject({
  activationCode: z.string().check(z.regex(ACTIVATION_CODE, 'must have 20 to 250 characters')),
  activationId: z.string().check(z.regex(ACTIVATION_ID, 'must be a UUID in lower case')),
});

const iamRolesAnywhere = z.strictObject({
  nodeName: text().check(z.maxLength(64, 'must have at most 64 characters')),
  trustAnchorArn: arn(),
  profileArn: arn(),
  roleArn: arn(),
  awsConfigPath: z.optional(text()),
  certificatePath: z.optional(text()),
  privateKeyPath: z.optional(text()),
});

const cluster = z.strictObject({
  name: text(),
  region: z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be a region such as eu-central-1')),
  apiServerEndpoint: z.optional(z.string()),
  certificateAuthority: z.optional(
    z.string().check(z.regex(/^(?:[A-Za-z0-9+/\s]+={0,2}\s*)?$/, 'must be base64')),
  ),
  cidr: z.optional(z.string()),
  enableOutpost: z.optional(z.boolean()),
  id: z.optional(z.string()),
});

export const nodeConfigSchema = z.strictObject({
  apiVersion: z.literal('node.eks.aws/v1alpha1'),
  kind: z.literal('NodeConfig'),
  metadata: z.optional(z.record(z.string(), z.unknown())),
  spec: z.strictObject({
    cluster,
    hybrid: z.strictObject({
      enableCredentialsFile: z.optional(z.boolean()),
      ssm: z.optional(ssm),
      iamRolesAnywhere: z.optional(iamRolesAnywhere),
    }),
    kubelet: z.optional(
      z.strictObject({
        config: z.optional(z.record(z.string(), z.unknown())),
        flags: z.optional(z.array(z.string())),
      }),
    ),
    containerd: z.optional(z.strictObject({ config: z.optional(z.string()) })),
    instance: z.optional(
      z.strictObject({ localStorage: z.optional(z.strictObject({ strategy: z.optional(z.string()) })) }),
    ),
  }),
});

/** A NodeConfig that fits the schema; the rules beyond it are in `node-config-rules.ts`. */
export type NodeConfig = z.infer<typeof nodeConfigSchema>;
