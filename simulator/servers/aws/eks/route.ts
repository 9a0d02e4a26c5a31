import type { World } from '../../../world/world.ts';

export interface EksCall {
  readonly world: World;
  readonly region: string;
  /** The first parameter of the path, decoded; empty without one. */
  readonly name: string;
  /** The second one, likewise. */
  readonly detail: string;
  readonly query: URLSearchParams;
}

export interface EksRoute {
  /** Name of the operation, as IAM has it after `eks:`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: RegExp;
  /** ARN that a denial names. */
  readonly resource: (name: string, region: string) => string;
  readonly handle: (call: EksCall) => object;
}

/** A refusal in EKS's form: the type in a header, the message and further members in the body. */
export class EksRefusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly members: Readonly<Record<string, string | null>>;

  constructor(
    status: number,
    type: string,
    message: string,
    members: Readonly<Record<string, string | null>> = {},
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.members = members;
  }
}
