/** E-mail addresses out of a pasted list: separated by anything, with or without `Name <address>`, each once. */
export function readAddresses(text: string): string[] {
  const found = text.match(/[^\s<>,;"'()]+@[^\s<>,;"'()]+\.[^\s<>,;"'().]+/g) ?? [];
  return [...new Set(found.map((address) => address.toLowerCase()))];
}
