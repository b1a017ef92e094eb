import type { Body, Step, When } from '@yokoten/rules/trace';
import { expressionOf } from './expression.ts';
import { quote } from './quote.ts';
import { isColumn, isGathered, planStages, type Stages } from './stages.ts';

/** A line of generated code and the source line it comes from. */
export interface Line {
  readonly text: string;
  readonly line?: number;
}

/** Writes one formula as the body of `(s, t, o) => { … }`: plain loops over typed arrays, one per population and stage. */
export class FormulaWriter {
  readonly #lines: Line[] = [];
  readonly #steps: Step[] = [];
  readonly #text = new Map<number, string>();
  readonly #periods = new Map<string, string>();
  readonly #kernel: (name: string) => string;
  readonly #person: number;
  readonly #shapeOf: (table: number) => readonly number[];
  readonly #local = new Map<number, string>();
  #names = 0;
  #stages: Stages = { stageOf: [], kept: new Set(), uses: [] };

  /**
   * @param kernel notes that a function of the kernel is used, and gives its name
   * @param person position of the person among the entities
   * @param shapeOf the dimensions of a table
   */
  constructor(
    kernel: (name: string) => string,
    person: number,
    shapeOf: (table: number) => readonly number[],
  ) {
    this.#kernel = kernel;
    this.#person = person;
    this.#shapeOf = shapeOf;
  }

  /** The lines between the braces. */
  write(body: Body): readonly Line[] {
    this.#writeBody(body);
    return this.#lines;
  }

  #writeBody(body: Body): void {
    const base = this.#steps.length;
    this.#steps.push(...body.steps);
    const results = typeof body.result === 'number' ? [body.result] : [body.result.condition];
    this.#stages = planStages(this.#steps, results);
    for (const [position, step] of this.#steps.entries())
      if (position >= base || (this.#stages.kept.has(position) && !this.#text.has(position)))
        this.#prepare(position, step);
    if (typeof body.result === 'number') this.#loops(body.result);
    else {
      const { condition, yes, no } = body.result;
      this.#push(`if(${this.#value(condition)}){`);
      this.#branch(yes);
      this.#push('}else{');
      this.#branch(no);
      this.#push('}');
    }
    this.#steps.length = base;
  }

  #branch(body: Body): void {
    const [text, periods] = [new Map(this.#text), new Map(this.#periods)];
    this.#writeBody(body);
    this.#text.clear();
    this.#periods.clear();
    for (const [key, value] of text) this.#text.set(key, value);
    for (const [key, value] of periods) this.#periods.set(key, value);
  }

  /** What stands before the loops: periods, parameters, columns, and values that are one for all. */
  #prepare(position: number, step: Step): void {
    const column = this.#columnText(step);
    if (column !== undefined) this.#text.set(position, this.#define(column, step));
    else if (step.axis < 0 && step.op !== 'const')
      this.#text.set(position, this.#define(this.#scalar(step), step));
    else if (isGathered(step)) this.#text.set(position, this.#gather(step));
    else if (this.#stages.kept.has(position))
      this.#text.set(position, this.#define(newArray(step, this.#count(step.axis)), step));
  }

  #columnText(step: Step): string | undefined {
    if (step.op === 'count') return `s.count(${step.entity},${step.mask})`;
    if (step.op !== 'get') return undefined;
    const method =
      step.conversion === 'add' ? 'sum' : step.conversion === 'divide' ? 'share' : 'get';
    return `s.${method}(${step.variable},${this.#period(step.when)})`;
  }

  #scalar(step: Step): string {
    if (step.op === 'parameter') {
      const text = `s.parameter(${step.parameter},${this.#period(step.when)}.from)`;
      return step.item === undefined ? text : `${this.#kernel('itemOf')}(${text},${step.item})`;
    }
    if (step.op === 'clock') {
      const period = this.#period(step.when);
      if (step.part === 'date') return `${period}.startDay`;
      if (step.part === 'days' || step.part === 'months')
        return `${period}.count(${quote(step.part === 'days' ? 'day' : 'month')})`;
      return `${period}.start.${step.part}`;
    }
    return this.#elementwise(step);
  }

  #elementwise(step: Step): string {
    if (step.op === 'table') {
      const { table, args } = step;
      const shape = this.#shapeOf(table);
      const index = args
        .map((arg, axis) => this.#index(arg, shape[axis] ?? 0))
        .reduce(
          (text, next, axis) => (axis === 0 ? next : `(${text})*${shape[axis] ?? 0}+${next}`),
          '',
        );
      return `T${table}[${index}]`;
    }
    if (step.op === 'match')
      return `M${step.keys}(${step.args.map((arg) => this.#value(arg)).join(',')})`;
    if (step.op === 'scale' || step.op === 'item') {
      const parameter = this.#shared(
        `s.parameter(${step.parameter},${this.#period(step.when)}.from)`,
      );
      const [base] = step.args;
      return step.op === 'scale'
        ? `${this.#kernel('applyScale')}(${parameter},+${this.#value(base)})`
        : `${this.#kernel('itemOf')}(${parameter},${this.#value(base)})`;
    }
    return expressionOf(step, {
      value: (at) => this.#value(at),
      stepAt: (at) => this.#steps[at] as Step,
      kernel: this.#kernel,
    });
  }

