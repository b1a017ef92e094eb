/** A valid npm package name from the folder's name, or `fallback` where it holds other letters (a Japanese folder). */
export function packageNameFrom(folder: string, fallback: string): string {
  const name = folder.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '-');
  const valid = /^[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= 214;
  return valid && name !== 'node_modules' && name !== 'favicon.ico' ? name : fallback;
}
