/** The interface of a validator after Standard Schema v1, https://standardschema.dev: any library that reads it reads ours. */
export interface StandardSchema<Input, Output = Input, Issue extends SchemaIssue = SchemaIssue> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output, Issue>;
    /** For the type checker only; never there at run time. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** The value where it is right, the issues where it is not. */
export type SchemaResult<Output, Issue extends SchemaIssue = SchemaIssue> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** One thing that is wrong; `path` leads to the part of the value that is. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}
