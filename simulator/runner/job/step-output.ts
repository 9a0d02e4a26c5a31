import type { Annotation } from '../events.ts';
import { BLOCKED_ENVIRONMENT } from '../commands/file-command.ts';
import { isObject, textOfValue } from '../expressions/values.ts';
import { parseWorkflowCommand, type WorkflowCommand } from '../commands/workflow-command.ts';
import type { JobPlan, JobState, StepLog } from './job-state.ts';

/** What a step leaves behind for others: outputs for later steps, state for its own post. */
export interface StepValues {
  readonly outputs: Record<string, string>;
  readonly state: Map<string, string>;
}

const DEPRECATED = 'is deprecated and will be disabled soon. Please upgrade to using Environment Files.';

/**
 * Reads what a step prints: carries out workflow commands, masks, logs. One object serves one process, because a
 * `stop-commands` ends with the step that printed it.
 */
export class StepOutput {
  /** A command of the step went wrong in a way that fails the step. */
  failed = false;
  readonly #job: JobState;
  readonly #log: StepLog;
  readonly #values: StepValues;
  readonly #env: Readonly<Record<string, string>>;
  #stopToken: string | undefined;
  #echo: boolean;

  constructor(job: JobState, log: StepLog, values: StepValues, env: Readonly<Record<string, string>>) {
    this.#job = job;
    this.#log = log;
    this.#values = values;
    this.#env = env;
    this.#echo = isDebug(job.plan);
  }

  /** One line of standard output or standard error. */
  line(text: string): void {
    const command = parseWorkflowCommand(text);
    if (command === undefined || !this.#run(command, text)) this.#log.line(text);
  }

  /** Says an error and counts the step as failed. */
  fail(message: string): void {
    this.failed = true;
    this.#job.issue(this.#log, 'error', message);
  }

  /** Carries the command out; false when the line is ordinary output after all. */
  #run(command: WorkflowCommand, text: string): boolean {
    if (this.#stopToken !== undefined) {
      if (command.name !== this.#stopToken.toLowerCase()) return false;
      this.#stopToken = undefined;
      this.#log.line(text);
      return true;
    }
    if (command.name === 'stop-commands') {
      this.#stopToken = command.data;
      this.#log.line(text);
      return true;
    }
    const handler = this.#handlers[command.name];
    if (handler === undefined) return false;
    if (this.#echo && !QUIET.includes(command.name)) this.#log.line(text);
    handler(command);
    return true;
  }

  readonly #handlers: Readonly<Record<string, (command: WorkflowCommand) => void>> = {
    'add-mask': (command) => this.#addMask(command),
    error: (command) => this.#annotate('error', command),
    warning: (command) => this.#annotate('warning', command),
    notice: (command) => this.#annotate('notice', command),
    debug: (command) => {
      if (isDebug(this.#job.plan)) this.#log.line(command.data, 'debug');
    },
    group: (command) => this.#log.line(command.data, 'group'),
    endgroup: () => this.#log.line('', 'endgroup'),
    echo: (command) => {
      if (command.data === 'on' || command.data === 'off') this.#echo = command.data === 'on';
      else
        this.fail(
          `Unable to process command 'echo' successfully. Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${command.data}'.`,
        );
    },
    'add-matcher': () => undefined,
    'remove-matcher': () => undefined,
    'set-output': (command) => this.#set(command, (name) => (this.#values.outputs[name] = command.data)),
    'save-state': (command) => this.#set(command, (name) => this.#values.state.set(name, command.data)),
    'set-env': (command) => this.#disabled(command, () => this.#setEnv(command)),
    'add-path': (command) => this.#disabled(command, () => prependPath(this.#job, command.data)),
  };

  #addMask(command: WorkflowCommand): void {
    if (command.data.trim() === '')
      this.#job.issue(
        this.#log,
        'warning',
        "Can't add secret mask for empty string in ##[add-mask] command.",
      );
    else this.#job.masker.add(command.data);
  }

  #annotate(level: Annotation['level'], { properties, data }: WorkflowCommand): void {
    const line = Number(properties['line']);
    this.#log.line(data, level);
    this.#log.annotate({
      level,
      message: data,
      title: properties['title'],
      file: properties['file'],
      line: Number.isInteger(line) && line > 0 ? line : undefined,
    });
  }

  #set(command: WorkflowCommand, store: (name: string) => unknown): void {
    const name = command.properties['name'] ?? '';
    if (name === '')
      this.fail(
        `Unable to process command '${command.name}' successfully. Required field 'name' is missing in ##[${command.name}] command.`,
      );
    else {
      this.#job.issue(this.#log, 'warning', `The \`${command.name}\` command ${DEPRECATED}`);
      store(name);
    }
  }

  #disabled(command: WorkflowCommand, run: () => void): void {
    if (this.#env['ACTIONS_ALLOW_UNSECURE_COMMANDS']?.toLowerCase() === 'true') run();
    else {
      this.fail(
        `Unable to process command '${command.name}' successfully. The \`${command.name}\` command is disabled. ` +
          'Please upgrade to using Environment Files or opt into unsecure command execution by setting the ' +
          '`ACTIONS_ALLOW_UNSECURE_COMMANDS` environment variable to `true`.',
      );
    }
  }

  #setEnv(command: WorkflowCommand): void {
    const name = command.properties['name'] ?? '';
    if (BLOCKED_ENVIRONMENT.includes(name.toUpperCase())) {
      this.#job.issue(
        this.#log,
        'error',
        `Can't update ${name} environment variable using ::set-env:: command.`,
      );
    } else this.#job.env.set(name, command.data);
  }
}

const QUIET = ['add-mask', 'debug', 'error', 'warning', 'notice', 'group', 'endgroup', 'echo'];

/** Step debug logging is on when the repository sets ACTIONS_STEP_DEBUG to true, as a secret or a variable. */
export function isDebug(plan: JobPlan): boolean {
  for (const name of ['secrets', 'vars']) {
    const context = plan.contexts[name];
    if (!isObject(context)) continue;
    const value = Object.entries(context).find(([key]) => key.toUpperCase() === 'ACTIONS_STEP_DEBUG')?.[1];
    if (value !== undefined) return textOfValue(value).toLowerCase() === 'true';
  }
  return false;
}

/** Puts a folder in front of PATH for the later steps of the job. */
export function prependPath(job: JobState, folder: string): void {
  job.path = [folder, ...job.path.filter((known) => known !== folder)];
}
