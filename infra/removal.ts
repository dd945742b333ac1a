import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from './stages';

/** Kept when the stack goes, save in a disposable stage; a first creation that fails leaves nothing behind. */
export function removalPolicyOf({ isDisposable }: Stage): RemovalPolicy {
  return isDisposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
}
