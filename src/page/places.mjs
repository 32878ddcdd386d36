// Which state of the explorer stands for an address that is not there or cannot be reached.

/** The hash for a path below the site's root: the article, event or days that it names, if it names any. */
export function hashFor(path) {
  const [, year, month, day] = /^days\/(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:\.html|\/)?$/.exec(path) ?? [];
  if (year) {
    // The last day of a month is the day before the next one's first.
    const last = day ?? (month ? new Date(Date.UTC(+year, +month, 0)).getUTCDate() : 31);
    return `#/?from=${year}-${month ?? '01'}-${day ?? '01'}&to=${year}-${month ?? 12}-${last}`;
  }
  const [, kind, id] = /^(article|event)s\/([^/]+?)(?:\.html|\/(?:index\.html)?)?$/.exec(path) ?? [];
  return id ? `#/?${kind}=${id}` : '';
}
