import type { EventInbox, InboxClaim } from "./event-inbox.js";

/** A client that runs scripts, as `createClient` or `createCluster` of node-redis makes one. */
export interface NodeRedisScripting {
  /** `EVAL`: carries a script out, as one step. */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A client that runs scripts, as ioredis makes one, for a server or a cluster. */
export interface IoRedisScripting {
  /** `EVAL`: carries a script out, as one step. */
  eval(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** By which it is told from the other. */
  readonly call: unknown;
}

/** Where a {@link createRedisInbox} keeps events. */
export interface RedisInboxOptions {
  /** What its keys begin with. @defaultValue `"apsdirect:event:"` */
  readonly prefix?: string | undefined;
}

/**
 * An inbox that all processes share, in Redis 4 or newer: one hash for each event, changed by scripts, which are atomic
 * and run in a cluster too, and forgotten by Redis itself when its time is over.
 *
 * Give it the primary, with `maxmemory-policy noeviction` and `appendonly yes`: what a server forgets, because it was short
 * of memory or started again, is worked on anew when it is delivered again. With `appendfsync everysec`, its default, and
 * with a failover to a replica, that is the last second; with `always` nothing.
 *
 * While Redis is full or away, claims reject and no event is worked on: answer with an error, so that the event is
 * delivered again. Let the client give up in good time (`socket.connectTimeout` and `disableOfflineQueue` of node-redis,
 * `maxRetriesPerRequest` and `commandTimeout` of ioredis), since a marketplace waits.
 *
 * @param client Connected, and closed by whom it belongs to.
 */
export function createRedisInbox(
  client: NodeRedisScripting | IoRedisScripting,
  { prefix = "apsdirect:event:" }: RedisInboxOptions = {},
): EventInbox {
  const run = isIoRedis(client)
    ? (script: string, key: string, ...rest: string[]) => client.eval(script, 1, prefix + key, ...rest)
    : (script: string, key: string, ...rest: string[]) =>
        client.eval(script, { keys: [prefix + key], arguments: rest });
  return {
    async claim(key, owner, leaseSeconds) {
      return parseClaim(await run(CLAIM, key, owner, milliseconds(leaseSeconds)));
    },
    async extend(key, owner, leaseSeconds, interim) {
      const field = interim === undefined ? [] : ["interim", interim];
      return truthOf(await run(EXTEND, key, owner, milliseconds(leaseSeconds), ...field));
    },
    async answer(key, owner, answer, ttlSeconds) {
      return truthOf(await run(ANSWER, key, owner, milliseconds(ttlSeconds), answer));
    },
    async release(key, owner) {
      await run(RELEASE, key, owner);
    },
  };
}

const CLAIM = `
local owner, interim, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "interim", "answer"))
if answer then return {"answered", answer} end
if owner and owner ~= ARGV[1] then
  if interim then return {"answered", interim} end
  return {"busy"}
end
redis.call("HSET", KEYS[1], "owner", ARGV[1])
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return {"claimed"}`;

const EXTEND = `
local owner, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "answer"))
if answer or (owner and owner ~= ARGV[1]) then return 0 end
redis.call("HSET", KEYS[1], "owner", ARGV[1], unpack(ARGV, 3))
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return 1`;

// An owner whose client heard nothing of the first time stores its answer again.
const ANSWER = `
local owner, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "answer"))
if owner and owner ~= ARGV[1] then return 0 end
if answer then return 1 end
redis.call("HSET", KEYS[1], "owner", ARGV[1], "answer", ARGV[3])
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return 1`;

const RELEASE = `
local owner, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "answer"))
if owner == ARGV[1] and not answer then redis.call("DEL", KEYS[1]) end
return 1`;

/** Refused here: a script that fails at its second step would leave an event that is leased for good. */
function milliseconds(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds * 1000));
  if (!Number.isSafeInteger(whole)) throw new TypeError(`${seconds} is no number of seconds`);
  return String(whole);
}

function parseClaim(reply: unknown): InboxClaim {
  const [state, answer] = Array.isArray(reply) ? reply.map(String) : [];
  if (state === "claimed" || state === "busy") return { state };
  if (state === "answered" && answer !== undefined) return { state, answer };
  throw new Error("the Redis client answered a claim with none of its states");
}

function truthOf(reply: unknown): boolean {
  if (String(reply) === "1") return true;
  if (String(reply) === "0") return false;
  throw new Error("the Redis client answered a script with neither 0 nor 1");
}

function isIoRedis(client: NodeRedisScripting | IoRedisScripting): client is IoRedisScripting {
  return "call" in client && typeof client.call === "function";
}
