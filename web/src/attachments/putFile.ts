import { ApiError } from '../../../client/errors/apiError.ts'
import type { FilePartsFragment } from '../generated.ts'

interface Options {
  /** From 0 to 1. */
  onProgress(part: number): void
  signal: AbortSignal
}

/**
 * Sends a file's bytes where the server has made room for them. By XMLHttpRequest, since `fetch` does not say how far it is.
 * @throws ApiError
 */
export function putFile(url: string, file: File, { onProgress, signal }: Options): Promise<FilePartsFragment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    // What the page calls the file's type was said before; the browser may know it by another name.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = request.ontimeout = request.onabort = () => reject(ApiError.network())
    request.onload = () => {
      const answer = answerOf(request.responseText)
      if (request.status === 200 && answer?.attachment) resolve(answer.attachment)
      else if (answer?.errors?.[0]) reject(ApiError.fromGraphQL(answer.errors[0]))
      else reject(ApiError.status(request.status))
    }
    signal.addEventListener('abort', () => request.abort())
    if (signal.aborted) reject(ApiError.network())
    else request.send(file)
  })
}

interface UploadAnswer {
  attachment?: FilePartsFragment
  errors?: Parameters<typeof ApiError.fromGraphQL>[0][]
}

function answerOf(text: string): UploadAnswer | null {
  try {
    return JSON.parse(text) as UploadAnswer
  } catch {
    return null
  }
}
