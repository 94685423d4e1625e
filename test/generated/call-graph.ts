/** Who calls whom in C, from what gcc writes with `-fcallgraph-info`. */

/** Each function with those that it calls. A static function's name has its file in front. */
export type CallGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the `.ci` files of one program, one text per file. */
export function calls(files: readonly string[]): CallGraph {
  const graph = new Map<string, Set<string>>();
  for (const [, caller = "", callee = ""] of files.join("").matchAll(/^edge: \{ sourcename: "(.*?)" targetname: "(.*?)"/gm)) {
    const callees = graph.get(caller) ?? new Set();
    graph.set(caller, callees.add(callee));
  }
  return graph;
}

/** The functions along one recursion, from the first back to it; empty when there is none. */
export function cycle(graph: CallGraph): string[] {
  const finished = new Set<string>();
  const path: string[] = [];

  function visit(name: string): string[] {
    const start = path.indexOf(name);
    if (start >= 0) {
      return [...path.slice(start), name];
    }
    if (finished.has(name)) {
      return [];
    }
    path.push(name);
    for (const callee of graph.get(name) ?? []) {
      const found = visit(callee);
      if (found.length > 0) {
        return found;
      }
    }
    path.pop();
    finished.add(name);
    return [];
  }

  for (const name of graph.keys()) {
    const found = visit(name);
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

/** How many bytes of the stack each function takes, from what gcc writes with `-fcallgraph-info=su`. */
export function frames(files: readonly string[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [, name = "", size] of files.join("").matchAll(/^node: \{ title: "(.*?)" label: "[^"]*?\\n(\d+) bytes \(static\)" \}/gm)) {
    sizes.set(name, Number(size));
  }
  return sizes;
}

/** The way from a function that takes most of the stack. What has no frame of its own counts nothing. */
export function deepest(
  graph: CallGraph,
  sizes: ReadonlyMap<string, number>,
  from: string,
): { readonly bytes: number; readonly path: readonly string[] } {
  let below: { readonly bytes: number; readonly path: readonly string[] } = { bytes: 0, path: [] };
  for (const callee of graph.get(from) ?? []) {
    const way = deepest(graph, sizes, callee);
    below = way.bytes > below.bytes ? way : below;
  }
  return { bytes: (sizes.get(from) ?? 0) + below.bytes, path: [from, ...below.path] };
}
