import type { ReactNode } from 'react';
import { Form, type FormProps } from 'react-admin';
import { useFirstFault } from './use-first-fault';
import { useFormUnsaved } from './use-form-unsaved';
import { useUnsaved } from './use-unsaved';

/** A form on a page: what is typed into it is not dropped without a question. */
export function GuardedForm({ children, ...props }: FormProps & { children: ReactNode }) {
  return (
    <Form record={{}} noValidate disableInvalidFormNotification {...props}>
      <Guard />
      {children}
    </Form>
  );
}

function Guard() {
  const { typed, sending } = useFormUnsaved();
  useUnsaved(typed && !sending);
  return <span ref={useFirstFault<HTMLSpanElement>()} hidden />;
}
