import type { ReactNode } from 'react';
import classes from './form-section.module.css';

interface FormSectionProps {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A part of a settings page: what it is about on the left, its fields on the right. */
export function FormSection({ title, text, children }: FormSectionProps) {
  return (
    <section className={classes.section}>
      <div>
        <h2 className={classes.title}>{title}</h2>
        {text ? <p className={classes.text}>{text}</p> : null}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
