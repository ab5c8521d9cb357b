export declare function publish(clone: string, environment: NodeJS.ProcessEnv): void;
