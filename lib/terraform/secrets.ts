import { isObject, type ChangeJson } from './plan-json.ts';

/** Shorter texts are no secrets, and would be found everywhere. */
export const SHORTEST_SECRET = 4;

const TRIVIAL: ReadonlySet<string> = new Set(['true', 'false', 'null', 'none']);

/** The first and last line of keys and certificates, also of public ones. */
const PEM_BORDER = /^-+(?:BEGIN|END) [A-Z0-9 ]+-+$/;

/** Names as configurations write them: `client_secret`, `clientSecret`, `CLIENT_SECRET`. */
const PLAIN_NAME = /^(?:[a-z][a-z0-9_]*|[a-z]+(?:[A-Z][a-z]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/**
 * Gathers every text that any part of a plan marks as sensitive. Paths alone do not protect: a secret that flows into
 * another attribute can lose its mark on the way, and Terraform prints it. Numbers, booleans and texts under
 * {@link SHORTEST_SECRET} characters are left out, since replacing them everywhere would hide the plan itself. The
 * keys of a map that is sensitive as a whole are secret, too, unless they read like the names of members. A text of
 * several lines counts as a whole and line by line, since a diff tears it apart; so does a JSON text, by the strings
 * in it.
 */
export class SecretCollector {
  readonly #found = new Set<string>();

  /** A change of a resource, drift or output: what is marked in `before` and `after`. */
  addChange(change: ChangeJson): void {
    this.#marked(change.before, change.before_sensitive);
    this.#marked(change.after, change.after_sensitive);
  }

  /**
   * Values and defaults of variables that the configuration declares sensitive or ephemeral, in the root module and
   * in every module it calls. Takes the plan or its top-level members `variables` and `configuration`.
   */
  addVariables(plan: object): void {
    const root = member(member(plan, 'configuration'), 'root_module');
    const values = member(plan, 'variables');
    for (const [name, declared] of entries(member(root, 'variables'))) {
      if (isSecretVariable(declared)) this.#all(member(member(values, name), 'value'));
    }
    this.#moduleVariables(root);
  }

  /**
   * Values of a state or plan whose `sensitive_values` mark them, and its sensitive outputs. Takes `planned_values`,
   * `prior_state`, its `values`, or a single module of either.
   */
  addSensitiveValues(values: unknown): void {
    if (!isObject(values)) return;
    this.addSensitiveValues(values['values']);
    this.addSensitiveValues(values['root_module']);
    for (const [, output] of entries(values['outputs'])) {
      if (member(output, 'sensitive') === true) this.#all(member(output, 'value'));
    }
    for (const resource of items(values['resources'])) {
      this.#marked(member(resource, 'values'), member(resource, 'sensitive_values'));
    }
    for (const module of items(values['child_modules'])) this.addSensitiveValues(module);
  }

  /** All of the above for what is there of a plan, also of one in pieces; what is missing is passed over. */
  addPlan(plan: object): void {
    for (const section of ['resource_changes', 'resource_drift']) {
      for (const row of items(member(plan, section))) this.#change(member(row, 'change'));
    }
    for (const entry of items(member(plan, 'deferred_changes'))) {
      this.#change(member(member(entry, 'resource_change'), 'change'));
    }
    for (const [, change] of entries(member(plan, 'output_changes'))) this.#change(change);
    for (const section of ['action_invocations', 'deferred_action_invocations']) {
      for (const entry of items(member(plan, section))) {
        const action = member(entry, 'action_invocation') ?? entry;
        this.#marked(member(action, 'config_values'), member(action, 'config_sensitive'));
      }
    }
    this.addVariables(plan);
    this.addSensitiveValues(member(plan, 'planned_values'));
    this.addSensitiveValues(member(plan, 'prior_state'));
  }

  /** A value known to be secret from elsewhere, such as an input of the action. */
  add(secret: string): void {
    this.#text(secret);
  }

  /** Whether nothing was found so far. */
  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /** Each once, the longest first. */
  secrets(): readonly string[] {
    return [...this.#found].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
  }

  #change(change: unknown): void {
    if (isObject(change)) this.addChange(change as unknown as ChangeJson);
  }

  #moduleVariables(module: unknown): void {
    for (const [, declared] of entries(member(module, 'variables'))) {
      if (isSecretVariable(declared)) this.#all(member(declared, 'default'));
    }
    for (const [, call] of entries(member(module, 'module_calls'))) {
      const called = member(call, 'module');
      for (const [name, declared] of entries(member(called, 'variables'))) {
        const argument = member(member(call, 'expressions'), name);
        if (isSecretVariable(declared)) this.#all(member(argument, 'constant_value'));
      }
      this.#moduleVariables(called);
    }
  }

  #marked(value: unknown, marks: unknown): void {
    if (marks === true) return this.#all(value);
    if (typeof marks !== 'object' || marks === null || value === null || value === undefined) return;
    // Marks inside of what has no inside: what they were meant for cannot be told.
    if (typeof value !== 'object' || Array.isArray(value) !== Array.isArray(marks)) {
      if (hasTrue(marks)) this.#all(value);
      return;
    }
    if (Array.isArray(marks)) {
      const values = value as readonly unknown[];
      for (let index = 0; index < marks.length; index += 1) this.#marked(values[index], marks[index]);
      return;
    }
    for (const name in marks) {
      const inner = (marks as Readonly<Record<string, unknown>>)[name];
      if (inner !== false && Object.hasOwn(value, name)) {
        this.#marked((value as Readonly<Record<string, unknown>>)[name], inner);
      }
    }
  }

  #all(value: unknown, names = true): void {
    if (typeof value === 'string') this.#text(value);
    else if (Array.isArray(value)) value.forEach((it) => this.#all(it, names));
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (names && !PLAIN_NAME.test(name)) this.#keep(name);
        this.#all(inner, names);
      }
    }
  }

  #text(text: string): void {
    if (this.#found.has(text)) return;
    this.#keep(text);
    if (/[\r\n]/.test(text)) for (const line of text.split(/[\r\n]+/)) this.#keep(line);
    const inner = parseJson(text);
    if (inner !== undefined) this.#all(inner, false);
  }

  #keep(text: string): void {
    // Space around a secret comes and goes on its way through a configuration.
    const core = text.trim();
    if (core.length < SHORTEST_SECRET || TRIVIAL.has(core.toLowerCase()) || PEM_BORDER.test(core)) return;
    this.#found.add(core);
  }
}

function isSecretVariable(declared: unknown): boolean {
  return member(declared, 'sensitive') === true || member(declared, 'ephemeral') === true;
}

function hasTrue(marks: object): boolean {
  return Object.values(marks).some(
    (inner) => inner === true || (typeof inner === 'object' && inner !== null && hasTrue(inner as object)),
  );
}

/** Whoever has a JSON text can read the strings in it: they are secret, too. */
function parseJson(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
