import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FormProblem } from './form-problem';

describe('FormProblem', () => {
  it.each([null, 'E-mail or password is wrong.'])(
    'is one alert, with the problem %j or without',
    (problem) => {
      const html = renderToStaticMarkup(
        <MantineProvider>
          <FormProblem problem={problem} />
        </MantineProvider>,
      );
      expect(html.match(/role="alert"/g)).toHaveLength(1);
      expect(html).toContain(problem ?? '');
    },
  );
});
