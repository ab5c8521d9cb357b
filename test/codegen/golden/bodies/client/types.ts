// Generated from bodies.yaml. To change it, edit the document and generate again.

export interface Thing {
  name?: string;
}

export interface Problem {
  title: string;
  conflictsWith?: string;
}

export interface Form {
  name: string;
  tags?: string[];
  codes?: number[];
  size?: {
    width?: number;
  };
  thing?: Thing;
}

export interface Upload {
  title: string;
  count?: number;
  /** OpenAPI 3.0 says it so. */
  picture: Blob;
  pages?: Blob[];
  thing?: Thing;
  /** Text. */
  thumbnail?: string;
}
