// Generated from methods.yaml. To change it, edit the document and generate again.

/** Result of `things.getThing`. */
export interface GetThingResult {
  id?: string;
}

/** Result of `things.putThing`. */
export interface PutThingResult {
  id?: string;
}

/** Result of `things.startThing`. */
export interface StartThingResult {
  id?: string;
}

/** Result of `things.patchThing`. */
export interface PatchThingResult {
  id?: string;
}

/** Result of `things.queryThing`. */
export interface QueryThingResult {
  id?: string;
}
