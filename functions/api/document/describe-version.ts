import { API_VERSIONS, NEWEST_API_VERSION, VERSION_HEADER } from '@vinculo/platform/http/api-versions';
import { type Document, operationsOf, problemAnswer } from './operations';

const parameter = { $ref: '#/components/parameters/Version' };
const header = { $ref: '#/components/headers/Version' };
const refused = problemAnswer('There is no such version of the API.');

/** Says of every operation that it takes a version, tells the one that it answered in, and refuses unknown ones. */
export function describeVersion(document: Document): Document {
  for (const { operation } of operationsOf(document)) {
    operation.parameters = [...(operation.parameters ?? []), parameter];
    const responses = Object.entries({ 400: refused, ...operation.responses });
    operation.responses = Object.fromEntries(
      responses.map(([status, response]) => [
        status,
        {
          ...response,
          headers: { ...('headers' in response ? response.headers : {}), [VERSION_HEADER]: header },
        },
      ]),
    );
  }
  const schema = { type: 'string' as const, enum: [...API_VERSIONS], example: NEWEST_API_VERSION };
  return {
    ...document,
    components: {
      ...document.components,
      parameters: {
        ...document.components?.parameters,
        Version: {
          name: VERSION_HEADER,
          in: 'header',
          required: false,
          description:
            'The version of the API that the program was written for. By default the one that its key was made for; the newest for a session.',
          schema,
        },
      },
      headers: {
        ...document.components?.headers,
        Version: { description: 'The version of the API that this answer has.', schema },
      },
    },
  };
}
