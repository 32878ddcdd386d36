// Which state of the explorer stands for an address that is not there or cannot be reached.

/** The hash for a path below the site's root: the article or event that it names, if it names one. */
export function hashFor(path) {
  const [, kind, id] = /^(article|event)s\/([^/]+?)(?:\.html|\/(?:index\.html)?)?$/.exec(path) ?? [];
  return id ? `#/?${kind}=${id}` : '';
}
