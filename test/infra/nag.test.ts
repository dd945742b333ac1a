import { staleAcknowledgements, unacknowledgedFindings } from '@vinculo/infra/checks';
import { describe, expect, it, vi } from 'vitest';
import { LIVE, synthesise } from './synthesise';

const withDomain = {
  ...LIVE,
  domainName: 'crm.example',
  certificateArn: 'arn:aws:acm:us-east-1:1:certificate/x',
};

// Loading the construct library takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('cdk-nag', () => {
  it.each([
    ['a live stage', LIVE],
    ['a live stage with its domain', withDomain],
    ['a disposable stage', {}],
  ])('finds nothing in %s that is not acknowledged with a reason (D17)', (_, context) => {
    expect(unacknowledgedFindings(synthesise(context).app)).toEqual([]);
  });

  it('has no acknowledgement that nothing needs any more', () => {
    expect(staleAcknowledgements([synthesise(LIVE).app])).toEqual([]);
  });
});
