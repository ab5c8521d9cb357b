// Generated from streams.yaml. To change it, edit the document and generate again.

export interface Price {
  symbol: string;
  amount: number;
}

export interface Notice {
  event?: "opened" | "closed" | (string & {});
  id?: string;
  data: string;
}

export interface Answer {
  text: string;
}

export interface AnswerPart {
  word: string;
}

/** Request body of `feeds.ask`. */
export interface AskBody {
  question: string;
  stream?: boolean;
}