  /** A place in one dimension of a table; one that is known is checked here. */
  #index(arg: number, size: number): string {
    const step = this.#steps[arg] as Step;
    const known = step.op === 'const' ? Number(step.value) : Number.NaN;
    if (known >= 0 && known < size) return String(known);
    if (known < 0 && known >= -size) return String(known + size);
    return `${this.#kernel('at')}(${this.#value(arg)},${size})`;
  }

  /** Something needed before the loops, once. */
  #shared(text: string): string {
    let name = this.#periods.get(text);
    if (name === undefined) this.#periods.set(text, (name = this.#define(text)));
    return name;
  }

  #gather(step: Step): string {
    const count = this.#count(step.axis);
    switch (step.op) {
      case 'sum':
        return this.#define(`new Float64Array(${count})`, step);
      case 'any':
        return this.#define(`new Uint8Array(${count})`, step);
      case 'all':
        return this.#define(`new Uint8Array(${count}).fill(1)`, step);
      case 'most':
      case 'least':
        return this.#define(
          `new Float64Array(${count}).fill(${step.op === 'most' ? '-' : ''}Infinity)`,
          step,
        );
      case 'holder': {
        const initial = this.#value(step.args[1]);
        return this.#define(`${newArray(step, count)}.fill(${initial})`, step);
      }
      default:
        // A rank is worked out between two loops, when its values are there.
        return this.#name();
    }
  }

  #count(axis: number): string {
    return this.#shared(`s.populations[${axis}].count`);
  }

  #of(entity: number): string {
    return this.#shared(`s.memberships[${entity}].of`);
  }

  #roles(entity: number): string {
    return this.#shared(`s.memberships[${entity}].roles`);
  }

  /** The loops, stage by stage, and at the end the result. */
  #loops(result: number): void {
    const { stageOf } = this.#stages;
    const last = this.#steps[result] as Step;
    if (last.axis < 0) {
      this.#push(`o.fill(${last.kind === 'bool' ? '+' : ''}${this.#value(result)})`, last);
      return;
    }
    const most = Math.max(...stageOf);
    for (let stage = 0; stage <= most; stage++) {
      const axes = new Set<number>();
      for (const [at, step] of this.#steps.entries())
        if (step.op === 'rank' && stageOf[at] === stage) this.#rank(at, step);
      for (const [at, step] of this.#steps.entries()) {
        if (this.#stages.kept.has(at) && stageOf[at] === stage) axes.add(step.axis);
        if (isGathered(step) && step.op !== 'rank' && stageOf[at] === stage + 1)
          axes.add(this.#sourceAxis(step));
      }
      if (stageOf[result] === stage) axes.add(last.axis);
      for (const axis of [...axes].sort((a, b) => a - b)) this.#loop(axis, stage, result);
    }
  }

  /** The population whose loop fills a gathered step. */
  #sourceAxis(step: Step): number {
    const axes = (step.args ?? []).map((arg) => (this.#steps[arg] as Step).axis);
    return Math.max(...axes, -1) >= 0 ? Math.max(...axes) : this.#person;
  }

  #rank(position: number, step: Extract<Step, { op: 'rank' }>): void {
    const args = step.args.map((arg) => {
      const text = this.#text.get(arg);
      if (text !== undefined) return text;
      const from = this.#steps[arg] as Step;
      return from.op === 'role'
        ? `${this.#roles(from.entity)}.map(x=>+((x&${from.mask})!==0))`
        : `${newArray(from, this.#count(step.axis))}.fill(${this.#value(arg)})`;
    });
    const membership = `s.memberships[${step.entity}]`;
    this.#push(
      `const ${this.#text.get(position) ?? ''}=${this.#kernel('rankMembers')}(${membership},${args.join(',')})`,
      step,
    );
  }

  #loop(axis: number, stage: number, result: number): void {
    const { stageOf, kept, uses } = this.#stages;
    const body: Line[] = [];
    const outer = new Map(this.#text);
    const needed = this.#neededIn(axis, stage, result);
    for (const [at, step] of this.#steps.entries()) {
      if (!needed.has(at) || step.axis !== axis || isColumn(step) || isGathered(step)) continue;
      if (kept.has(at) && stageOf[at] !== stage) continue;
      const simple = step.op === 'role' || step.op === 'project';
      if (!kept.has(at) && ((uses[at] ?? 0) < 2 || (simple && (uses[at] ?? 0) < 3))) continue;
      const name = this.#name();
      const text = this.#member(at);
      body.push({ text: `const ${name}=${text}`, ...(step.line && { line: step.line }) });
      if (kept.has(at)) body.push({ text: `${outer.get(at) ?? ''}[i]=${name}` });
      this.#local.set(at, name);
    }
    for (const [at, step] of this.#steps.entries()) {
      if (
        !isGathered(step) ||
        step.op === 'rank' ||
        stageOf[at] !== stage + 1 ||
        this.#sourceAxis(step) !== axis
      )
        continue;
      body.push({ text: this.#scatter(at, step), ...(step.line && { line: step.line }) });
    }
    const last = this.#steps[result] as Step;
    if (last.axis === axis && stageOf[result] === stage)
      body.push({ text: `o[i]=${this.#value(result)}`, ...(last.line && { line: last.line }) });
    this.#local.clear();
    const count = this.#count(axis);
    // Whatever the body asked for stands before the loop by now.
    this.#push(`for(let i=0;i<${count};i++){`);
    this.#lines.push(...body);
    this.#push('}');
  }

  /** Steps of this loop's population that its results are made of. */
  #neededIn(axis: number, stage: number, result: number): Set<number> {
    const { stageOf, kept } = this.#stages;
    const needed = new Set<number>();
    const add = (at: number): void => {
      const step = this.#steps[at] as Step;
      if (step.axis < 0 || needed.has(at)) return;
      if (isColumn(step) || isGathered(step) || (kept.has(at) && stageOf[at] !== stage)) return;
      needed.add(at);
      if (step.op !== 'project') for (const arg of step.args ?? []) add(arg);
    };
    for (const [at, step] of this.#steps.entries()) {
      if (kept.has(at) && stageOf[at] === stage && step.axis === axis) add(at);
      if (
        isGathered(step) &&
        step.op !== 'rank' &&
        stageOf[at] === stage + 1 &&
        this.#sourceAxis(step) === axis
      )
        add(step.args?.[0] ?? at);
    }
    if (stageOf[result] === stage) add(result);
    return needed;
  }

  #scatter(position: number, step: Step): string {
    if (!('mask' in step) || step.args === undefined) return '';
    const target = `${this.#text.get(position) ?? ''}[${this.#of(step.entity)}[i]]`;
    const value = this.#value(step.args[0]);
    const only = step.mask === -1 ? '' : `if(${this.#roles(step.entity)}[i]&${step.mask})`;
    switch (step.op) {
      case 'sum':
        return `${only}${target}+=+(${value})`;
      case 'any':
        return `${only || ''}${only ? '{' : ''}if(${value})${target}=1${only ? '}' : ''}`;
      case 'all':
        return `${only || ''}${only ? '{' : ''}if(!(${value}))${target}=0${only ? '}' : ''}`;
      case 'most':
      case 'least': {
        const v = this.#name();
        return `${only}{const ${v}=+(${value});if(${v}${step.op === 'most' ? '>' : '<'}${target})${target}=${v}}`;
      }
      case 'holder': {
        if (step.nth === undefined) return `${only}${target}=${value}`;
        const seen = this.#shared(`new Int32Array(${this.#count(step.axis)})/*${position}*/`);
        return `if(${seen}[${this.#of(step.entity)}[i]]++===${step.nth})${target}=${value}`;
      }
      default:
        return '';
    }
  }

  /** A step's value for member `i` of the loop's population, written out. */
  #member(position: number): string {
    const step = this.#steps[position] as Step;
    if (step.op === 'role') return `((${this.#roles(step.entity)}[i]&${step.mask})!==0)`;
    if (step.op !== 'project') return this.#elementwise(step);
    const [arg] = step.args;
    const from = this.#steps[arg] as Step;
    const text =
      from.axis < 0
        ? this.#value(arg)
        : `${this.#text.get(arg) ?? ''}[${this.#of(step.entity)}[i]]`;
    if (step.mask === -1) return text;
    return `(${this.#roles(step.entity)}[i]&${step.mask}?${text}:${step.kind === 'text' ? '""' : '0'})`;
  }

  #value(position: number): string {
    const step = this.#steps[position] as Step;
    const local = this.#local.get(position);
    if (local !== undefined) return local;
    const text = this.#text.get(position);
    if (text !== undefined) return step.axis < 0 ? text : `${text}[i]`;
    if (step.op === 'const' || step.axis < 0) return this.#elementwise(step);
    return this.#member(position);
  }

  /** The variable that holds a period. */
  #period({ text, moves }: When): string {
    let code = 't';
    if (text !== undefined) {
      const parts = text.map((part) =>
        typeof part === 'number' ? `\${${this.#value(part)}}` : escapeTemplate(part),
      );
      code = `${this.#kernel('parsePeriod')}(\`${parts.join('')}\`)`;
    }
    for (const move of moves) {
      if (move[0] === 'within') code += `.within(${quote(move[1])})`;
      else if (move[0] === 'offset') code += `.offset(${move[1]},${quote(move[2])})`;
      else if (move[0] === 'floor') code += '.floor';
      else if (move[0] === 'shift') code += `.offset(${move[1]})`;
      else if (move[0] === 'resize') code += `.resize(${quote(move[1])},${move[2]})`;
      else code += '.last';
    }
    return code === 't' ? code : this.#shared(code);
  }

  #define(text: string, step?: Step): string {
    const name = this.#name();
    this.#push(`const ${name}=${text}`, step);
    return name;
  }

  #name(): string {
    return `v${this.#names++}`;
  }

  #push(text: string, step?: Step): void {
    this.#lines.push({ text, ...(step?.line && { line: step.line }) });
  }
}

/** Written into a template: through the one escaper, with what means something in a template. */
function escapeTemplate(text: string): string {
  return quote(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${');
}

function newArray({ kind }: Step, count: string): string {
  if (kind === 'text') return `Array(${count}).fill("")`;
  if (kind === 'bool') return `new Uint8Array(${count})`;
  return `new Float64Array(${count})`;
}
