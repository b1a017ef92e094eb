/** Python, as far as country packages use it. `at` is the offset in the file. */
export type Expr = { readonly at: number } & (
  | { readonly is: 'name'; readonly id: string }
  | { readonly is: 'number'; readonly value: number; readonly float: boolean }
  | { readonly is: 'string'; readonly value: string }
  | { readonly is: 'bool'; readonly value: boolean }
  | { readonly is: 'none' }
  | { readonly is: 'format'; readonly parts: readonly (string | Expr)[] }
  | { readonly is: 'attribute'; readonly object: Expr; readonly name: string }
  | { readonly is: 'subscript'; readonly object: Expr; readonly index: Expr }
  | { readonly is: 'slice'; readonly low?: Expr; readonly high?: Expr; readonly step?: Expr }
  | {
      readonly is: 'call';
      readonly callee: Expr;
      readonly args: readonly Expr[];
      readonly keywords: readonly (readonly [string, Expr])[];
    }
  | { readonly is: 'binary'; readonly op: string; readonly left: Expr; readonly right: Expr }
  | { readonly is: 'unary'; readonly op: string; readonly operand: Expr }
  | { readonly is: 'conditional'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly is: 'sequence'; readonly items: readonly Expr[]; readonly tuple: boolean }
  | { readonly is: 'dict'; readonly entries: readonly (readonly [Expr, Expr])[] }
  | {
      readonly is: 'comprehension';
      readonly element: Expr;
      readonly key?: Expr;
      readonly loops: readonly Loop[];
    }
  | { readonly is: 'lambda'; readonly params: readonly Param[]; readonly body: Expr }
  | { readonly is: 'unsupported'; readonly what: string }
);

/** `for target in iterable if tests` of a comprehension. */
export interface Loop {
  readonly target: Expr;
  readonly iterable: Expr;
  readonly tests: readonly Expr[];
}

export interface Param {
  readonly name: string;
  readonly initial?: Expr;
}

export interface FunctionDef {
  readonly is: 'def';
  readonly at: number;
  /** Where its last statement ends. */
  readonly end: number;
  readonly name: string;
  readonly params: readonly Param[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
}

export interface ClassDef {
  readonly is: 'class';
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly body: readonly Stmt[];
}

export type Stmt =
  | FunctionDef
  | ClassDef
  | ({ readonly at: number } & (
      | { readonly is: 'assign'; readonly targets: readonly Expr[]; readonly value: Expr }
      | { readonly is: 'update'; readonly target: Expr; readonly op: string; readonly value: Expr }
      | { readonly is: 'expression'; readonly value: Expr }
      | { readonly is: 'return'; readonly value?: Expr }
      | {
          readonly is: 'if';
          readonly test: Expr;
          readonly yes: readonly Stmt[];
          readonly no: readonly Stmt[];
        }
      | {
          readonly is: 'for';
          readonly target: Expr;
          readonly iterable: Expr;
          readonly body: readonly Stmt[];
        }
      | {
          readonly is: 'with';
          readonly items: readonly (readonly [Expr, Expr | undefined])[];
          readonly body: readonly Stmt[];
        }
      /** `name` undefined: `import module as local`. */
      | {
          readonly is: 'import';
          readonly module: string;
          readonly name?: string;
          readonly local: string;
        }
      | { readonly is: 'assert'; readonly test: Expr }
      | { readonly is: 'delete'; readonly targets: readonly Expr[] }
      | { readonly is: 'pass' }
      | { readonly is: 'unsupported'; readonly what: string }
    ));

/** A parsed file. */
export interface PythonFile {
  /** Relative to the package's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly body: readonly Stmt[];
}
