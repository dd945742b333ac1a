import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it, vi } from 'vitest';
import { LIVE, synthesise } from './synthesise';

vi.setConfig({ testTimeout: 60_000 });

const { web, api, data } = synthesise(LIVE).templates;

describe('the front door', () => {
  it('sends /api/* to the API, uncached and with every method, on the same origin', () => {
    web.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
        CacheBehaviors: [
          Match.objectLike({
            PathPattern: '/api/*',
            AllowedMethods: Match.arrayWith(['PUT', 'PATCH', 'POST', 'DELETE']),
            // AWS's own policies: caching disabled, and all of the viewer's request except its host.
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
            ViewerProtocolPolicy: 'redirect-to-https',
          }),
        ],
      },
    });
  });

  it('allows no inline script, no framing and no plain HTTP (S16)', () => {
    const [policy] = Object.values(web.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
    const headers = policy?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    const csp: string = headers.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1]
      .filter((part: unknown) => typeof part === 'string')
      .join('');
    const scripts = csp.split('; ').find((directive) => directive.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    for (const directive of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(csp).toContain(directive);
    }
    expect(headers.StrictTransportSecurity).toMatchObject({
      AccessControlMaxAgeSec: 63_072_000,
      IncludeSubdomains: true,
    });
    expect(headers.ContentTypeOptions).toEqual({ Override: true });
  });

  it('keeps the bucket private to CloudFront', () => {
    web.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
          }),
        ]),
      },
    });
  });

  it('limits and logs what reaches the API', () => {
    web.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AccessLogSettings: Match.anyValue(),
      DefaultRouteSettings: { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 },
    });
    api.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default' });
  });

  it('lets browsers upload to the bucket of objects with a signed link', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: { CorsRules: [Match.objectLike({ AllowedMethods: ['PUT', 'GET'] })] },
    });
  });
});

describe('the function at the edge', () => {
  const source = readFileSync(new URL('../../infra/edge/spa-fallback.js', import.meta.url), 'utf8');
  const rewritten = (uri: string): string =>
    runInNewContext(`${source};handler({ request: { uri } }).uri`, { uri });

  it.each(['/', '/contacts', '/contacts/con_1', '/verify', '/people/ana@acme.example'])(
    'gives %s the page that routes it',
    (uri) => {
      expect(rewritten(uri)).toBe('/index.html');
    },
  );

  it.each(['/assets/main-a1b2.js', '/icon.svg', '/assets/inter.woff2', '/color-scheme.js'])(
    'leaves the file %s alone',
    (uri) => {
      expect(rewritten(uri)).toBe(uri);
    },
  );
});
