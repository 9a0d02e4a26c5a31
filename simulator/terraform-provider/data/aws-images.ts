import { createHash } from 'node:crypto';

/** A machine image that lookups may find. */
export interface MachineImage {
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly alias: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly rootDevice: string;
  /** Public SSM parameters that name this image. */
  readonly parameters: readonly RegExp[];
  /** Its id in a region; ids differ by region. */
  readonly id: (region: string) => string;
}

const idOf = (name: string) => (region: string) =>
  `ami-0${createHash('sha256').update(`${name}:${region}`).digest('hex').slice(0, 16)}`;

function image(name: string, facts: Omit<MachineImage, 'name' | 'id'>): MachineImage {
  return { name, ...facts, id: idOf(name) };
}

const amazon = { owner: '137112412989', alias: 'amazon', rootDevice: '/dev/xvda' } as const;
const eks = { owner: '602401143452', alias: 'amazon', rootDevice: '/dev/xvda' } as const;
const canonical = { owner: '099720109477', alias: '', rootDevice: '/dev/sda1' } as const;

/** The images the stacks look up, newest first: Amazon Linux, the EKS builds of it, Ubuntu. Ids are made up. */
export const IMAGES: readonly MachineImage[] = [
  ...(['x86_64', 'arm64'] as const).flatMap((architecture) => [
    image(`al2023-ami-2023.9.20261020.0-kernel-6.12-${architecture}`, {
      ...amazon,
      architecture,
      description: `Amazon Linux 2023 AMI 2023.9.20261020.0 ${architecture} HVM kernel-6.12`,
      parameters: [
        new RegExp(
          String.raw`^/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-(?:default|6\.12)-${architecture}$`,
        ),
      ],
    }),
    ...['1.33', '1.34', '1.35'].map((kubernetes) =>
      image(`amazon-eks-node-al2023-${architecture}-standard-${kubernetes}-v20261022`, {
        ...eks,
        architecture,
        description: `EKS-optimized Kubernetes node based on Amazon Linux 2023, (k8s: ${kubernetes}.0, containerd: 2.1.*)`,
        parameters: [
          new RegExp(
            `^/aws/service/eks/optimized-ami/${kubernetes.replace('.', String.raw`\.`)}/amazon-linux-2023/${architecture}/standard/recommended/image_id$`,
          ),
        ],
      }),
    ),
  ]),
  ...(['amd64', 'arm64'] as const).map((cpu) =>
    image(`ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${cpu}-server-20261015`, {
      ...canonical,
      architecture: cpu === 'amd64' ? 'x86_64' : 'arm64',
      description: `Canonical, Ubuntu, 24.04, ${cpu} noble image`,
      parameters: [
        new RegExp(
          String.raw`^/aws/service/canonical/ubuntu/server/24\.04/stable/current/${cpu}/hvm/ebs-gp3/ami-id$`,
        ),
      ],
    }),
  ),
];
