// Scripts and sheets, fetched once.

const fetched = new Map();

export const loadScript = (src) => once(src, "script", { src });
export const loadSheet = (href) => once(href, "link", { rel: "stylesheet", href });

function once(address, tag, attributes) {
  if (fetched.has(address)) return fetched.get(address);
  const loaded = new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement(tag), { ...attributes, onload, onerror }));
  });
  loaded.catch(() => fetched.delete(address));
  fetched.set(address, loaded);
  return loaded;
}
