import type { ComponentProps } from 'react';
import { Field } from '@/ui/field.tsx';
import { Textarea } from '@/ui/textarea.tsx';

const HINT =
  'Needs an https server, its certificate authority and a token or client certificate inside the text. Commands (exec), plug-ins and file paths are refused. It is stored encrypted and never shown again.';

type KubeconfigFieldProps = Omit<ComponentProps<typeof Textarea>, 'id'> & { error: string | undefined };

/** Where a kubeconfig is pasted; what a form registers is given on to the text area. */
export function KubeconfigField({ error, ...rest }: KubeconfigFieldProps) {
  return (
    <Field label="Kubeconfig" hint={HINT} {...(error === undefined ? {} : { error })}>
      {(control) => (
        <Textarea
          rows={12}
          {...rest}
          {...control}
          spellCheck={false}
          placeholder="apiVersion: v1&#10;kind: Config&#10;…"
        />
      )}
    </Field>
  );
}
