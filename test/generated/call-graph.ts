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
