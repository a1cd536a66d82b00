/**
 * The cheapest flow through a network, by successive shortest paths with potentials (Dijkstra on a heap).
 * Costs and capacities are whole numbers; costs may be negative where no circle of edges is.
 */
export class MinCostFlow {
  private readonly heads: number[] = [];
  private readonly capacities: number[] = [];
  private readonly costs: number[] = [];
  private readonly edgesFrom: number[][];

  constructor(readonly nodes: number) {
    this.edgesFrom = Array.from({ length: nodes }, () => []);
  }

  /** @returns the number of the edge, for `flowOn` */
  addEdge(from: number, to: number, capacity: number, cost: number): number {
    const edge = this.heads.length;
    this.heads.push(to, from);
    this.capacities.push(capacity, 0);
    this.costs.push(cost, -cost);
    this.edgesFrom[from]!.push(edge);
    this.edgesFrom[to]!.push(edge + 1);
    return edge;
  }

  flowOn(edge: number): number {
    return this.capacities[edge + 1]!;
  }

  /** Sends whatever makes the whole cheaper, at most `most` units. */
  run(source: number, sink: number, most: number): { flow: number; cost: number } {
    const potential = this.firstPotentials(source);
    const heads = Int32Array.from(this.heads);
    const capacities = this.capacities;
    const costs = Float64Array.from(this.costs);
    const edgesFrom = this.edgesFrom.map((edges) => Int32Array.from(edges));
    const distance = new Float64Array(this.nodes);
    const cameBy = new Int32Array(this.nodes);
    const heap = new Heap(this.heads.length + 1);
    let flow = 0;
    let cost = 0;
    while (flow < most) {
      distance.fill(Infinity);
      distance[source] = 0;
      heap.clear();
      heap.push(source, 0);
      while (heap.size > 0) {
        const far = heap.topKey();
        const node = heap.pop();
        if (far > distance[node]!) continue;
        if (node === sink) break;
        for (const edge of edgesFrom[node]!) {
          if (capacities[edge] === 0) continue;
          const to = heads[edge]!;
          const sum = far + costs[edge]! + potential[node]! - potential[to]!;
          if (sum < distance[to]!) {
            distance[to] = sum;
            cameBy[to] = edge;
            heap.push(to, sum);
          }
        }
      }
      const toSink = distance[sink]!;
      if (toSink === Infinity) break;
      for (let node = 0; node < this.nodes; node += 1) {
        potential[node]! += Math.min(distance[node]!, toSink);
      }
      const price = potential[sink]! - potential[source]!;
      if (price >= 0) break;
      let units = most - flow;
      for (let at = sink; at !== source; at = heads[cameBy[at]! ^ 1]!) {
        units = Math.min(units, capacities[cameBy[at]!]!);
      }
      for (let at = sink; at !== source; at = heads[cameBy[at]! ^ 1]!) {
        capacities[cameBy[at]!]! -= units;
        capacities[cameBy[at]! ^ 1]! += units;
      }
      flow += units;
      cost += units * price;
    }
    return { flow, cost };
  }

  /** Bellman and Ford, so that every reduced cost is 0 or more. */
  private firstPotentials(source: number): Float64Array {
    const potential = new Float64Array(this.nodes).fill(Infinity);
    potential[source] = 0;
    let nodes = [source];
    for (let round = 0; nodes.length > 0; round += 1) {
      if (round > this.nodes) throw new RangeError('A circle of edges has a negative cost.');
      const next = new Set<number>();
      for (const node of nodes) {
        for (const edge of this.edgesFrom[node]!) {
          if (this.capacities[edge] === 0) continue;
          const to = this.heads[edge]!;
          const sum = potential[node]! + this.costs[edge]!;
          if (sum < potential[to]!) {
            potential[to] = sum;
            next.add(to);
          }
        }
      }
      nodes = [...next];
    }
    // What cannot be reached now cannot be later.
    return potential.map((value) => (value === Infinity ? 0 : value));
  }
}

/** A binary heap of nodes, the smallest key on top. */
class Heap {
  size = 0;
  private readonly keys: Float64Array;
  private readonly nodes: Int32Array;

  constructor(capacity: number) {
    this.keys = new Float64Array(capacity);
    this.nodes = new Int32Array(capacity);
  }

  clear(): void {
    this.size = 0;
  }

  topKey(): number {
    return this.keys[0]!;
  }

  push(node: number, key: number): void {
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.keys[parent]! <= key) break;
      this.keys[at] = this.keys[parent]!;
      this.nodes[at] = this.nodes[parent]!;
      at = parent;
    }
    this.keys[at] = key;
    this.nodes[at] = node;
  }

  pop(): number {
    const top = this.nodes[0]!;
    this.size -= 1;
    const key = this.keys[this.size]!;
    const node = this.nodes[this.size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.keys[child + 1]! < this.keys[child]!) child += 1;
      if (this.keys[child]! >= key) break;
      this.keys[at] = this.keys[child]!;
      this.nodes[at] = this.nodes[child]!;
      at = child;
    }
    this.keys[at] = key;
    this.nodes[at] = node;
    return top;
  }
}
