// A CloudFront function on viewer requests. The client's own addresses name no file, so they get the page that routes
// them; a missing file stays a miss, or a browser with an old page would read HTML as a script.
const FILE = /\.(css|html|ico|js|json|map|png|svg|txt|webmanifest|woff2)$/;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  if (!FILE.test(request.uri)) request.uri = '/index.html';
  return request;
}
