/** The first sentence per field: `subject.email`, `namespaces`. An error within a list is about the list. */
export type FormErrors = Readonly<Record<string, string>>;

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export function formErrors(issues: readonly Issue[]): FormErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    errors[path.filter((part) => typeof part === 'string').join('.')] ??= message;
  }
  return errors;
}

/** Of a refused call: at its field where the form has it, and at `other` where not. */
export function refusalErrors(
  failure: { readonly message: string; readonly field?: string } | undefined,
  fields: readonly string[],
  other: string,
): FormErrors {
  const { message = 'That was refused.', field } = failure ?? {};
  const named = fields.find((name) => field === name || field?.startsWith(`${name}.`));
  return { [named ?? other]: message };
}

/** What a form says of a refused call beside its fields: all that none of the fields it shows can say. */
export function refusalBeside(
  failure: { readonly message: string; readonly field?: string } | undefined,
  shown: readonly string[],
): string | undefined {
  return failure?.field !== undefined && shown.includes(failure.field) ? undefined : failure?.message;
}

/** As Field takes it. */
export function errorOf(errors: FormErrors, field: string): { error?: string } {
  const error = errors[field];
  return error === undefined ? {} : { error };
}
