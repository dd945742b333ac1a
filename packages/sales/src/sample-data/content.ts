import { english } from './content-en';
import { spanish } from './content-es';
import type { SampleContent } from './sample-content';

/** The words of the sample data in a language. */
export function contentFor(locale: string): SampleContent {
  return locale.startsWith('es') ? spanish : english;
}
