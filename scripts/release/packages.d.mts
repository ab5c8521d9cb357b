export declare const FOLDERS: readonly string[];
export declare function obstacles(root: string, status: string, isRehearsal: boolean): readonly string[];
