import { isPositiveInteger, type NonceStore, quotaReached, splitClaim } from "./nonce-store.js";

/** A client as `createClient` or `createCluster` of node-redis makes one. */
export interface NodeRedisClient {
  /** `SET` with `NX` and `EX`. */
  set(key: string, value: string, options: { readonly NX: true; readonly EX: number }): Promise<unknown>;
  /** `EVAL`: runs a script as one step. Without it there is no quota. */
  eval?(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A client as ioredis makes one, for a server or a cluster. */
export interface IoRedisClient {
  /** `SET` with `EX` and `NX`. */
  set(key: string, value: string, unit: "EX", seconds: number, condition: "NX"): Promise<unknown>;
  /** `EVAL`: runs a script as one step. Without it there is no quota. */
  eval?(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** By which it is told from the other. */
  readonly call: unknown;
}

/** Where a {@link createRedisNonceStore} keeps nonces, and how many. */
export interface RedisNonceStoreOptions {
  /** What its keys begin with. @defaultValue `"apsdirect:nonce:"` */
  readonly prefix?: string | undefined;
  /**
   * Number of nonces of one consumer key that are remembered at once, so that no sender can fill the server that all
   * share. @defaultValue 100000
   */
  readonly quota?: number | undefined;
}

/**
 * A store that all processes share, in Redis 5 or newer. The nonces of a consumer key are one sorted set, ordered by when
 * they expire: one script drops what has expired, counts, and adds, as one atomic step on one key, so it runs in a cluster
 * too. A claim costs O(log n) in the nonces of its sender. When these reach the quota, claims of this sender alone reject
 * until one expires. A client without `eval` is used by `SET key 1 EX seconds NX`, without a quota.
 *
 * Give it the primary, with `maxmemory-policy noeviction`: a server that evicts keys under pressure forgets nonces
 * before their time, and what was captured can be replayed. Redis counts time by its machine's clock: one that is set
 * ahead forgets nonces early, so let it be slewed. A server that is full or away makes claims reject, and verification
 * refuse; let the client give up in good time (`socket.connectTimeout` and `disableOfflineQueue` of node-redis,
 * `maxRetriesPerRequest` of ioredis), since a sender waits.
 *
 * @param client Connected, and closed by whom it belongs to.
 * @throws TypeError when the quota is no positive integer
 */
export function createRedisNonceStore(
  client: NodeRedisClient | IoRedisClient,
  { prefix = "apsdirect:nonce:", quota = 100_000 }: RedisNonceStoreOptions = {},
): NonceStore {
  if (!isPositiveInteger(quota)) throw new TypeError("quota must be a positive integer");
  const run = scripting(client);
  if (run === undefined) return storeBySet(client, prefix);
  return {
    async claim(key, ttlSeconds) {
      const { sender, rest } = splitClaim(key);
      const milliseconds = String(Math.max(1, Math.ceil(ttlSeconds * 1000)));
      const answer = String(await run(CLAIM, prefix + sender, rest, milliseconds, String(quota)));
      if (answer === "full") throw quotaReached(quota);
      if (answer === "claimed" || answer === "used") return answer === "claimed";
      throw new Error("the Redis client answered a claim with none of its states");
    },
  };
}

// ZADD is the first command that writes: Redis refuses a script for want of memory at its first one only. The set itself
// expires with the last of its nonces, so nothing is left of a sender that sends no more.
const CLAIM = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local expiry = redis.call("ZSCORE", KEYS[1], ARGV[1])
if expiry and tonumber(expiry) > now then return "used" end
local past = string.format("%.0f", now)
if redis.call("ZCOUNT", KEYS[1], "(" .. past, "+inf") >= tonumber(ARGV[3]) then return "full" end
redis.call("ZADD", KEYS[1], string.format("%.0f", now + ARGV[2]), ARGV[1])
redis.call("ZREMRANGEBYSCORE", KEYS[1], "-inf", past)
if redis.call("PTTL", KEYS[1]) < tonumber(ARGV[2]) then redis.call("PEXPIRE", KEYS[1], ARGV[2]) end
return "claimed"`;

type Run = (script: string, key: string, ...rest: string[]) => Promise<unknown>;

function scripting(client: NodeRedisClient | IoRedisClient): Run | undefined {
  if (typeof client.eval !== "function") return undefined;
  return isIoRedis(client)
    ? async (script, key, ...rest) => client.eval?.(script, 1, key, ...rest)
    : async (script, key, ...rest) => client.eval?.(script, { keys: [key], arguments: rest });
}

function storeBySet(client: NodeRedisClient | IoRedisClient, prefix: string): NonceStore {
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
