/** A way in which the world can go wrong. Servers ask for it by name where it would strike. */
export interface FaultDefinition {
  readonly name: string;
  /** What a user sees happen, in one line; printed by `npm start -- --help`. */
  readonly description: string;
  readonly where: 'terraform' | 'github' | 'runner' | 'aws' | 'azure' | 'kubernetes';
}
