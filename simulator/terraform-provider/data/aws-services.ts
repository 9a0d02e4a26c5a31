import type { DataSourceContext, DataSourceRule, ObjectValue } from '../engine/types.ts';
import { SIMULATED_TIME } from '../tables/identity.ts';
import { partitionOf } from '../tables/makers.ts';
import { findBy, isGiven, isList, text } from '../tables/values.ts';
import { failed, found, tagsOf } from './answers.ts';
import { addonVersion } from './eks-versions.ts';
import { IMAGES } from './aws-images.ts';

const clusterNamed = (context: DataSourceContext, name: string): ObjectValue | undefined =>
  context.objects
    .list('aws_eks_cluster')
    .find((object) => object.region === context.instance.region && object.attributes['name'] === name)
    ?.attributes;

const eksCluster: DataSourceRule = (context) => {
  const name = text(context.config, 'name') ?? '';
  const cluster = clusterNamed(context, name);
  if (!cluster) return failed(`reading EKS Cluster (${name}): couldn't find resource`);
  return found({ ...cluster, tags: tagsOf(cluster) });
};

/** A token in the form of `aws eks get-token`: a presigned URL of STS in base64. It is signed by nobody. */
function eksToken(context: DataSourceContext, name: string): string {
  const { region } = context.instance;
  const url = `https://sts.${region}.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=0&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-K8s-Aws-Id=${encodeURIComponent(name)}&X-Amz-Signature=simulated`;
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`;
}

const eksClusterAuth: DataSourceRule = (context) => {
  const name = text(context.config, 'name') ?? '';
  return found({ id: name, name, token: eksToken(context, name) });
};

const eksAddonVersion: DataSourceRule = ({ config }) => {
  const name = text(config, 'addon_name') ?? '';
  const kubernetes = text(config, 'kubernetes_version') ?? '';
  const version = addonVersion(name, kubernetes, config['most_recent'] === true);
  if (version === undefined)
    return failed(`reading EKS Add-On version info (${name}, ${kubernetes}): couldn't find resource`);
  return found({ id: name, version });
};

/** Public parameters by which AWS names its newest images, next to the parameters that Terraform made. */
function publicParameter(name: string, region: string): string | undefined {
  const image = IMAGES.find((item) => item.parameters.some((pattern) => pattern.test(name)));
  return image === undefined ? undefined : image.id(region);
}

function parameter(context: DataSourceContext, name: string): ObjectValue | undefined {
  const own = context.objects
    .list('aws_ssm_parameter')
    .find((object) => object.region === context.instance.region && object.attributes['name'] === name);
  if (own) return own.attributes;
  const value = publicParameter(name, context.instance.region);
  if (value === undefined) return undefined;
  const { region } = context.instance;
  return {
    name,
    arn: `arn:${partitionOf(region)}:ssm:${region}::parameter${name}`,
    type: 'String',
    value,
    version: 1,
  };
}

const ssmParameter: DataSourceRule = (context) => {
  const name = text(context.config, 'name') ?? '';
  const object = parameter(context, name);
  if (!object) return failed(`reading SSM Parameter (${name}): couldn't find resource`);
  const secure = object['type'] === 'SecureString';
  const value = text(object, 'value') ?? text(object, 'insecure_value') ?? '';
  return found({
    id: name,
    name,
    arn: object['arn'] ?? '',
    type: object['type'] ?? 'String',
    value,
    insecure_value: secure ? '' : value,
    version: object['version'] ?? 1,
  });
};

/** Secret versions by the secret's ARN or name, newest last. */
const secretVersion: DataSourceRule = (context) => {
  const wanted = text(context.config, 'secret_id') ?? '';
  const secret =
    findBy(context.objects, 'aws_secretsmanager_secret', 'arn', wanted) ??
    findBy(context.objects, 'aws_secretsmanager_secret', 'name', wanted);
  const arn = text(secret?.attributes, 'arn') ?? wanted;
  const version = context.objects
    .list('aws_secretsmanager_secret_version')
    .map((object) => object.attributes)
    .filter((object) => object['secret_id'] === arn || object['secret_id'] === wanted)
    .filter(
      (object) =>
        !isGiven(context.config['version_id']) || object['version_id'] === context.config['version_id'],
    )
    .at(-1);
  if (!version) return failed(`reading Secrets Manager Secret Version (${wanted}): couldn't find resource`);
  if (version['has_secret_string_wo'] === true) {
    return failed(
      'the simulated world does not keep write-only values',
      `The secret ${wanted} was written through secret_string_wo, which no state holds.`,
    );
  }
  return found({
    secret_id: wanted,
    arn: version['arn'] ?? arn,
    version_id: version['version_id'] ?? '',
    version_stage: 'AWSCURRENT',
    version_stages: isList(version['version_stages']) ? version['version_stages'] : ['AWSCURRENT'],
    secret_string: text(version, 'secret_string') ?? '',
    secret_binary: text(version, 'secret_binary') ?? '',
    created_date: SIMULATED_TIME,
  });
};

const ephemeralParameter: DataSourceRule = (context) => {
  const arn = text(context.config, 'arn') ?? '';
  const object =
    parameter(context, arn.slice(arn.indexOf(':parameter') + ':parameter'.length)) ??
    findBy(context.objects, 'aws_ssm_parameter', 'arn', arn)?.attributes;
  if (!object) return failed(`reading SSM Parameter (${arn}): couldn't find resource`);
  if (object['has_value_wo'] === true)
    return failed(
      'the simulated world does not keep write-only values',
      `The parameter ${arn} was written through value_wo.`,
    );
  return found({
    arn,
    name: object['name'] ?? '',
    type: object['type'] ?? 'String',
    value: object['value'] ?? '',
    version: object['version'] ?? 1,
    with_decryption: true,
  });
};

/** Data sources of EKS and Systems Manager. */
export const awsServiceData: Readonly<Record<string, DataSourceRule>> = {
  aws_eks_cluster: eksCluster,
  aws_eks_cluster_auth: eksClusterAuth,
  aws_eks_addon_version: eksAddonVersion,
  aws_ssm_parameter: ssmParameter,
};

/** Ephemeral resources of aws that read what is stored. */
export const awsStoredSecrets: Readonly<Record<string, DataSourceRule>> = {
  aws_eks_cluster_auth: eksClusterAuth,
  aws_secretsmanager_secret_version: secretVersion,
  aws_ssm_parameter: ephemeralParameter,
};
