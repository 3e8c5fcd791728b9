import { ClvError } from '@clv/contracts';

/** A model file is invalid; `path` says where, such as `trees[3].left[7]`. */
export class ModelFormatError extends ClvError {
  constructor(path: string, message: string) {
    super('MODEL_FORMAT', path === '' ? `model ${message}` : `${path} ${message}`, { path });
  }
}
