// Which state of the explorer stands for an address that is not there or cannot be reached.

/** The hash for a path below the site's root: the article, event or days that it names, if it names any. */
export function hashFor(path) {
  const [, list, first, more, month, part] = /^(?:days\/|(articles|events)-)(\d{4})(s|-\d{4})?(?:-(\d\d))?(?:-(\d+))?(?:\.html|\/)?$/.exec(path) ?? [];
  if (first) {
    // A decade, or a century.
    const last = more ? +first + (more === 's' ? 9 : 99) : first;
    // A month's list may have several pages. The last day of a month is the day before the next one's first.
    const day = list ? '' : part;
    const end = day || (month ? new Date(Date.UTC(+first, +month, 0)).getUTCDate() : 31);
    return `#/?from=${first}-${month ?? '01'}-${day || '01'}&to=${last}-${month ?? 12}-${end}${list === 'articles' ? '&view=list' : ''}`;
  }
  const [, kind, id] = /^(article|event)s\/([^/]+?)(?:\.html|\/(?:index\.html)?)?$/.exec(path) ?? [];
  return id ? `#/?${kind}=${id}` : '';
}
