import type { NonceStore } from "./nonce-store.js";

/** A client as `createClient` or `createCluster` of node-redis makes one. */
export interface NodeRedisClient {
  /** `SET` with `NX` and `EX`. */
  set(key: string, value: string, options: { readonly NX: true; readonly EX: number }): Promise<unknown>;
}

/** A client as ioredis makes one, for a server or a cluster. */
export interface IoRedisClient {
  /** `SET` with `EX` and `NX`. */
  set(key: string, value: string, unit: "EX", seconds: number, condition: "NX"): Promise<unknown>;
  /** By which it is told from the other. */
  readonly call: unknown;
}

/** Where a {@link createRedisNonceStore} keeps nonces. */
export interface RedisNonceStoreOptions {
  /** What its keys begin with. @defaultValue `"apsdirect:nonce:"` */
  readonly prefix?: string | undefined;
}

/**
 * A store that all processes share, in Redis: `SET key 1 EX seconds NX`, which is one atomic step and forgets by itself.
 *
 * Give it the primary, with `maxmemory-policy noeviction`: a server that evicts keys under pressure forgets nonces
 * before their time, and what was captured can be replayed. A server that is full or away makes claims reject, and
 * verification refuse; let the client give up in good time (`socket.connectTimeout` and `disableOfflineQueue` of
 * node-redis, `maxRetriesPerRequest` of ioredis), since a sender waits.
 *
 * @param client Connected, and closed by whom it belongs to.
 */
export function createRedisNonceStore(
  client: NodeRedisClient | IoRedisClient,
  { prefix = "apsdirect:nonce:" }: RedisNonceStoreOptions = {},
): NonceStore {
  const setIfAbsent = isIoRedis(client)
    ? (key: string, seconds: number) => client.set(key, "1", "EX", seconds, "NX")
    : (key: string, seconds: number) => client.set(key, "1", { NX: true, EX: seconds });
  return {
    async claim(key, ttlSeconds) {
      const answer = await setIfAbsent(prefix + key, Math.max(1, Math.ceil(ttlSeconds)));
      if (answer === null) return false;
      if (String(answer) === "OK") return true;
      throw new Error("the Redis client answered a SET with neither OK nor null");
    },
  };
}

function isIoRedis(client: NodeRedisClient | IoRedisClient): client is IoRedisClient {
  return "call" in client && typeof client.call === "function";
}
