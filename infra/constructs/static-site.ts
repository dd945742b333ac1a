import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy, HSTS_SECONDS, PERMISSIONS_POLICY } from '@vinculo/platform/http/web-headers';
import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages';
import { PrivateBucket } from './private-bucket';
import { type PublisherCode, SitePublisher } from './site-publisher';

export interface StaticSiteProps {
  readonly stage: Stage;
  /** Answers `/api/*`, so that client and API share one origin and need no CORS. */
  readonly api: IOrigin;
  /** Other origins that the client may call: the bucket that uploads go to. */
  readonly connectTo: string[];
  readonly publisherCode: PublisherCode;
}

/** A private bucket behind CloudFront: the client's files, its routes, and the API, all on one origin. */
export class StaticSite extends Construct {
  readonly distribution: Distribution;
  /** Without a slash at the end. */
  readonly url: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: StaticSiteProps,
  ) {
    super(scope, id);
    const { stage } = props;
    const logs = new PrivateBucket(this, 'AccessLogs', {
      stage,
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(stage.logRetentionDays) }],
    });
    const files = new PrivateBucket(this, 'Files', {
      stage,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'files/',
    });
    this.distribution = this.distribute(files, logs);
    this.url = `https://${stage.domain?.name ?? this.distribution.distributionDomainName}`;
    new SitePublisher(this, 'Publisher', {
      stage,
      files,
      code: props.publisherCode,
    });
  }

  private distribute(files: PrivateBucket, logs: PrivateBucket): Distribution {
    const { stage, api } = this.props;
    // An emulator serves plain HTTP.
    const viewerProtocolPolicy = stage.emulator
      ? ViewerProtocolPolicy.ALLOW_ALL
      : ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    return new Distribution(this, 'Distribution', {
      comment: `Vinculo ${stage.name}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      logBucket: logs,
      logFilePrefix: 'distribution/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(files),
        viewerProtocolPolicy,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.securityHeaders(),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.fallback() }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: api,
          viewerProtocolPolicy,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
      ...(stage.domain
        ? {
            domainNames: [stage.domain.name],
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.domain.certificateArn),
          }
        : {}),
    });
  }

  private fallback(): EdgeFunction {
    const filePath = fileURLToPath(new URL('../edge/spa-fallback.js', import.meta.url));
    return new EdgeFunction(this, 'Fallback', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath }),
    });
  }

  private securityHeaders(): ResponseHeadersPolicy {
    const override = true;
    return new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy({ connectTo: this.props.connectTo }),
          override,
        },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          includeSubdomains: true,
          override,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: PERMISSIONS_POLICY, override },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override },
        ],
      },
    });
  }
}
